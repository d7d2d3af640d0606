/**
 * The rows of a trace over one axis of time. Each stretch is a bar that can be pointed at, tapped, or gone to with the arrow
 * keys (left and right in a row, up and down from row to row): its exact times stand below.
 */
import { type KeyboardEvent, useRef, useState } from 'react';
import { toSeconds } from '../../../engine/time.ts';
import { operations } from '../../../models/facts.ts';
import { reasonOf } from '../../../models/reasons.ts';
import { nameOf } from '../../../panels/names.ts';
import type { FunctionRun } from '../../../playback/function-runs.ts';
import { requestIdOf } from '../../../playback/request-ids.ts';
import {
  type Stretch,
  stretchKinds,
  type TraceRow,
  type Waterfall as WaterfallOfUpload,
} from '../../../playback/waterfall.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { formatDuration } from '../../../ui/format.ts';
import { type Say, useText, useVocabulary } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import type { KnownRuns } from '../use-function-runs.ts';
import { ticksOf } from './request-list.ts';
import styles from './Waterfall.module.css';

/** Times on the axis at most. Our choice: so many fit on a phone. */
const MOST_TICKS = 5;

/** What the axis spans: all of the trace, what the caller waited for, or the row that is looked at. */
const zooms = ['all', 'wait', 'row'] as const;
type Zoom = (typeof zooms)[number];

/** A bar: its row, and its place in that. */
type Place = readonly [row: number, stretch: number];

export interface WaterfallProps {
  waterfall: WaterfallOfUpload;
  known: KnownRuns;
  onLines: (requestId: string) => void;
}

