/** The log of the functions up to the moment of the clock: searched, followed, and gone through with the keys. */
import { CircleAlert, Dot, Hand, Info } from 'lucide-react';
import { type ComponentType, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { listPrices, priceOf } from '../../../cost/prices.ts';
import { countWhile } from '../../../engine/count-while.ts';
import { toSeconds } from '../../../engine/time.ts';
import { nameOf } from '../../../panels/names.ts';
import {
  bytesOf,
  isWanted,
  type LogLevel,
  type LogLine,
  logLevels,
  logOf,
  mayLog,
} from '../../../playback/function-log.ts';
import { NOT_YET } from '../../../playback/function-runs.ts';
import { streamIdOf } from '../../../playback/request-ids.ts';
import type { StageId } from '../../../stages/catalogue.ts';
import { useSession } from '../../../stores/session-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { formatClock, formatMegabytes, formatMoney, formatUnitPrice, NOTHING } from '../../../ui/format.ts';
import { Switch } from '../../../ui/Switch.tsx';
import { useText, useVocabulary } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import type { KnownRuns } from '../use-function-runs.ts';
import { KeyList } from './KeyList.tsx';
import styles from './LogView.module.css';
import { noteText } from './note-text.ts';

/** Lines that are listed: the newest of those wanted. Our choice. */
const MOST_LINES = 200;
/** So close to the end a list counts as being at its end, in pixels. */
const AT_THE_END = 24;
const BYTES_PER_GB = 1e9;
const BYTES_PER_MB = 1e6;
const SECONDS_PER_HOUR = 3600;

const signs: Readonly<Record<LogLevel, ComponentType<{ className?: string }>>> = {
  service: Dot,
  info: Info,
  error: CircleAlert,
  note: Hand,
};

export interface LogViewProps {
  stage: StageId;
  known: KnownRuns;
  /** Only lines of this request are wanted; null for all. */
  requestId: string | null;
  onRequestId: (id: string | null) => void;
  onTrace: (upload: number) => void;
}

export function LogView({ stage, known, requestId, onRequestId, onTrace }: LogViewProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const { runs, nodes, seed, t, tSeconds, facts } = known;
  const [text, setText] = useState('');
  const [level, setLevel] = useState<LogLevel | null>(null);
  const [component, setComponent] = useState<number | null>(null);
  const [follows, setFollows] = useState(true);
  const [picked, setPicked] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the runs grow in place with the facts.
  const all = useMemo(
    () => logOf(runs, nodes, seed).map((line, n) => ({ ...line, key: String(n) })),
    [runs, nodes, seed, facts],
  );
  const past = all.slice(
    0,
    countWhile(all, ({ at }) => at <= t),
  );
  const wanted = past.filter((line) => isWanted(line, { text, requestId, level, component }));
  const shown = wanted.slice(-MOST_LINES);
  const pickedLine = shown.find(({ key }) => key === picked);
  const written = past.filter((line) => line.level !== 'note');
  const bytes = bytesOf(past);
  const price = priceOf(listPrices, 'cloudwatch.logs.ingest');
  const functions = nodes.flatMap((node, place) => (node.kind === 'function' ? [{ node, place }] : []));
  const silenced = functions.filter(({ node, place }) => !mayLog(node) && (component === null || component === place));

  const newest = shown.at(-1)?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what moves it.
  useLayoutEffect(() => {
    const element = list.current;
    if (follows && element) element.scrollTop = element.scrollHeight;
  }, [newest, follows]);

  const textOf = (line: LogLine): string =>
    line.level === 'note' ? noteText(say, vocabulary, line, nodes) : line.text;

  return (
    <div className={`${lab.part} ${styles.view}`}>
      <div className={`${lab.row} ${styles.controls}`}>
        <label className={styles.field}>
          <span>{say('lab.traces.filter')}</span>
          <input
            type="search"
            value={text}
            placeholder={say('lab.traces.filter.placeholder')}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => event.stopPropagation()}
          />
        </label>
        <label className={styles.field}>
          <span>{say('lab.traces.level')}</span>
          <select
            value={level ?? ''}
            onChange={(event) => setLevel(logLevels.find((each) => each === event.currentTarget.value) ?? null)}
          >
            <option value="">{say('lab.traces.level.all')}</option>
            {logLevels.map((each) => (
              <option key={each} value={each}>
                {say(`lab.traces.level.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.field}>
          <span>{say('lab.traces.of')}</span>
          <select
            value={component ?? ''}
            onChange={({ currentTarget: { value } }) => setComponent(value === '' ? null : Number(value))}
          >
            <option value="">{say('lab.traces.of.all')}</option>
            {functions.map(({ node, place }) => (
              <option key={node.id} value={place}>
                {nameOf(vocabulary, node.id)}
              </option>
            ))}
          </select>
        </label>
        <Switch
          label={say('lab.traces.follow')}
          help={say('lab.traces.follow.help')}
          checked={follows}
          onChange={setFollows}
        />
      </div>
      {silenced.map(({ node, place }) => {
        const ran = runs.runs.filter((run) => run.component === place && run.endedAt !== NOT_YET && run.endedAt <= t);
        return (
          <p key={node.id} className={styles.silenced}>
            {say('lab.traces.silenced', { name: nameOf(vocabulary, node.id), n: ran.length })}{' '}
            {say('lab.traces.silenced.trace')}
          </p>
        );
      })}
      <p className={lab.quiet} role="status">
        {say('lab.traces.count', { n: wanted.length, all: past.length, at: formatClock(tSeconds) })}
        {wanted.length > shown.length && ` ${say('lab.traces.older', { n: shown.length })}`}
      </p>
      {shown.length === 0 ? (
        <p className={styles.empty}>{say(past.length === 0 ? 'lab.traces.none' : 'lab.traces.none.filter')}</p>
      ) : (
        <KeyList
          label={say('lab.traces.lines')}
          className={styles.lines}
          listRef={list}
          picked={picked}
          onPick={(key) => {
            setPicked(key);
            if (key !== newest) setFollows(false);
          }}
          onOpen={(key) => {
            const line = shown.find((each) => each.key === key);
            if (line && line.upload >= 0) onTrace(line.upload);
          }}
          onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
            if (scrollHeight - scrollTop - clientHeight > AT_THE_END) setFollows(false);
          }}
          items={shown.map((line) => {
            const name = nameOf(vocabulary, nodes[line.component]?.id ?? '');
            const Sign = signs[line.level];
            return {
              key: line.key,
              spoken: say('lab.traces.line.spoken', {
                at: formatClock(toSeconds(line.at)),
                name,
                level: say(`lab.traces.level.${line.level}`),
                text: textOf(line).replaceAll('\t', ' '),
              }),
              content: (
                <span className={`${styles.line} ${styles[line.level]}`}>
                  <span className={`number ${styles.at}`}>{formatClock(toSeconds(line.at))}</span>
                  <Sign className={styles.sign as string} />
                  <span className={styles.name}>{name}</span>
                  <span className={`number ${styles.text}`}>{textOf(line)}</span>
                </span>
              ),
            };
          })}
        />
      )}
      <div className={lab.row}>
        {pickedLine && pickedLine.upload >= 0 && (
          <Button onClick={() => onTrace(pickedLine.upload)}>{say('lab.traces.open')}</Button>
        )}
        {requestId === null ? (
          pickedLine &&
          pickedLine.requestId !== '' && (
            <Button onClick={() => onRequestId(pickedLine.requestId)}>{say('lab.traces.only')}</Button>
          )
        ) : (
          <>
            <span className={`number ${styles.id}`}>{requestId}</span>
            <Button onClick={() => onRequestId(null)}>{say('lab.traces.any')}</Button>
          </>
        )}
        <span className={lab.quiet}>{say('lab.traces.hint')}</span>
        {pickedLine && pickedLine.environment >= 0 && (
          <span className={lab.quiet}>
            {say('lab.traces.stream', {
              id: String(pickedLine.environment),
              stream: streamIdOf(seed, pickedLine.component, pickedLine.environment),
            })}
          </span>
        )}
      </div>
      <div className={`${lab.row} ${styles.switches}`}>
        {functions.map(({ node }) => (
          <Switch
            key={node.id}
            label={say('lab.traces.mayLog', { name: nameOf(vocabulary, node.id) })}
            help={say('lab.traces.mayLog.help')}
            checked={session.parameterNow(stage, node.id, 'mayLog') === 'yes'}
            onChange={(may) => session.setParameter(node.id, 'mayLog', may ? 'yes' : 'no')}
          />
        ))}
      </div>
      <p className={lab.quiet}>
        {say('lab.traces.bytes', {
          bytes: formatMegabytes(bytes / BYTES_PER_MB),
          lines: written.length,
          usd:
            tSeconds > 0
              ? formatMoney(((bytes / tSeconds) * SECONDS_PER_HOUR * price.unitPriceUsd) / BYTES_PER_GB)
              : NOTHING,
          price: formatUnitPrice(price.unitPriceUsd),
        })}
      </p>
    </div>
  );
}
