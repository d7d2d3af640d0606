/** A component: what it is, what it is doing, and what it holds. */
import type { ReactNode } from 'react';
import { type SimTime, toSeconds } from '../../engine/time.ts';
import type { ComponentKind } from '../../models/registry.ts';
import type { ItemView, ViewOf } from '../../playback/view.ts';
import type { StageId } from '../../stages/catalogue.ts';
import { useSession } from '../../stores/session-context.tsx';
import { isTextKey, textOf } from '../../text/text.ts';
import { formatClock, formatDuration, formatMegabytes } from '../../ui/format.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import { type Entry, EntryList } from './EntryList.tsx';
import styles from './Inspector.module.css';
import { sayInstance } from './job-words.ts';
import { useShownIn } from './use-shown.ts';

/** Which component it is. */
interface Place {
  stage: StageId;
  component: string;
}

export function InspectedComponent({ stage, component }: Place) {
  const vocabulary = useVocabulary();
  const shown = useShownIn(stage, component);
  if (!shown) return <h3 className={styles.name}>{nameOf(vocabulary, component)}</h3>;
  const { node, view, t } = shown;
  const own = `node.${component}.what`;
  return (
    <>
      <h3 className={styles.name}>{nameOf(vocabulary, component)}</h3>
      <p className={styles.quiet}>{textOf(vocabulary, isTextKey(own) ? own : `component.${node.kind}.what`)}</p>
      {bodies[view.kind](view as never, t, { stage, component })}
    </>
  );
}

const bodies: { [K in ComponentKind]: (view: ViewOf<K>, t: SimTime, place: Place) => ReactNode } = {
  client: (view) => <Client view={view} />,
  'instance-group': (view, t, place) => <Group view={view} t={t} {...place} />,
  queue: (view, t) => <Queue view={view} t={t} />,
  bucket: (view) => <Bucket view={view} />,
  table: (view) => <Table view={view} />,
};

function Client({ view }: { view: ViewOf<'client'> }) {
  const say = useText();
  const { started, accepted, refused, waiting } = view;
  return (
    <>
      <p>{say('inspect.started', { n: started })}</p>
      <p>{say('inspect.answered', { accepted, refused })}</p>
      {waiting > 0 && <p>{say('inspect.asking', { n: waiting })}</p>}
    </>
  );
}

function Group({ view, t, stage, component }: Place & { view: ViewOf<'instance-group'>; t: SimTime }) {
  const say = useText();
  const session = useSession();
  const { desired, instances, backlog, faults, finished, failed, refused } = view;
  return (
    <>
      {faults > 0 && <p className={styles.bad}>{say('inspect.faulty')}</p>}
      <p>{say('inspect.desired', { n: desired })}</p>
      <p>{say('inspect.jobs', { finished, failed, refused })}</p>
      {instances.length === 0 && <p>{say('inspect.noInstances')}</p>}
      <EntryList
        name={say('inspect.instances')}
        count={instances.length}
        entries={instances.map((instance) => ({
          key: String(instance.id),
          words: `${say('inspect.instance', { n: String(instance.id) })}: ${sayInstance(instance, t, say)}`,
          choose: () => session.select({ kind: 'instance', stage, component, instance: instance.id }),
        }))}
      />
      <EntryList name={say('inspect.backlog', { n: backlog.size })} count={backlog.size} entries={waitingRequests()} />
    </>
  );

  function* waitingRequests(): Iterable<Entry> {
    for (const [message, { upload, since }] of backlog) {
      yield {
        key: String(message),
        words: say('inspect.message.waiting', { upload: String(upload), since: lasted(since, t) }),
        choose: () => session.select({ kind: 'upload', upload }),
      };
    }
  }
}

function Queue({ view, t }: { view: ViewOf<'queue'>; t: SimTime }) {
  const say = useText();
  const session = useSession();
  const { items, visible, inFlight, deadLetters } = view;
  const words = ({ upload, since, receiveCount, visibleAgainAt }: ItemView): string => {
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
      <EntryList name={say('inspect.messages')} count={items.size} entries={messages()} />
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

  function* messages(): Iterable<Entry> {
    for (const item of items.values()) {
      yield {
        key: String(item.item),
        words: words(item),
        choose: () => session.select({ kind: 'upload', upload: item.upload }),
      };
    }
  }
}

function Bucket({ view }: { view: ViewOf<'bucket'> }) {
  const say = useText();
  return (
    <>
      <p>{say('inspect.masters', { n: view.masters })}</p>
      <p>{say('inspect.renditions', { n: view.renditions })}</p>
      <p className="number">{formatMegabytes(view.megabytes)}</p>
    </>
  );
}

function Table({ view }: { view: ViewOf<'table'> }) {
  const say = useText();
  return <p>{say('inspect.items', { n: view.items })}</p>;
}

function lasted(since: SimTime, t: SimTime): string {
  return formatDuration(Math.max(0, toSeconds(t - since)));
}
