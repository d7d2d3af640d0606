/**
 * uploaders → bus → process, partner, mail, audit; what cannot be delivered → dead letters
 *
 * One kind of event, and four targets that each get a copy. The partner answers on machines of its own: when it is down,
 * its copies are tried again, each on its own clock, while the other three go on as ever.
 */
import type { BusRule, BusTarget } from '../../models/parameters.ts';
import type { Stage } from '../stage.ts';
import { extra, manage, process, store } from '../work.ts';

/** Each gets a copy of everything, by a rule of its own. */
export const deliveryTargets = ['process', 'partner', 'mail', 'audit'] as const;
export type DeliveryTarget = (typeof deliveryTargets)[number];

/** The rules, where those of `kept` have dead letters. */
export function deliveryRules(kept: readonly DeliveryTarget[]): readonly BusRule[] {
  return deliveryTargets.map((to): BusRule => {
    const target: BusTarget = kept.includes(to) ? { to, deadLetter: 'dead-letters' } : { to };
    return { name: to, pattern: { 'detail-type': ['upload-complete'] }, targets: [target] };
  });
}

export const busDeliveries = {
  id: 'bus-deliveries',
  rung: 6,
  nodes: [
    { id: 'uploaders', kind: 'client', at: [0, 180], params: { ratePerSecond: 0.3 } },
    {
      id: 'lab-bus',
      kind: 'event-bus',
      at: [300, 150],
      // Longer than a short outage, and short enough that an end is seen. Our choice.
      params: { rules: deliveryRules(deliveryTargets), maximumRetries: 8, retryCapSeconds: 30, maximumAgeSeconds: 120 },
    },
    {
      id: 'process',
      kind: 'function',
      at: [680, -90],
      params: { memoryMegabytes: 3538, steps: [process(), store(), manage()] },
    },
    {
      id: 'partner',
      kind: 'instance-group',
      at: [960, 60],
      params: {
        instanceType: 't3.small',
        slotsPerInstance: 4,
        minimum: 2,
        desired: 2,
        maximum: 2,
        steps: [extra(0.2)],
      },
    },
    { id: 'mail', kind: 'function', at: [680, 210], params: { memoryMegabytes: 512, steps: [extra(0.1)] } },
    { id: 'audit', kind: 'queue', at: [960, 360] },
    { id: 'dead-letters', kind: 'queue', at: [310, 400] },
  ],
  links: [
    { from: 'uploaders', to: 'lab-bus' },
    { from: 'lab-bus', to: 'process' },
    { from: 'lab-bus', to: 'partner' },
    { from: 'lab-bus', to: 'mail' },
    { from: 'lab-bus', to: 'audit' },
    { from: 'lab-bus', to: 'dead-letters' },
  ],
  offers: [
    ['lab-bus', 'maximumRetries'],
    ['lab-bus', 'maximumAgeSeconds'],
    ['lab-bus', 'retryBaseSeconds'],
    ['lab-bus', 'retryCapSeconds'],
    ['lab-bus', 'deliveriesPerSecond'],
    ['uploaders', 'ratePerSecond'],
  ],
} as const satisfies Stage;
