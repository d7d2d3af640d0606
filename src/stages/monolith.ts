/**
 * users → monolith
 *
 * One instance does upload, process, store and manage, and the person waits for all of it.
 * When it goes down everything stops; at night it idles and is billed; at the peak all four steps wait together.
 */
import { classroomUsers } from './classroom-traffic.ts';
import type { Stage } from './stage.ts';
import { manage, process, store, upload } from './work.ts';

export const monolith = {
  id: 'monolith',
  rung: 1,
  nodes: [
    { id: 'users', kind: 'client', at: [0, 180], params: classroomUsers },
    {
      id: 'monolith',
      kind: 'instance-group',
      at: [300, 60],
      params: {
        instanceType: 'c5.2xlarge',
        // Four pieces of work at once on eight vCPU: two for each, as on a machine of the fleet.
        slotsPerInstance: 4,
        threads: 2,
        diskGb: 500,
        backlogLimit: 8,
        replaceUnhealthy: 'no',
        steps: [upload(), process(), store(), manage()],
      },
    },
  ],
  links: [{ from: 'users', to: 'monolith' }],
} as const satisfies Stage;
