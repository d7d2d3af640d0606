/** What a screen reader is told of the runs: where they stand at a time, or what has changed since it was last told. */
import { type SimTime, seconds } from '../../engine/time.ts';
import type { NotableEvent } from '../../metrics/notable.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import { type TextKey, text, type Vocabulary } from '../../text/text.ts';
import { valueAt } from './geometry.ts';
import { logSentence } from './log-sentence.ts';
import { runCurves, type Workers } from './run-curves.ts';
import { nameOfRun, ofRun } from './run-names.ts';
import { spokenTime } from './spoken-time.ts';
import type { TimedRun } from './use-run-states.ts';

/** What is read of a run. */
export type SummarisedRun = Pick<TimedRun, 'id' | 'scenario' | 'series' | 'notable'>;

/** Where every run stood when something was last said. */
export interface Standing {
  t: number;
  runs: RunStanding[];
}

interface RunStanding {
  accepted: number;
  refused: number;
  lost: number;
  waiting: number;
  watchable: number;
  instances: number;
  workers: Workers;
}

export interface Summary {
  /** Empty when there is nothing to say. */
  sentence: string;
  standing: Standing;
}

/** Most events of note that are told at once; the others are counted. Our choice: what can be listened to in five seconds. */
const MOST_EVENTS = 2;

/**
 * What to say of the runs at `t`. With `previous` before `t`: what has changed since; without it, or after a jump back:
 * how things stand.
 */
export function summaryAt(
  vocabulary: Vocabulary,
  runs: readonly SummarisedRun[],
  t: number,
  previous: Standing | null,
): Summary {
  const standing: Standing = { t, runs: runs.map((run) => standingOf(run, t)) };
  const hasGoneOn = previous !== null && previous.t <= t && previous.runs.length === runs.length;
  const parts = runs.map((run, index) => {
    const now = standing.runs[index] as RunStanding;
    const words = hasGoneOn
      ? changesOf(vocabulary, run, now, previous.runs[index] as RunStanding, previous.t, t)
      : standingWords(vocabulary, now);
    if (words === '' || runs.length === 1) return words;
    return ofRun(vocabulary, nameOfRun(vocabulary, run), words);
  });
  const told = parts.filter((part) => part !== '').map((part) => `${part}.`);
  if (hasGoneOn) return { sentence: told.join(' '), standing };
  const at = text(vocabulary, 'time.summary.at', { time: spokenTime(vocabulary, t) });
  return { sentence: [at, ...told].join(' '), standing };
}

function standingOf({ scenario, series }: SummarisedRun, t: number): RunStanding {
  if (series === null)
    return { accepted: 0, refused: 0, lost: 0, waiting: 0, watchable: 0, instances: 0, workers: 'instances' };
  const curves = runCurves(scenario, series);
  return {
    accepted: valueAt(curves.accepted, t),
    refused: valueAt(curves.refused, t),
    lost: valueAt(curves.lost, t) + valueAt(curves.deadLettered, t),
    waiting: valueAt(curves.open, t),
    watchable: valueAt(curves.watchable, t),
    instances: valueAt(curves.inService, t),
    workers: curves.workers,
  };
}

/** What is always said of a standing, and what only where there is any. */
const always = ['accepted', 'refused', 'waiting', 'watchable', 'instances'] as const;
const order = ['accepted', 'refused', 'lost', 'waiting', 'watchable', 'instances'] as const;

function standingWords(vocabulary: Vocabulary, now: RunStanding): string {
  return order
    .filter((name) => now[name] > 0 || always.includes(name as (typeof always)[number]))
    .map((name) => {
      const said: Exclude<typeof name, 'instances'> | Workers = name === 'instances' ? now.workers : name;
      return text(vocabulary, `time.summary.${said}`, { n: now[name] });
    })
    .join(', ');
}

/** Counts whose growth is told. */
const growing = ['accepted', 'refused', 'lost', 'watchable'] as const;

function changesOf(
  vocabulary: Vocabulary,
  run: SummarisedRun,
  now: RunStanding,
  before: RunStanding,
  from: number,
  to: number,
): string {
  const parts = eventsBetween(run.notable, seconds(from), seconds(to), vocabulary, run);
  const counts: string[] = [];
  for (const name of growing) {
    const more = now[name] - before[name];
    const key: TextKey = `time.summary.more-${name}`;
    if (more > 0) counts.push(text(vocabulary, key, { n: more }));
  }
  const waitingChanged = now.waiting !== before.waiting;
  if (counts.length > 0 || waitingChanged) counts.push(text(vocabulary, 'time.summary.waiting', { n: now.waiting }));
  if (counts.length > 0) parts.push(counts.join(', '));
  return parts.join('. ');
}

function eventsBetween(
  notable: readonly NotableEvent[],
  after: SimTime,
  upTo: SimTime,
  vocabulary: Vocabulary,
  { scenario }: SummarisedRun,
): string[] {
  const events = notable.filter(({ at }) => at > after && at <= upTo);
  if (events.length === 0) return [];
  const nodes = nodesOf(scenario);
  // What happens to several parts in the same words is told once.
  const sentences = new Set(events.map((event) => logSentence(vocabulary, event, nodes, scenario.interventions)));
  const told = [...sentences].slice(-MOST_EVENTS);
  const untold = sentences.size - told.length;
  return untold === 0 ? told : [text(vocabulary, 'time.summary.more-events', { n: untold }), ...told];
}
