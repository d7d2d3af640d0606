/** One run on the page: its worker, its reel, its pictures and its store. */
import { NO_CHANGES, type PriceChanges } from '../cost/prices.ts';
import { type SimTime, seconds, toSeconds } from '../engine/time.ts';
import { type NotableEvent, NotableReader } from '../metrics/notable.ts';
import { FACT } from '../models/facts.ts';
import { Director } from '../playback/director.ts';
import { nextAfter, previousBefore } from '../playback/events-of-note.ts';
import { Reel } from '../playback/reel.ts';
import { planOf } from '../scenario/create-simulation.ts';
import { appendSamples, copySeries, type Series, truncateSamples } from '../scenario/samples.ts';
import type { StageScenario } from '../scenario/scenario.ts';
import type { FromWorker } from '../worker/messages.ts';
import { createRunHandle } from '../worker/run-handle.ts';
import { FrameBuffer } from './frame-buffer.ts';
import { createRunStore } from './run-store.ts';
import type { Run, RunId } from './session.ts';

/** A run with what only the session does with it. */
export interface RunControl extends Run {
  /** Runs another scenario. `branchFrom`: the old future from then on stays to be seen; null if it means nothing any more. */
  runAgain(scenario: StageScenario, branchFrom: number | null): void;
  /** Runs `was` to its end and then `scenario`, so that the future as it was stays to be seen from `fromSeconds` on. */
  runAfter(was: StageScenario, scenario: StageScenario, fromSeconds: number): void;
  /** Puts the picture of a moment into the frames; does nothing where it is already there. */
  draw(tSeconds: number, speed: number, follow: number | null, wallMs: number, now: boolean): void;
  /** The upload made by hand at this moment, or null if none is known. */
  uploadByHandAt(t: SimTime): number | null;
  /** Times in simulated seconds, or null where there is none. */
  nextFact(tSeconds: number, speed: number): number | null;
  previousFact(tSeconds: number, speed: number): number | null;
  nextNote(tSeconds: number): number | null;
  previousNote(tSeconds: number): number | null;
  /** Ends the run; it is not to be asked anything any more. */
  stop(): void;
}

/** `learned` is called whenever more of the run is known. `prices` answers with those by which to bill from now on. */
export function createRun(
  id: RunId,
  first: StageScenario,
  learned: () => void,
  prices: () => PriceChanges = () => NO_CHANGES,
): RunControl {
  const store = createRunStore(first);
  const frames = new FrameBuffer();
  const reel = new Reel();
  const handle = createRunHandle(hear);
  let director = directorFor(first);
  /** Readers of notes, as they stood at the beginning of each chunk. */
  let readers: NotableReader[] = [];
  let notes: { chunk: number; event: NotableEvent }[] = [];
  let series: Series | null = null;
  /** The scenario whose run the series shows: the one before, until the next has begun. */
  let seriesOf = first;
  /** What is to be run when the present run is known to its end. */
  let next: { was: StageScenario; scenario: StageScenario; fromSeconds: number } | null = null;
  /** What the latest picture shows, so that the same is not drawn twice. */
  let drawn = '';

  function directorFor(scenario: StageScenario): Director {
    const { nodes, links } = planOf(scenario);
    return new Director(reel, nodes, links, seconds(scenario.durationSeconds));
  }

  function hear(message: FromWorker): void {
    if (message.kind === 'started') started(message);
    else if (message.kind === 'chunk') chunk(message);
    else if (message.kind === 'finished' && next !== null) runAgain(next.scenario, next.fromSeconds);
    else if (message.kind === 'finished') {
      store.setState({
        status: 'finished',
        report: message.report,
        recordedUntilSeconds: message.recordedUntilSeconds,
      });
    } else store.setState({ status: 'failed', failure: message.message });
    learned();
  }

  function started({ keepChunks }: Extract<FromWorker, { kind: 'started' }>): void {
    seriesOf = next?.was ?? store.getState().scenario;
    reel.truncate(keepChunks);
    if (keepChunks === 0) director = directorFor(store.getState().scenario);
    readers = readers.slice(0, keepChunks + 1);
    if (readers.length === 0) readers = [new NotableReader(planOf(store.getState().scenario).nodes)];
    notes = notes.filter((note) => note.chunk < keepChunks);
    if (keepChunks === 0) series = null;
    else if (series) truncateSamples(series, Math.ceil(toSeconds(reel.recordedUntil) / series.everySeconds));
    drawn = '';
    publish();
  }

  function chunk({ chunk: made, samples }: Extract<FromWorker, { kind: 'chunk' }>): void {
    const reader = (readers[made.index] as NotableReader).copy();
    for (const event of reader.read(made.facts)) notes.push({ chunk: made.index, event });
    readers[made.index + 1] = reader;
    reel.add(made);
    series = appendSamples(series, samples);
    publish();
  }

  function publish(): void {
    store.setState(({ version }) => ({
      series,
      notable: notes.map(({ event }) => event),
      recordedUntilSeconds: toSeconds(reel.recordedUntil),
      version: version + 1,
    }));
  }

  function runAgain(scenario: StageScenario, branchFrom: number | null): void {
    next = null;
    const branch = branchFrom === null || series === null ? null : copySeries(series);
    store.setState({
      scenario,
      status: 'running',
      failure: null,
      report: null,
      branch,
      branchFromSeconds: branchFrom ?? 0,
      branchScenario: branch === null ? null : seriesOf,
    });
    handle.run(scenario, prices());
  }

  const noteTimes = (): number[] => notes.map(({ event }) => event.at);
  const inSeconds = (t: SimTime | null): number | null => (t === null ? null : toSeconds(t));

  handle.run(first, prices());
  return {
    id,
    stage: first.stage,
    store,
    frames,
    reel,
    director: () => director,
    runAgain,
    runAfter(was, scenario, fromSeconds) {
      runAgain(was, null);
      store.setState({ scenario });
      next = { was, scenario, fromSeconds };
    },
    draw(tSeconds, speed, follow, wallMs, now) {
      // Until the new future is known as far as this, the last picture stays.
      if (seconds(tSeconds) > reel.recordedUntil && store.getState().status === 'running') return;
      const wanted = `${tSeconds} ${speed} ${follow} ${reel.generation} ${reel.chunks}`;
      if (wanted === drawn) {
        if (now) frames.settle(wallMs);
        return;
      }
      drawn = wanted;
      director.follow = follow;
      frames.publish(director.frameAt(tSeconds, speed), wallMs, now);
    },
    uploadByHandAt(t) {
      for (let row = reel.rowAt(t); reel.facts.at[row] === t && row < reel.facts.length; row += 1) {
        if (reel.facts.kind[row] === FACT['upload.started'] && reel.facts.c[row] === 1) {
          return reel.facts.upload[row] as number;
        }
      }
      return null;
    },
    nextFact: (tSeconds, speed) => director.nextChange(tSeconds, speed),
    previousFact: (tSeconds, speed) => director.previousChange(tSeconds, speed),
    nextNote: (tSeconds) => inSeconds(nextAfter(noteTimes(), seconds(tSeconds))),
    previousNote: (tSeconds) => inSeconds(previousBefore(noteTimes(), seconds(tSeconds))),
    stop: () => handle.stop(),
  };
}
