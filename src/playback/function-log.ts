/**
 * The log of the functions of a run, line by line, as AWS Lambda and a program in it write them. What a service or a program
 * writes is no word of the page: the lines are the same in both vocabularies.
 *
 * - Written by the service: `INIT_START` as an environment starts, `START`, `END` and `REPORT` of each run.
 * - Written by the program: a line for each step that it has done, and one for each error that ends it.
 * - A function whose role does not allow it to write has no line. What is throttled never runs, and has none either: it is
 *   told of here as a note, which is no line of any log.
 *
 * Left out: versions of runtimes, the memory that was used, and the name of the log stream in the line itself.
 */
import { instantText, readInstant } from '../engine/civil-date.ts';
import { type SimTime, toSeconds } from '../engine/time.ts';
import { eventBusParameters } from '../models/event-bus/params.ts';
import { type Task, tasks } from '../models/facts.ts';
import { REASON, reasonOf } from '../models/reasons.ts';
import type { WorldNode } from '../models/world.ts';
import { textOf } from '../text/text.ts';
import { type EnvironmentStart, type FunctionRun, type FunctionRuns, NOT_YET } from './function-runs.ts';
import { requestIdOf } from './request-ids.ts';

/** `note`: what no log has a line of. */
export const logLevels = ['service', 'info', 'error', 'note'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LogLine {
  at: SimTime;
  component: number;
  /** The run that it is about, by its place in the list; -1 for an environment that is started for nobody yet. */
  run: number;
  /** The upload that the run is about; -1 for none or several. */
  upload: number;
  /** '' where it is about no run. */
  requestId: string;
  level: LogLevel;
  environment: number;
  text: string;
}

/** Second 0 of a run, as its event buses have it where they say nothing else: seconds since 1970. */
const STARTS_AT = readInstant(eventBusParameters.startsAt.classroom) as number;

const MICROSECONDS_PER_MILLISECOND = 1000;

/** The second in which something happened, as logs and traces of the run have it: seconds since 1970. */
export function secondOf(at: SimTime): number {
  return STARTS_AT + Math.floor(toSeconds(at));
}

/** Whether the role of a function allows it to write its log. */
export function mayLog({ params }: WorldNode): boolean {
  return params['mayLog'] !== 'no';
}

/** All lines up to `until`, in the order of time; of equal times in the order in which they are written. */
export function logOf(
  { runs, starts }: FunctionRuns,
  nodes: readonly WorldNode[],
  seed: number,
  until: SimTime = Number.POSITIVE_INFINITY,
): LogLine[] {
  const lines: LogLine[] = [];
  const add = (line: LogLine): void => {
    if (line.at <= until) lines.push(line);
  };
  for (const start of starts) {
    if (start.runningAt === NOT_YET || !mayLog(nodes[start.component] as WorldNode)) continue;
    add(initLine(start, runs[start.run], nodes[start.component] as WorldNode, seed));
  }
  for (const run of runs) tellRun(run, starts[run.start], nodes[run.component] as WorldNode, seed, add);
  return lines
    .map((line, place) => [line, place] as const)
    .sort(([a, place], [b, other]) => a.at - b.at || place - other)
    .map(([line]) => line);
}

function initLine(
  { component, environment, runningAt }: EnvironmentStart,
  run: FunctionRun | undefined,
  { params }: WorldNode,
  seed: number,
): LogLine {
  return {
    at: runningAt,
    component,
    run: run?.number ?? -1,
    upload: run?.upload ?? -1,
    requestId: run === undefined ? '' : requestIdOf(seed, run),
    level: 'service',
    environment,
    text: `INIT_START Runtime: ${params['runtime']}`,
  };
}

function tellRun(
  run: FunctionRun,
  start: EnvironmentStart | undefined,
  node: WorldNode,
  seed: number,
  add: (line: LogLine) => void,
): void {
  const { component, number, upload, environment, beganAt, endedAt, version, throttled, steps, failures } = run;
  const requestId = requestIdOf(seed, run);
  const line = (at: SimTime, level: LogLevel, text: string): void =>
    add({ at, component, run: number, upload, requestId, level, environment, text });
  for (const { at, reason } of throttled) line(at, 'note', `${requestId} ${reasonOf(reason)}`);
  if (beganAt === NOT_YET || !mayLog(node)) return;
  line(beganAt, 'service', `START RequestId: ${requestId} Version: ${version === 0 ? '$LATEST' : version}`);
  for (const { task, from, to } of steps) {
    if (to === NOT_YET) continue;
    line(
      to,
      'info',
      `[INFO]\t${stamp(to)}\t${requestId}\t${tasks[task] as Task}: done in ${milliseconds(to - from, 0)} ms`,
    );
  }
  for (const { at, reason } of failures) line(at, 'error', errorText(run, start, requestId, at, reason));
  if (endedAt === NOT_YET) return;
  line(endedAt, 'service', `END RequestId: ${requestId}`);
  line(endedAt, 'service', reportText(run, start, requestId));
}

function errorText(
  run: FunctionRun,
  start: EnvironmentStart | undefined,
  id: string,
  at: SimTime,
  reason: number,
): string {
  // What failed is one thing, what ended the run another: in the log stands what ended it.
  if (at === run.endedAt && run.reason === REASON['function-timed-out']) {
    return `${stamp(at)} ${id} Task timed out after ${toSeconds(run.billed - initOf(start)).toFixed(2)} seconds`;
  }
  if (reason === REASON['connection-reset']) return `RequestId: ${id} Error: Runtime exited with error: signal: killed`;
  return `[ERROR]\t${stamp(at)}\t${id}\t${textOf('neutral', `reason.${reasonOf(reason)}`)}`;
}

/** The start of the environment that a run was given, as far as it is billed. */
function initOf(start: EnvironmentStart | undefined): SimTime {
  return start === undefined ? 0 : start.readyAt - start.runningAt;
}

/** The duration is that of the run, a start that it owed included; the first start of an environment stands by itself. */
function reportText(run: FunctionRun, start: EnvironmentStart | undefined, id: string): string {
  const init = initOf(start);
  const owed = Math.max(0, run.startBilled - init);
  const duration = Math.min(run.billed - init, run.endedAt - run.beganAt + owed);
  const parts = [
    `REPORT RequestId: ${id}`,
    `Duration: ${milliseconds(duration, 2)} ms`,
    `Billed Duration: ${milliseconds(run.billed, 0)} ms`,
    `Memory Size: ${run.memoryMegabytes} MB`,
  ];
  if (init > 0) parts.push(`Init Duration: ${milliseconds(init, 2)} ms`);
  if (run.reason === REASON['function-timed-out']) parts.push('Status: timeout');
  else if (run.reason !== REASON.none) parts.push('Status: error');
  return parts.join('\t');
}

function milliseconds(time: SimTime, digits: number): string {
  return (time / MICROSECONDS_PER_MILLISECOND).toFixed(digits);
}

/** As in the line of a program: `2030-01-07T08:00:06.009Z`. */
function stamp(at: SimTime): string {
  const part = Math.floor(at / MICROSECONDS_PER_MILLISECOND) % 1000;
  return `${instantText(secondOf(at)).slice(0, -1)}.${String(part).padStart(3, '0')}Z`;
}

/**
 * Bytes that are written, in UTF-8 (the lines are plain ASCII). Not counted: what CloudWatch Logs adds to each line.
 */
export function bytesOf(lines: readonly LogLine[]): number {
  return lines.reduce((sum, { level, text }) => sum + (level === 'note' ? 0 : text.length), 0);
}

/** What a reader looks for in a log; '' and null are anything. */
export interface LogFilter {
  text: string;
  /** The run whose request is wanted: every line with the number of that request. */
  requestId: string | null;
  level: LogLevel | null;
  component: number | null;
}

export function isWanted(line: LogLine, { text, requestId, level, component }: LogFilter): boolean {
  if (level !== null && line.level !== level) return false;
  if (component !== null && line.component !== component) return false;
  if (requestId !== null && line.requestId !== requestId) return false;
  if (text === '') return true;
  const wanted = text.toLowerCase();
  return line.text.toLowerCase().includes(wanted) || line.requestId.includes(wanted);
}
