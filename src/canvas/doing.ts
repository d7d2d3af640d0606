/** What a component of each kind is doing, a sentence each: for tooltips, the inspector and those who do not see its face. */
import type { SimTime } from '../engine/time.ts';
import type { ComponentKind } from '../models/registry.ts';
import type { ComponentView, ViewOf, WithLosses } from '../playback/view.ts';
import { type WithDeliveries, waitingRetries } from '../playback/views/deliveries-view.ts';
import { type LossView, lossesIn } from '../playback/views/losses-view.ts';
import { oldestKept } from '../playback/views/stream-view.ts';
import { formatCount, formatMegabytes } from '../ui/format.ts';
import type { Say } from '../ui/use-text.ts';
import { ago, formatAge, lasted } from './describe.ts';
import { type InstanceState, instanceStates, summaryOf } from './nodes/group-summary.ts';
import { stateKeys } from './nodes/state-keys.ts';
import { countTargets } from './nodes/target-fan.ts';
import { oldestVisible } from './nodes/token-tube.ts';
import { numberIn, type Params, rulesIn, sendsIn } from './params-now.ts';

type Doing<K extends ComponentKind> = (view: ViewOf<K>, say: Say, t: SimTime, params: Params) => string[];

const doing: { readonly [K in ComponentKind]: Doing<K> } = {
  client: ({ started, accepted, refused, waiting, retried, timedOut, circuit }, say, _, params) => [
    say(sendKeys[sendsIn(params)], { n: started, accepted, refused }),
    ...(waiting > 0 ? [say('canvas.client.doing.waiting', { n: waiting })] : []),
    ...(retried > 0 ? [say('canvas.client.doing.retried', { n: retried })] : []),
    ...(timedOut > 0 ? [say('canvas.client.doing.timed-out', { n: timedOut })] : []),
    ...(circuit === 'closed' ? [] : [say(`canvas.client.circuit.${circuit}`)]),
  ],
  gateway: ({ passed, throttled, failed }, say) => [
    say('canvas.gateway.doing', { n: passed }),
    ...(throttled > 0 ? [say('canvas.gateway.doing.throttled', { n: throttled })] : []),
    ...(failed > 0 ? [say('canvas.gateway.doing.failed', { n: failed })] : []),
  ],
  'load-balancer': (view, say) => {
    const { healthy, unhealthy, initial, draining } = countTargets(view.targets);
    const n = view.targets.length;
    return [
      n === 0
        ? say('canvas.balancer.doing.none')
        : say('canvas.balancer.doing', { n, healthy, unhealthy, initial, draining }),
      ...(view.isFailingOpen ? [say('canvas.balancer.doing.open')] : []),
      say('canvas.balancer.doing.routed', { n: view.routed }),
      ...(view.refused > 0 ? [say('canvas.group.doing.refused', { n: view.refused })] : []),
    ];
  },
  'instance-group': (view, say, t, params) => {
    const { counts, total, jobs, slots, isDown } = summaryOf(view, numberIn(params, 'slotsPerInstance'));
    const since = isDown ? Math.max(...view.instances.map((instance) => instance.since)) : -1;
    return [
      ...(isDown ? [say('canvas.group.doing.down', { n: total, since: ago(t, since, say) })] : []),
      ...(total === 0 ? [say('canvas.group.doing.none')] : []),
      ...(total > 0 && !isDown ? [`${tally(counts, say)}.`] : []),
      ...(slots > 1 ? [say('canvas.group.doing.slots', { taken: jobs, n: slots })] : []),
      ...(view.backlog.size > 0 ? [say('canvas.group.doing.backlog', { n: view.backlog.size })] : []),
      ...(view.refused > 0 ? [say('canvas.group.doing.refused', { n: view.refused })] : []),
    ];
  },
  function: (view, say) => {
    const { counts, total } = summaryOf(view, 1);
    return [
      total === 0 ? say('canvas.function.doing.none') : `${tally(counts, say)}.`,
      say('canvas.function.doing', { n: view.invocations, cold: view.coldStarts }),
      ...(view.errors > 0 ? [say('canvas.function.doing.errors', { n: view.errors })] : []),
      ...(view.throttled > 0 ? [say('canvas.function.doing.throttled', { n: view.throttled })] : []),
      ...(view.events.size > 0 ? [say('canvas.function.doing.events', { n: view.events.size })] : []),
      ...(view.dropped > 0 ? [say('canvas.function.doing.dropped', { n: view.dropped })] : []),
    ];
  },
  queue: (view, say, t) => {
    const oldest = oldestVisible(view);
    return [
      say('canvas.queue.doing', { n: view.visible, flying: view.inFlight }),
      ...(view.delayed > 0 ? [say('canvas.queue.doing.delayed', { n: view.delayed })] : []),
      ...(oldest === null ? [] : [say('canvas.queue.doing.oldest', { age: formatAge(lasted(t, oldest)) })]),
      ...(view.deadLettered > 0 ? [say('canvas.queue.doing.dead', { n: view.deadLettered })] : []),
      ...(view.expired > 0 ? [say('canvas.queue.doing.expired', { n: view.expired })] : []),
    ];
  },
  topic: (view, say, t) => [
    say('canvas.topic.doing', { n: view.published, copies: view.copies }),
    ...(view.unmatched > 0 ? [say('canvas.topic.doing.unmatched', { n: view.unmatched })] : []),
    ...deliveries(view, say, t),
  ],
  stream: (view, say, t) => {
    const kept = view.shards.reduce((sum, shard) => sum + shard.kept, 0);
    const oldest = oldestKept(view);
    return [
      say('canvas.stream.doing', { n: kept, shards: view.shards.length }),
      say('canvas.stream.doing.appended', { n: view.appended }),
      ...(oldest === null ? [] : [say('canvas.stream.doing.age', { age: formatAge(lasted(t, oldest)) })]),
      ...(view.throttled > 0 ? [say('canvas.gateway.doing.throttled', { n: view.throttled })] : []),
      ...(view.expired > 0 ? [say('canvas.queue.doing.expired', { n: view.expired })] : []),
    ];
  },
  'event-bus': (view, say, t, params) => [
    say('canvas.bus.doing', { n: view.published + view.fired, rules: rulesIn(params) }),
    ...(view.fired > 0 ? [say('canvas.bus.doing.fired', { n: view.fired })] : []),
    ...(view.unmatched > 0 ? [say('canvas.bus.doing.unmatched', { n: view.unmatched })] : []),
    ...deliveries(view, say, t),
    ...(view.archived > 0 ? [say('canvas.bus.doing.archived', { n: view.archived, replayed: view.replayed })] : []),
  ],
  bucket: ({ masters, renditions, megabytes, notified, refused }, say) => [
    say('canvas.bucket.doing', { masters, renditions, size: formatMegabytes(megabytes) }),
    ...(notified > 0 ? [say('canvas.bucket.doing.notified', { n: notified })] : []),
    ...(refused > 0 ? [say('canvas.group.doing.refused', { n: refused })] : []),
  ],
  table: ({ items, overwritten, read, refused }, say) => [
    say('canvas.table.doing', { n: items }),
    ...(overwritten > 0 ? [say('canvas.table.doing.overwritten', { n: overwritten })] : []),
    ...(read > 0 ? [say('canvas.table.doing.read', { n: read })] : []),
    ...(refused > 0 ? [say('canvas.group.doing.refused', { n: refused })] : []),
  ],
};

