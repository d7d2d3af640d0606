/** The grid: a cell for each environment, its state told by shape, colour and word; and all about the one that is pointed at. */
import { Ban, Cog, Download, Moon, Play } from 'lucide-react';
import { type ComponentType, type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import { type SimTime, seconds, toSeconds } from '../../../engine/time.ts';
import { formatClock, formatDuration } from '../../../ui/format.ts';
import { type Say, useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import styles from './EnvironmentGrid.module.css';
import {
  countedTogether,
  type EnvironmentLife,
  type EnvironmentLog,
  type EnvironmentPhase,
  gridAt,
  phaseOf,
} from './environment-log.ts';

const signs: Readonly<Record<EnvironmentPhase, ComponentType<{ className?: string | undefined }>>> = {
  download: Download,
  init: Cog,
  busy: Play,
  idle: Moon,
  gone: Ban,
};

const phases = Object.keys(signs) as EnvironmentPhase[];

/** How long the trace of one that is gone stays where it was, s, unless another takes its place. Our choice. */
const TRACE_SECONDS = 20;
/** Files of a /tmp that are named; the others are counted. Our choice. */
const MOST_FILES = 6;

export interface EnvironmentGridProps {
  log: EnvironmentLog;
  t: SimTime;
  /** How long an idle one is kept; null where it is not always the same. */
  idleSeconds: number | null;
}

export function EnvironmentGrid({ log, t, idleSeconds }: EnvironmentGridProps) {
  const say = useText();
  const list = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState(0);
  const grid = gridAt(log.places, t, seconds(TRACE_SECONDS));
  const stop = Math.min(chosen, Math.max(0, grid.length - 1));
  const shown = grid[stop] ?? null;
  const counted = countedTogether(log);
  const there = grid.filter((each) => each !== null && each.goneAt < 0).length;

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = placeAfter(event.key, stop, grid.length, columnsOf(list.current));
    if (next === null) return;
    event.preventDefault();
    // The keys of the page move the playhead with the arrows.
    event.stopPropagation();
    setChosen(next);
    list.current?.querySelectorAll<HTMLElement>('button')[next]?.focus();
  };

  return (
    <section className={lab.part} aria-label={say('lab.environments.grid')}>
      <header className={lab.head}>
        <h3>{say('lab.environments.now', { n: there })}</h3>
        <ul className={lab.legend} aria-label={say('lab.environments.legend')}>
          {phases.map((phase) => {
            const Sign = signs[phase];
            return (
              <li key={phase} data-phase={phase}>
                <span className={styles.sample}>
                  <Sign className={styles.sign} />
                </span>
                {say(`lab.environments.phase.${phase}`)}
              </li>
            );
          })}
        </ul>
      </header>
      {grid.length === 0 ? (
        <p className={styles.none}>{say('lab.environments.none')}</p>
      ) : (
        <ul ref={list} className={styles.grid} onKeyDown={onKeyDown}>
          {grid.map((environment, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the cell is.
            <li key={place}>
              <Cell
                environment={environment}
                t={t}
                idleSeconds={idleSeconds}
                isChosen={place === stop}
                onChoose={() => setChosen(place)}
                log={log}
                say={say}
              />
            </li>
          ))}
        </ul>
      )}
      {shown && <Told environment={shown} log={log} t={t} idleSeconds={idleSeconds} say={say} />}
      <p className={styles.counted}>
        {say('lab.environments.counted', { there: counted.there, all: counted.all, gone: counted.all - counted.there })}
      </p>
    </section>
  );
}

interface CellProps {
  environment: EnvironmentLife | null;
  log: EnvironmentLog;
  t: SimTime;
  idleSeconds: number | null;
  isChosen: boolean;
  onChoose: () => void;
  say: Say;
}

function Cell({ environment, log, t, idleSeconds, isChosen, onChoose, say }: CellProps) {
  const common = {
    type: 'button' as const,
    tabIndex: isChosen ? 0 : -1,
    onFocus: onChoose,
    onClick: onChoose,
    onPointerEnter: ({ pointerType }: { pointerType: string }) => pointerType === 'mouse' && onChoose(),
  };
  if (environment === null) {
    return <button {...common} className={styles.cell} data-phase="empty" aria-label={say('lab.environments.empty')} />;
  }
  const phase = phaseOf(environment);
  const Sign = signs[phase];
  const left = phase === 'idle' && idleSeconds !== null ? leftOf(environment, t, idleSeconds) : null;
  return (
    <button
      {...common}
      className={styles.cell}
      data-phase={phase}
      data-chosen={isChosen}
      aria-label={tell(environment, log, t, idleSeconds, say)}
      style={
        {
          '--left': left ?? 0,
          '--faded': phase === 'gone' ? toSeconds(t - environment.goneAt) / TRACE_SECONDS : 0,
        } as CSSProperties
      }
    >
      <span className={styles.name}>
        <Sign className={styles.sign} />
        {say('lab.environments.cell', { id: environment.id + 1 })}
      </span>
      <span className={styles.word}>{say(`lab.environments.phase.${phase}`)}</span>
      <span className={`number ${styles.detail}`}>{detailOf(environment, phase, t, say)}</span>
      {left !== null && <span className={styles.life} aria-hidden="true" />}
    </button>
  );
}

/** The one figure that matters in a cell. */
function detailOf(environment: EnvironmentLife, phase: EnvironmentPhase, t: SimTime, say: Say): string {
  const since = (from: SimTime): string => formatDuration(toSeconds(t - from));
  switch (phase) {
    case 'download':
      return since(environment.launchedAt);
    case 'init':
      return since(environment.runningAt);
    case 'busy':
      return say('lab.environments.cell.call', { n: environment.calls.at(-1) ?? 0 });
    case 'idle':
      return since(environment.idleSince);
    case 'gone':
      return say('lab.environments.cell.ago', { time: since(environment.goneAt) });
  }
}

/** What is left of its idle lifetime, from 1 to 0. */
function leftOf({ idleSince }: EnvironmentLife, t: SimTime, idleSeconds: number): number {
  return Math.max(0, 1 - toSeconds(t - idleSince) / idleSeconds);
}

/** An environment in one sentence: what is seen in the cell. */
function tell(
  environment: EnvironmentLife,
  log: EnvironmentLog,
  t: SimTime,
  idleSeconds: number | null,
  say: Say,
): string {
  const phase = phaseOf(environment);
  const id = environment.id + 1;
  if (phase === 'busy') {
    const call = log.calls[(environment.calls.at(-1) ?? 1) - 1];
    const words = call?.isCold === 1 ? 'lab.environments.told.busy.cold' : 'lab.environments.told.busy.warm';
    return say(words, { id, n: call?.number ?? 0 });
  }
  if (phase === 'idle') {
    const time = formatDuration(toSeconds(t - environment.idleSince));
    if (idleSeconds === null) return say('lab.environments.told.idle', { id, time });
    return say('lab.environments.told.idle.of', { id, time, of: formatDuration(idleSeconds) });
  }
  if (phase === 'gone') {
    return say('lab.environments.told.gone', { id, time: formatClock(toSeconds(environment.goneAt)) });
  }
  const time = formatDuration(toSeconds(t - (phase === 'init' ? environment.runningAt : environment.launchedAt)));
  return say(`lab.environments.told.${phase}`, { id, time });
}

/** All about one environment. */
function Told({
  environment,
  log,
  t,
  idleSeconds,
  say,
}: {
  environment: EnvironmentLife;
  log: EnvironmentLog;
  t: SimTime;
  idleSeconds: number | null;
  say: Say;
}) {
  const { calls, counter, launchedAt, inServiceAt, goneAt } = environment;
  const named = calls.slice(-MOST_FILES);
  const files = named.map((n) => say('lab.environments.file', { n })).join(', ');
  return (
    <div className={styles.told}>
      <p className={styles.lead}>{tell(environment, log, t, idleSeconds, say)}</p>
      <dl>
        <div>
          <dt>{say('lab.environments.started')}</dt>
          <dd className="number">
            {inServiceAt < 0
              ? say('lab.environments.started.not', { time: formatClock(toSeconds(launchedAt)) })
              : say('lab.environments.started.at', {
                  time: formatClock(toSeconds(launchedAt)),
                  took: formatDuration(toSeconds(inServiceAt - launchedAt)),
                })}
          </dd>
        </div>
        <div>
          <dt>{say('lab.environments.memory')}</dt>
          <dd>
            {goneAt < 0 ? say('lab.environments.memory.counter', { n: counter }) : say('lab.environments.memory.gone')}
          </dd>
        </div>
        <div>
          <dt>{say('lab.environments.tmp')}</dt>
          <dd>
            {goneAt >= 0
              ? say('lab.environments.tmp.gone', { n: calls.length })
              : calls.length === 0
                ? say('lab.environments.tmp.empty')
                : calls.length > named.length
                  ? say('lab.environments.tmp.more', { n: calls.length, files })
                  : say('lab.environments.tmp.files', { n: calls.length, files })}
          </dd>
        </div>
      </dl>
    </div>
  );
}

/** How many cells stand in a row as it is drawn. */
function columnsOf(list: HTMLUListElement | null): number {
  if (list === null) return 1;
  return getComputedStyle(list).gridTemplateColumns.split(' ').length;
}

/** Where a key leads from a cell; null if it leads nowhere. */
function placeAfter(key: string, place: number, count: number, columns: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    Home: -place,
    End: count - 1 - place,
  };
  const step = steps[key];
  if (step === undefined || count === 0) return null;
  return Math.max(0, Math.min(count - 1, place + step));
}
