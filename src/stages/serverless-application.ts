/**
 * users → gateway → manage → metadata
 *
 * The first typical use of functions, the serverless application: a form is sent to a gateway, a function runs for it and
 * writes one item. The person waits for the answer: a cold start is felt here, and what comes too fast is turned away.
 */
import { classroomUsers } from './classroom-traffic.ts';
import { places } from './places.ts';
import type { Stage } from './stage.ts';
import { manage } from './work.ts';

export const serverlessApplication = {
  id: 'serverless-application',
  rung: 7,
  nodes: [
    { id: 'users', kind: 'client', at: places.users, params: classroomUsers },
    { id: 'gateway', kind: 'gateway', at: [560, 180] },
    {
      id: 'manage',
      kind: 'function',
      at: places.manage,
      params: { memoryMegabytes: 512, steps: [manage({ to: 'metadata', operation: 'write' })] },
    },
    { id: 'metadata', kind: 'table', at: places.metadata },
  ],
  links: [
    { from: 'users', to: 'gateway' },
    { from: 'gateway', to: 'manage' },
    { from: 'manage', to: 'metadata' },
  ],
} as const satisfies Stage;