export function Waterfall({ waterfall, known: { runs, nodes, seed }, onLines }: WaterfallProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const [zoom, setZoom] = useState<Zoom>('all');
  const [at, setAt] = useState<Place>([0, 0]);
  const [hovered, setHovered] = useState<Place | null>(null);
  const [hasLooked, setHasLooked] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { rows } = waterfall;
  const name = (component: number): string => nameOf(vocabulary, nodes[component]?.id ?? '');
  const nameOfRow = ({ kind, component, from, operation, attempt }: TraceRow): string => {
    if (kind === 'request') {
      const what = operations[operation];
      return say('lab.traces.row.request', {
        from: name(from),
        to: name(component),
        operation: what === undefined ? '' : say(`operation.${what}`),
      });
    }
    return attempt > 1
      ? say('lab.traces.row.try', { n: attempt, name: name(component) })
      : say('lab.traces.row.run', { name: name(component) });
  };

  const [row, stretch] = nearest(rows, hovered ?? at);
  const [stopRow, stopStretch] = nearest(rows, at);
  const looked = rows[row];
  // What is pointed at changes too often to be zoomed to.
  const [from, to] = spanOf(waterfall, zoom, rows[stopRow]);
  const share = (time: number): number => Math.min(1, Math.max(0, (time - from) / (to - from)));
  const timeOf = (time: number): string => exact(toSeconds(time - waterfall.from));

  const goTo = (place: Place): void => {
    setAt(place);
    setHasLooked(true);
    box.current?.querySelector<HTMLElement>(`[data-bar="${place[0]} ${place[1]}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const [r, s] = [stopRow, stopStretch];
    const lastOf = (n: number): number => (rows[n]?.stretches.length ?? 1) - 1;
    const next: Place | undefined = {
      ArrowLeft: [r, Math.max(0, s - 1)] as const,
      ArrowRight: [r, Math.min(lastOf(r), s + 1)] as const,
      ArrowUp: [Math.max(0, r - 1), 0] as const,
      ArrowDown: [Math.min(rows.length - 1, r + 1), 0] as const,
      Home: [0, 0] as const,
      End: [rows.length - 1, 0] as const,
    }[event.key];
    if (next === undefined) return;
    goTo(next);
    // Kept from the keys of the page.
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={lab.part}>
      <div className={lab.row}>
        <Choice
          label={say('lab.traces.zoom')}
          value={zoom}
          options={zooms.map((each) => ({ value: each, label: say(`lab.traces.zoom.${each}`) }))}
          onChange={setZoom}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the bars have the focus; their keys are heard here. */}
      <div ref={box} className={styles.rows} onKeyDown={onKeyDown} onPointerLeave={() => setHovered(null)}>
        <div className={styles.axis} aria-hidden="true">
          {ticksOf(toSeconds(to - from), MOST_TICKS).map((tick) => (
            <span key={tick} className="number" style={{ left: `${(tick / toSeconds(to - from)) * 100}%` }}>
              {formatTick(toSeconds(from - waterfall.from) + tick)}
            </span>
          ))}
        </div>
        {rows.map((each, n) => {
          const reason = each.reason === 0 ? '' : `, ${say(`reason.${reasonOf(each.reason)}`)}`;
          return (
            <div key={each.key} className={`${styles.row} ${n === row && hasLooked ? styles.looked : ''}`}>
              <span className={styles.name} style={{ paddingLeft: `${each.depth * 0.625}rem` }}>
                {nameOfRow(each)}
                {each.throttled > 0 && (
                  <span className={styles.waits}> {say('lab.traces.row.throttled', { n: each.throttled })}</span>
                )}
                {each.reason !== 0 && (
                  <span className={styles.failed}> × {say(`reason.${reasonOf(each.reason)}`)}</span>
                )}
              </span>
              <span className={styles.track}>
                {each.stretches.map((part, s) => {
                  const isStop = n === stopRow && s === stopStretch;
                  const isFailed = each.reason !== 0 && s === each.stretches.length - 1;
                  return (
                    <button
                      key={`${part.kind} ${part.from}`}
                      type="button"
                      data-bar={`${n} ${s}`}
                      tabIndex={isStop ? 0 : -1}
                      aria-label={`${nameOfRow(each)}${isFailed ? reason : ''}: ${sayStretch(say, part, timeOf)}`}
                      hidden={part.to < from || part.from > to}
                      className={styles.bar}
                      style={{
                        left: `min(${share(part.from) * 100}%, 100% - 0.5rem)`,
                        width: `${(share(part.to) - share(part.from)) * 100}%`,
                      }}
                      onClick={() => goTo([n, s])}
                      onFocus={() => {
                        setAt([n, s]);
                        setHasLooked(true);
                      }}
                      onPointerEnter={({ pointerType }) => {
                        if (pointerType !== 'mouse') return;
                        setHovered([n, s]);
                        setHasLooked(true);
                      }}
                    >
                      <span
                        className={`${styles.fill} ${styles[part.kind]} ${part.isOpen ? styles.open : ''} ${isFailed ? styles.ends : ''}`}
                      />
                    </button>
                  );
                })}
              </span>
            </div>
          );
        })}
      </div>
      <ul className={lab.legend}>
        {stretchKinds
          .filter((kind) => rows.some(({ stretches }) => stretches.some((each) => each.kind === kind)))
          .map((kind) => (
            <li key={kind}>
              <span className={`${lab.swatch} ${styles[kind]}`} aria-hidden="true" />
              {say(`lab.traces.kind.${kind}`)}
            </li>
          ))}
      </ul>
      <Details
        text={
          hasLooked && looked ? `${nameOfRow(looked)}: ${sayStretch(say, looked.stretches[stretch], timeOf)}` : null
        }
        run={looked && looked.run >= 0 ? runs.runs[looked.run] : undefined}
        seed={seed}
        reason={looked?.reason ?? 0}
        onLines={onLines}
      />
    </div>
  );
}

interface DetailsProps {
  text: string | null;
  run: FunctionRun | undefined;
  seed: number;
  reason: number;
  onLines: (requestId: string) => void;
}

/** What the bar says that is looked at. */
function Details({ text, run, seed, reason, onLines }: DetailsProps) {
  const say = useText();
  if (text === null) return <p className={styles.details}>{say('lab.traces.details')}</p>;
  return (
    <div className={styles.details}>
      <p className="number">{text}</p>
      {reason !== 0 && <p className={styles.failed}>{say(`reason.${reasonOf(reason)}.what`)}</p>}
      {run && (
        <p className={styles.ids}>
          <span className="number">{say('lab.traces.requestId', { id: requestIdOf(seed, run) })}</span>
          {run.environment >= 0 && <span>{say('lab.traces.environment', { id: String(run.environment) })}</span>}
          <Button weight="bare" onClick={() => onLines(requestIdOf(seed, run))}>
            {say('lab.traces.lines.of')}
          </Button>
        </p>
      )}
    </div>
  );
}

function sayStretch(say: Say, part: Stretch | undefined, timeOf: (time: number) => string): string {
  if (part === undefined) return '';
  const kind = say(`lab.traces.kind.${part.kind}`);
  const from = timeOf(part.from);
  if (part.isOpen) return say('lab.traces.stretch.open', { kind, from });
  return say('lab.traces.stretch', {
    kind,
    length: exact(toSeconds(part.to - part.from)),
    from,
    to: timeOf(part.to),
  });
}

/** To the millisecond. */
function exact(seconds: number): string {
  return `${seconds.toFixed(3)} s`;
}

function formatTick(seconds: number): string {
  return seconds < 1e-9 ? '0' : formatDuration(seconds);
}

/** The bar that is meant, or the nearest there is: rows come and go with the clock. */
function nearest(rows: readonly TraceRow[], [row, stretch]: Place): Place {
  const r = Math.max(0, Math.min(row, rows.length - 1));
  return [r, Math.max(0, Math.min(stretch, (rows[r]?.stretches.length ?? 1) - 1))];
}

function spanOf({ from, to, rows }: WaterfallOfUpload, zoom: Zoom, looked: TraceRow | undefined): [number, number] {
  const row = zoom === 'all' ? undefined : zoom === 'wait' ? rows[0] : looked;
  const [first] = row?.stretches ?? [];
  const last = row?.stretches.at(-1);
  if (first === undefined || last === undefined || last.to <= first.from) return [from, to];
  return [first.from, last.to];
}
