/**
 * clickers → bus → handler
 */

import type { Stage } from '../stage.ts';
import { extra } from '../work.ts';

export const busConnections = {
  id: 'bus-connections',
  rung: 6,
  nodes: [
    { id: 'clickers', kind: 'client', at: [0, 180], params: { sends: 'clicks' } },
    {
      id: 'lab-bus',
      kind: 'event-bus',
      at: [300, 150],
      params: { rules: [{ name: 'clicks', pattern: { 'detail-type': ['clicked'] }, targets: [{ to: 'handler' }] }] },
    },
    { id: 'handler', kind: 'function', at: [720, 180], params: { memoryMegabytes: 512, steps: [extra(0.1)] } },
  ],
  links: [
    { from: 'clickers', to: 'lab-bus' },
    { from: 'lab-bus', to: 'handler' },
  ],
} as const satisfies Stage;
