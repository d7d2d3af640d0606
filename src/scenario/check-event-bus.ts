/** Checks what the rules of an event bus say of other components, and what may stand on which kind of bus. */

import type { BusReplay, BusRule } from '../models/parameters.ts';
import type { ComponentKind } from '../models/registry.ts';
import { anyOf, didYouMean } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';
import { checkTarget } from './check-target.ts';
import type { Draft } from './draft.ts';

/** Who can be the target of a rule. Amazon EventBridge knows more, of kinds that there are none of here. */
export const targetKinds: readonly ComponentKind[] = [
  'function',
  'queue',
  'topic',
  'stream',
  'event-bus',
  'instance-group',
  'load-balancer',
  'gateway',
];

export function checkEventBus(draft: Draft, architecture: Architecture, bus: DraftComponent): void {
  const rules = bus.valueOf<BusRule[]>('rules');
  if (rules !== undefined) checkRules(draft, architecture, bus, rules);
  checkReplays(draft, bus);
  if (bus.valueOf('type') === 'custom') checkSources(draft, architecture, bus);
  else checkOnlyDefault(draft, architecture, bus);
}

function checkRules(draft: Draft, architecture: Architecture, bus: DraftComponent, rules: readonly BusRule[]): void {
  const path = bus.pathOf('rules');
  rules.forEach(({ schedule, targets }, place) => {
    if (schedule !== undefined && bus.valueOf('type') === 'custom') {
      draft.report([...path, place, 'schedule'], 'nothing: rules with a schedule stand on the default bus only');
    }
    targets.forEach(({ to, deadLetter }, n) => {
      const at = [...path, place, 'targets', n];
      checkTarget(draft, architecture, bus, [...at, 'to'], to, targetKinds);
      if (deadLetter === undefined) return;
      checkTarget(draft, architecture, bus, [...at, 'deadLetter'], deadLetter, ['queue']);
      if (architecture.components.get(deadLetter)?.valueOf('type') === 'fifo') {
        draft.report([...at, 'deadLetter'], `a standard queue; "${deadLetter}" is a FIFO queue`);
      }
    });
  });
  const names = rules.map(({ name }) => name);
  bus.valueOf<BusReplay[]>('replays')?.forEach(({ rule }, place) => {
    if (rule === undefined || names.includes(rule)) return;
    const choice = names.length === 0 ? 'nothing: the bus has no rules' : anyOf(names);
    draft.report([...bus.pathOf('replays'), place, 'rule'], choice + didYouMean(rule, names));
  });
}

/** Events come back out of an archive only, and only those that have happened. */
function checkReplays(draft: Draft, bus: DraftComponent): void {
  const replays = bus.valueOf<BusReplay[]>('replays') ?? [];
  if (replays.length > 0 && bus.valueOf('archive') === null) {
    draft.report(bus.pathOf('archive'), 'an archive, because there are replays: they are of what was archived');
  }
  replays.forEach(({ atSeconds, toSeconds }, place) => {
    if (toSeconds <= atSeconds) return;
    draft.report([...bus.pathOf('replays'), place, 'toSeconds'], `at most atSeconds, which is ${atSeconds}`);
  });
}

/** Every account has one default bus. */
function checkOnlyDefault(draft: Draft, { components }: Architecture, bus: DraftComponent): void {
  const first = [...components.values()].find(
    (each) => each.kind === 'event-bus' && each.valueOf('type') === 'default',
  );
  if (first === undefined || first.id === bus.id || bus.valueOf('type') !== 'default') return;
  draft.report(bus.pathOf('type'), `"custom", because "${first.id}" is the default bus, of which an account has one`);
}

/** A service tells its events to the default bus of the account, and to no other. */
function checkSources(draft: Draft, { components, links }: Architecture, bus: DraftComponent): void {
  const service = links.find(({ from, to }) => to === bus.id && components.get(from)?.kind === 'bucket');
  if (service === undefined) return;
  draft.report(bus.pathOf('type'), `"default", because "${service.from}" is a bucket: services tell no other bus`);
}
