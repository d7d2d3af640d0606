/** The log: events of note of all runs on screen, as sentences in order of time. */
import { toSeconds } from '../../engine/time.ts';
import type { NotableEvent, NotableKind } from '../../metrics/notable.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import type { RunId } from '../../stores/session.ts';
import type { Vocabulary } from '../../text/text.ts';
import { indexAt } from './geometry.ts';
import { logSentence } from './log-sentence.ts';
import { nameOfRun, ofRun } from './run-names.ts';
import type { TimedRun } from './use-run-states.ts';

export interface LogEntry {
  /** Stays the same while the run is the same. */
  key: string;
  /** Simulated seconds. */
  t: number;
  run: RunId;
  sentence: string;
  /** Upload that it concerns, or null. */
  upload: number | null;
  tone: Tone;
}

export type LoggedRun = Pick<TimedRun, 'id' | 'scenario' | 'notable'>;

/** What an event means to people: marks and entries have its colour and shape. */
export type Tone = 'failed' | 'done' | 'plain';

const tones: Readonly<Record<NotableKind, Tone>> = {
  'fault-began': 'failed',
  'fault-ended': 'done',
  'parameter-set': 'plain',
  'instances-crashed': 'failed',
  'back-in-service': 'done',
  'desired-changed': 'plain',
  'fleet-at-zero': 'plain',
  'waiting-began': 'plain',
  'first-watchable': 'done',
  'refusals-began': 'failed',
  lost: 'failed',
  'dead-lettered': 'failed',
  'retries-began': 'failed',
  'throttling-began': 'failed',
  'runs-failed': 'failed',
  'event-retried': 'plain',
  'event-dropped': 'failed',
  'delivery-retried': 'plain',
  'delivery-dead-lettered': 'failed',
  'delivery-dropped': 'failed',
  'batch-failed': 'failed',
  'time-outs-began': 'failed',
  'cold-start': 'plain',
  'duplicate-done': 'failed',
  'duplicate-recognised': 'plain',
  unmatched: 'plain',
  'message-expired': 'failed',
  'record-expired': 'failed',
  redriven: 'plain',
  'batch-bisected': 'plain',
  'circuit-opened': 'failed',
  'circuit-closed': 'done',
  'fail-open-began': 'failed',
  'fail-open-ended': 'done',
  replayed: 'plain',
  'target-unhealthy': 'failed',
  'target-healthy': 'done',
  'instance-unhealthy': 'failed',
  'schedule-fired': 'plain',
  'hand-upload-started': 'plain',
  'hand-upload-accepted': 'plain',
  'hand-upload-watchable': 'done',
  'hand-upload-refused': 'failed',
  'hand-upload-lost': 'failed',
  'hand-upload-dead-lettered': 'failed',
};

/** In order of time; where there are several runs, each entry names its run. */
export function logEntries(vocabulary: Vocabulary, runs: readonly LoggedRun[]): LogEntry[] {
  const entries = runs.flatMap((run) => {
    const { id, scenario, notable } = run;
    const nodes = nodesOf(scenario);
    const name = nameOfRun(vocabulary, run);
    const told = new Set<string>();
    return notable.flatMap((event, index): LogEntry[] => {
      const sentence = logSentence(vocabulary, event, nodes, scenario.interventions);
      if (event.kind === 'fault-began' || event.kind === 'fault-ended') {
        // A zone that is lost is lost to several groups at once, and is told once.
        const once = `${event.at} ${sentence}`;
        if (told.has(once)) return [];
        told.add(once);
      }
      const entry: LogEntry = {
        key: `${id} ${index}`,
        t: toSeconds(event.at),
        run: id,
        sentence: runs.length > 1 ? ofRun(vocabulary, name, sentence) : sentence,
        upload: uploadOf(event),
        tone: tones[event.kind],
      };
      return [entry];
    });
  });
  return entries.sort((a, b) => a.t - b.t);
}

/** How many entries at the beginning of the log are at or before `t`. */
export function countUntil(entries: readonly LogEntry[], t: number): number {
  return indexAt({ length: entries.length, timeAt: (index) => (entries[index] as LogEntry).t }, t) + 1;
}

function uploadOf(event: NotableEvent): number | null {
  return 'upload' in event ? event.upload : null;
}
