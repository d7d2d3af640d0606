/**
 * users → lb-upload → upload → lb-process → process → lb-store → store → lb-manage → manage
 *
 * A load balancer before each tier, and behind it as many instances as it takes, in two zones. Lose one instance, and the
 * others take its share once a few health checks have failed; those that it had in hand see an error. Lose a whole tier,
 * and every upload fails, as before. Processing grows with its work and comes back to two instances; no tier can go to
 * nothing, for then there is nobody to answer: four load balancers and eight instances are paid for at night.
 */
import { classroomUsers } from './classroom-traffic.ts';
import { places } from './places.ts';
import type { Stage } from './stage.ts';
import { manage, process, store, upload } from './work.ts';

/** Two instances, one in each zone: one may be lost. */
const pair = { minimum: 2, desired: 2, maximum: 100, zones: 2, replaceUnhealthy: 'yes' } as const;
/** Whoever is least busy is next: the lengths of videos differ. */
const balancer = { algorithm: 'least-outstanding' } as const;

export const loadBalanced = {
  id: 'load-balanced',
  rung: 3,
  nodes: [
    { id: 'users', kind: 'client', at: places.users, params: classroomUsers },
    { id: 'lb-upload', kind: 'load-balancer', at: places['lb-upload'], params: balancer },
    {
      id: 'upload',
      kind: 'instance-group',
      at: places.upload,
      params: {
        ...pair,
        instanceType: 't3.small',
        slotsPerInstance: 16,
        loadBalancer: 'lb-upload',
        steps: [upload({ to: 'lb-process', operation: 'upload', object: 'master' })],
      },
    },
    { id: 'lb-process', kind: 'load-balancer', at: places['lb-process'], params: balancer },
    {
      id: 'process',
      kind: 'instance-group',
      at: places.process,
      params: {
        ...pair,
        instanceType: 'c5.large',
        slotsPerInstance: 1,
        loadBalancer: 'lb-process',
        // Our choice: a little more than half of the slots taken leaves room for what comes while an instance boots; and
        // looked at once in the time of a boot, so that what was asked for last is there to be measured.
        evaluationPeriodSeconds: 12,
        scaling: [{ kind: 'target-tracking', metric: 'utilisation', target: 60 }],
        steps: [{ ...process(), after: [{ to: 'lb-store', operation: 'upload', object: 'master' }] }],
      },
    },
    { id: 'lb-store', kind: 'load-balancer', at: places['lb-store'], params: balancer },
    {
      id: 'store',
      kind: 'instance-group',
      at: places.store,
      params: {
        ...pair,
        instanceType: 't3.small',
        slotsPerInstance: 4,
        diskGb: 500,
        loadBalancer: 'lb-store',
        steps: [store({ to: 'lb-manage', operation: 'upload', object: 'master' })],
      },
    },
    { id: 'lb-manage', kind: 'load-balancer', at: places['lb-manage'], params: balancer },
    {
      id: 'manage',
      kind: 'instance-group',
      at: places.manage,
      params: {
        ...pair,
        instanceType: 't3.small',
        slotsPerInstance: 4,
        loadBalancer: 'lb-manage',
        steps: [manage()],
      },
    },
  ],
  links: [
    { from: 'users', to: 'lb-upload' },
    { from: 'lb-upload', to: 'upload' },
    { from: 'upload', to: 'lb-process' },
    { from: 'lb-process', to: 'process' },
    { from: 'process', to: 'lb-store' },
    { from: 'lb-store', to: 'store' },
    { from: 'store', to: 'lb-manage' },
    { from: 'lb-manage', to: 'manage' },
  ],
} as const satisfies Stage;