const sendKeys = {
  uploads: 'canvas.client.doing',
  clicks: 'canvas.client.doing.clicks',
  errors: 'canvas.client.doing.errors',
  states: 'canvas.client.doing.states',
} as const;

/** What a component is doing at `t`, a sentence each, after what is `wrong` with it, and before what was lost at it. */
export function doingOf(
  view: ComponentView & Partial<WithLosses>,
  params: Params,
  t: SimTime,
  say: Say,
  wrong: readonly string[] = [],
): string[] {
  return [
    ...wrong,
    ...(doing[view.kind] as Doing<ComponentKind>)(view, say, t, params),
    ...(view.losses ? lossSentences(lossesIn(view.losses), say) : []),
  ];
}

/** Each way in which uploads ended badly somewhere, a sentence each. */
export function lossSentences(losses: readonly LossView[], say: Say): string[] {
  return losses.map(({ end, reason, uploads }) =>
    say(`canvas.loss.doing.${end}`, { n: uploads, reason: say(`reason.${reason}`) }),
  );
}

function deliveries(view: WithDeliveries, say: Say, t: SimTime): string[] {
  const waiting = waitingRetries(view, t);
  const { retried, deadLettered, dropped } = view;
  return [
    ...(waiting > 0 ? [say('canvas.deliveries.waiting', { n: waiting })] : []),
    ...(retried > 0 ? [say('canvas.deliveries.retried', { n: retried })] : []),
    ...(deadLettered > 0 ? [say('canvas.deliveries.dead', { n: deadLettered })] : []),
    ...(dropped > 0 ? [say('canvas.deliveries.dropped', { n: dropped })] : []),
  ];
}

/** How many instances are in which state: `3 working, 2 starting`. */
export function tally(counts: Readonly<Record<InstanceState, number>>, say: Say): string {
  return instanceStates
    .filter((state) => counts[state] > 0)
    .map((state) => `${formatCount(counts[state])} ${say(stateKeys[state])}`)
    .join(', ');
}
