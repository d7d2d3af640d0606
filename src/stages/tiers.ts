/**
 * users → upload → process → store → manage
 *
 * The steps run apart, each on a machine of its own at one address, and each calls the next and waits for its answer.
 * Processing got the tall machine, the others small ones. The people still wait for all of it: when processing is down,
 * upload is up and every upload fails; when storing is slow, everybody before it waits with a slot in hand. Four machines
 * are paid for at night instead of one.
 */
import { classroomUsers } from './classroom-traffic.ts';
import { places } from './places.ts';
import type { Stage } from './stage.ts';
import { manage, process, store, upload } from './work.ts';

export const tiers = {
  id: 'tiers',
  rung: 2,
  nodes: [
    { id: 'users', kind: 'client', at: places.users, params: classroomUsers },
    {
      id: 'upload',
      kind: 'instance-group',
      at: places.upload,
      params: {
        instanceType: 't3.small',
        // As many as processing takes in, works on and lets wait: here a slot is held until all is done.
        slotsPerInstance: 12,
        steps: [upload({ to: 'process', operation: 'upload', object: 'master' })],
      },
    },
    {
      id: 'process',
      kind: 'instance-group',
      at: places.process,
      params: {
        instanceType: 'c5.2xlarge',
        slotsPerInstance: 4,
        threads: 2,
        steps: [{ ...process(), after: [{ to: 'store', operation: 'upload', object: 'master' }] }],
      },
    },
    {
      id: 'store',
      kind: 'instance-group',
      at: places.store,
      params: {
        instanceType: 't3.small',
        slotsPerInstance: 4,
        diskGb: 500,
        steps: [store({ to: 'manage', operation: 'upload', object: 'master' })],
      },
    },
    {
      id: 'manage',
      kind: 'instance-group',
      at: places.manage,
      params: { instanceType: 't3.small', slotsPerInstance: 4, steps: [manage()] },
    },
  ],
  links: [
    { from: 'users', to: 'upload' },
    { from: 'upload', to: 'process' },
    { from: 'process', to: 'store' },
    { from: 'store', to: 'manage' },
  ],
} as const satisfies Stage;
