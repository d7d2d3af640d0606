/**
 * uploaders → bus → catalogue → entries; bus → bonus → accounts; bus → search
 *
 * The bus keeps what it was told, and can send it out again. The catalogue sets an entry, so twice is as good as once; the
 * bonus adds to an account, so twice is twice as much. Search has no rule yet, and hears of the past by a replay.
 */
import type { BusRule } from '../../models/parameters.ts';
import type { Stage } from '../stage.ts';
import { extra, manage } from '../work.ts';

const ruleFor = (id: string): BusRule => ({
  name: id,
  pattern: { 'detail-type': ['upload-complete'] },
  targets: [{ to: id }],
});

/** Those who listen from the start, and the one who may come later. */
export const archiveRules: readonly BusRule[] = [ruleFor('catalogue'), ruleFor('bonus')];
export const latecomerRule: BusRule = ruleFor('search');

export const busArchive = {
  id: 'bus-archive',
  rung: 6,
  nodes: [
    { id: 'uploaders', kind: 'client', at: [0, 180], params: { ratePerSecond: 0.3 } },
    {
      id: 'lab-bus',
      kind: 'event-bus',
      at: [300, 150],
      // So long until an event lies in the archive; in the real service ten minutes. Our choice.
      params: { rules: archiveRules, archive: { retentionSeconds: 0 }, archiveDelaySeconds: 10 },
    },
    {
      id: 'catalogue',
      kind: 'function',
      at: [680, -20],
      params: { memoryMegabytes: 512, idempotent: 'yes', steps: [manage({ to: 'entries', operation: 'write' })] },
    },
    { id: 'entries', kind: 'table', at: [980, 0] },
    {
      id: 'bonus',
      kind: 'function',
      at: [680, 190],
      params: { memoryMegabytes: 512, steps: [extra(0.1, { to: 'accounts', operation: 'write' })] },
    },
    { id: 'accounts', kind: 'table', at: [980, 210] },
    { id: 'search', kind: 'function', at: [680, 400], params: { memoryMegabytes: 512, steps: [extra(0.1)] } },
  ],
  links: [
    { from: 'uploaders', to: 'lab-bus' },
    { from: 'lab-bus', to: 'catalogue' },
    { from: 'catalogue', to: 'entries' },
    { from: 'lab-bus', to: 'bonus' },
    { from: 'bonus', to: 'accounts' },
    { from: 'lab-bus', to: 'search' },
  ],
  offers: [
    ['uploaders', 'ratePerSecond'],
    ['lab-bus', 'duplicateShare'],
  ],
} as const satisfies Stage;
