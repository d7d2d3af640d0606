/** A component: what it is, what it is doing, and what it holds. */
import type { ComponentType } from 'react';
import { type SimTime, toSeconds } from '../../engine/time.ts';
import type { ComponentKind } from '../../models/registry.ts';
import type { ViewOf } from '../../playback/view.ts';
import type { WithDeliveries } from '../../playback/views/deliveries-view.ts';
import type { ItemView } from '../../playback/views/queue-view.ts';
import { topologyOf } from '../../scenario/create-simulation.ts';
import type { LastingFault } from '../../scenario/lasting-faults.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { RunId } from '../../stores/session.ts';
import { useSession } from '../../stores/session-context.tsx';
import { isTextKey, textOf } from '../../text/text.ts';
import { formatClock, formatDuration, formatMegabytes } from '../../ui/format.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import { type Entry, EntryList } from './EntryList.tsx';
import { FactList } from './FactList.tsx';
import { sayFault } from './fault-line.ts';
import styles from './Inspector.module.css';
import { isWarm, sayInstance } from './job-words.ts';
import { useShownIn } from './use-shown.ts';

/** Which component it is. */
interface Place {
  run: RunId;
  component: string;
}

export function InspectedComponent({ run, component }: Place) {
  const vocabulary = useVocabulary();
  const shown = useShownIn(run, component);
  if (!shown) return <h3 className={styles.name}>{nameOf(vocabulary, component)}</h3>;
  const { node, view, t, faults, scenario } = shown;
  const Body = bodies[view.kind] as Body<ComponentKind>;
  const own = `node.${component}.what`;
  return (
    <>
      <h3 className={styles.name}>{nameOf(vocabulary, component)}</h3>
      <p className={styles.quiet}>{textOf(vocabulary, isTextKey(own) ? own : `component.${node.kind}.what`)}</p>
      <Faults faults={faults} scenario={scenario} component={component} />
      <Body view={view} t={t} run={run} component={component} />
    </>
  );
}

/** What lasts here by way of faults: what, how strongly, on which part, until when, and what that does. */
function Faults({
  faults,
  scenario,
  component,
}: {
  faults: readonly LastingFault[];
  scenario: Scenario;
  component: string;
}) {
  const vocabulary = useVocabulary();
  return faults.map((lasting) => (
    <div key={`${lasting.intervention} ${lasting.link} ${lasting.part}`}>
      <p className={styles.bad}>{sayFault(vocabulary, lasting, component, topologyOf(scenario).links)}</p>
      <p className={styles.quiet}>{textOf(vocabulary, `fault.${lasting.fault}.what`)}</p>
    </div>
  ));
}

type Body<K extends ComponentKind> = ComponentType<{ view: ViewOf<K>; t: SimTime } & Place>;

const bodies: { [K in ComponentKind]: Body<K> } = {
  client: Client,
  gateway: Gateway,
  'load-balancer': LoadBalancer,
  'instance-group': Group,
  function: ServerlessFunction,
  queue: Queue,
  topic: Topic,
  stream: Stream,
  'event-bus': EventBus,
  bucket: Bucket,
  table: Table,
};

function Client({ view }: { view: ViewOf<'client'> }) {
  const say = useText();
  const { started, accepted, refused, waiting, retried, timedOut, circuit } = view;
  return (
    <>
      <p>{say('inspect.started', { n: started })}</p>
      <p>{say('inspect.answered', { accepted, refused })}</p>
      {waiting > 0 && <p>{say('inspect.asking', { n: waiting })}</p>}
      {retried + timedOut > 0 && <p>{say('inspect.retried', { n: retried, late: timedOut })}</p>}
      {circuit !== 'closed' && <p className={styles.bad}>{say(`canvas.client.circuit.${circuit}`)}</p>}
    </>
  );
}

function Gateway({ view: { passed, throttled, failed } }: { view: ViewOf<'gateway'> }) {
  const say = useText();
  return <p>{say('inspect.gateway', { n: passed, throttled, failed })}</p>;
}

function LoadBalancer({ view }: { view: ViewOf<'load-balancer'> }) {
  const say = useText();
  const { targets, isFailingOpen, routed, refused } = view;
  return (
    <>
      {isFailingOpen && <p className={styles.bad}>{say('inspect.failingOpen')}</p>}
      <p>{say('inspect.routed', { n: routed, refused })}</p>
      <FactList
        name={say('inspect.targets')}
        facts={targets.map(({ link, instance, zone, state, routed: n }) => ({
          key: `${link} ${instance}`,
          words: say('inspect.target', {
            id: String(instance),
            zone: zone + 1,
            state: say(`inspect.target.${state}`),
            n,
          }),
        }))}
      />
    </>
  );
}

function Group({ view, t, run, component }: Place & { view: ViewOf<'instance-group'>; t: SimTime }) {
  const say = useText();
  const { desired, instances, backlog, finished, failed, refused } = view;
  return (
    <>
      <p>{say('inspect.desired', { n: desired })}</p>
      <p>{say('inspect.jobs', { finished, failed, refused })}</p>
      {instances.length === 0 && <p>{say('inspect.noInstances')}</p>}
      <Instances name={say('inspect.instances')} view={view} t={t} run={run} component={component} />
      <EntryList
        name={say('inspect.backlog', { n: backlog.size })}
        count={backlog.size}
        entries={useUploadEntries(backlog, ({ upload, since }) =>
          say('inspect.message.waiting', { upload: String(upload), since: lasted(since, t) }),
        )}
      />
    </>
  );
}

function ServerlessFunction({ view, t, run, component }: Place & { view: ViewOf<'function'>; t: SimTime }) {
  const say = useText();
  const { instances, events, invocations, coldStarts, errors, throttled } = view;
  return (
    <>
      <p>{say('inspect.runs', { n: invocations, cold: coldStarts, errors, throttled })}</p>
      {instances.length === 0 && <p>{say('inspect.noEnvironments')}</p>}
      <Instances name={say('inspect.environments')} view={view} t={t} run={run} component={component} />
      <EntryList
        name={say('inspect.events', { n: events.size })}
        count={events.size}
        entries={useUploadEntries(events, ({ upload, since, tries }) =>
          say('inspect.event', { upload: String(upload), since: lasted(since, t), n: tries }),
        )}
      />
    </>
  );
}

/** Instances, each of which can be chosen. */
function Instances({
  name,
  view,
  t,
  run,
  component,
}: Place & { name: string; view: ViewOf<'instance-group'> | ViewOf<'function'>; t: SimTime }) {
  const say = useText();
  const session = useSession();
  return (
    <EntryList
      name={name}
      count={view.instances.length}
      entries={view.instances.map((instance) => ({
        key: String(instance.id),
        words: `${say('inspect.instance', { n: String(instance.id) })}: ${sayInstance(instance, isWarm(view, instance), t, say)}`,
        choose: () => session.select({ kind: 'instance', run, component, instance: instance.id }),
      }))}
    />
  );
}

function Queue({ view, t }: { view: ViewOf<'queue'>; t: SimTime }) {
  const say = useText();
  const session = useSession();
  const { items, visible, inFlight, delayed, deadLetters } = view;
  const words = ({ upload, since, receiveCount, visibleAgainAt, isDelayed }: ItemView): string => {
    if (isDelayed) {
      const time = formatClock(toSeconds(visibleAgainAt));
      return say('inspect.message.delayed', { upload: String(upload), time });
    }
    const line =
      visibleAgainAt < 0
        ? say('inspect.message.waiting', { upload: String(upload), since: lasted(since, t) })
        : say('inspect.message.inFlight', { upload: String(upload), time: formatClock(toSeconds(visibleAgainAt)) });
    return receiveCount > 1 ? `${line}; ${say('inspect.message.times', { n: receiveCount })}` : line;
  };
  return (
    <>
      <p>{say('inspect.visible', { n: visible })}</p>
      <p>{say('inspect.inFlight', { n: inFlight })}</p>
      {delayed > 0 && <p>{say('inspect.delayed', { n: delayed })}</p>}
      <EntryList name={say('inspect.messages')} count={items.size} entries={useUploadEntries(items, words)} />
      <EntryList
        name={say('inspect.deadLetters', { n: deadLetters.length })}
        count={deadLetters.length}
        entries={deadLetters.map(({ upload, at }) => ({
          key: `${upload} ${at}`,
          words: say('inspect.deadLetter', { upload: String(upload), time: formatClock(toSeconds(at)) }),
          choose: () => session.select({ kind: 'upload', upload }),
        }))}
      />
    </>
  );
}

function Topic({ view, t }: { view: ViewOf<'topic'>; t: SimTime }) {
  const say = useText();
  return (
    <>
      <p>{say('inspect.published', { n: view.published, unmatched: view.unmatched })}</p>
      <Deliveries view={view} t={t} />
    </>
  );
}

function EventBus({ view, t }: { view: ViewOf<'event-bus'>; t: SimTime }) {
  const say = useText();
  const { published, fired, unmatched, rules, archived, replayed } = view;
  const inOrder = [...rules].sort(([one], [other]) => one - other);
  return (
    <>
      <p>{say('inspect.published', { n: published, unmatched })}</p>
      {fired > 0 && <p>{say('inspect.fired', { n: fired })}</p>}
      {archived > 0 && <p>{say('inspect.archived', { n: archived, replayed })}</p>}
      <FactList
        name={say('inspect.rules')}
        facts={inOrder.map(([rule, { matched, lastAt }]) => ({
          key: String(rule),
          words: say('inspect.rule', { rule: rule + 1, n: matched, time: formatClock(toSeconds(lastAt)) }),
        }))}
      />
      <Deliveries view={view} t={t} />
    </>
  );
}

/** How copies fared, and which of them wait to be tried again. */
function Deliveries({ view, t }: { view: WithDeliveries; t: SimTime }) {
  const say = useText();
  const session = useSession();
  const { retries, retried, deadLettered, dropped } = view;
  const waiting = retries.filter(({ nextTryAt }) => nextTryAt > t);
  if (retried + deadLettered + dropped === 0) return null;
  return (
    <>
      <p>{say('inspect.deliveries', { n: retried, dead: deadLettered, dropped })}</p>
      <EntryList
        name={say('inspect.retries', { n: waiting.length })}
        count={waiting.length}
        entries={waiting.map(({ target, upload, attempt, nextTryAt }) => ({
          key: `${target} ${upload} ${nextTryAt}`,
          words: say('inspect.retry', {
            upload: String(upload),
            time: formatClock(toSeconds(nextTryAt)),
            n: attempt,
          }),
          choose: () => session.select({ kind: 'upload', upload }),
        }))}
      />
    </>
  );
}

function Stream({ view, t }: { view: ViewOf<'stream'>; t: SimTime }) {
  const say = useText();
  const { shards, appended, expired, throttled } = view;
  return (
    <>
      <p>{say('inspect.appended', { n: appended, expired, throttled })}</p>
      <FactList
        name={say('inspect.shards')}
        facts={shards.map(({ kept, keptSince }, shard) => ({
          key: String(shard),
          words: say('inspect.shard', {
            shard: shard + 1,
            n: kept,
            age: formatDuration(Math.max(0, toSeconds(t - (keptSince[0] ?? t)))),
          }),
        }))}
      />
    </>
  );
}

function Bucket({ view }: { view: ViewOf<'bucket'> }) {
  const say = useText();
  return (
    <>
      <p>{say('inspect.masters', { n: view.masters })}</p>
      <p>{say('inspect.renditions', { n: view.renditions })}</p>
      <p className="number">{formatMegabytes(view.megabytes)}</p>
      {view.notified > 0 && <p>{say('inspect.notified', { n: view.notified })}</p>}
      {view.refused > 0 && <p className={styles.bad}>{say('inspect.turnedAway', { n: view.refused })}</p>}
    </>
  );
}

function Table({ view }: { view: ViewOf<'table'> }) {
  const say = useText();
  const { items, read, overwritten, refused } = view;
  return (
    <>
      <p>{say('inspect.items', { n: items })}</p>
      {read + overwritten > 0 && <p>{say('inspect.read', { n: read, again: overwritten })}</p>}
      {refused > 0 && <p className={styles.bad}>{say('inspect.turnedAway', { n: refused })}</p>}
    </>
  );
}

/** Entries that lead to their upload. */
function useUploadEntries<T extends { upload: number }>(
  entries: ReadonlyMap<number, T>,
  words: (entry: T) => string,
): Iterable<Entry> {
  const session = useSession();
  return uploadEntries(entries, words, (upload) => session.select({ kind: 'upload', upload }));
}

/** One by one, so that no more are put into words than are shown. */
function* uploadEntries<T extends { upload: number }>(
  entries: ReadonlyMap<number, T>,
  words: (entry: T) => string,
  choose: (upload: number) => void,
): Iterable<Entry> {
  for (const [key, entry] of entries) {
    yield { key: String(key), words: words(entry), choose: () => choose(entry.upload) };
  }
}

function lasted(since: SimTime, t: SimTime): string {
  return formatDuration(Math.max(0, toSeconds(t - since)));
}
