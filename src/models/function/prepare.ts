/** What a function works out from its parameters, once and again whenever one is turned. */
import { sampler } from '../../engine/distributions.ts';
import { seconds } from '../../engine/time.ts';
import { EVENT, OPERATION } from '../facts.ts';
import type { Context } from '../model.ts';
import type { EventSourceMapping, Values } from '../parameters.ts';
import type { ComponentKind } from '../registry.ts';
import { program, stepThatPoisonStops } from '../work/program.ts';
import type { Prepared, PreparedMapping, PreparedTarget, VersionTraits } from './function-state.ts';
import type { serverlessFunctionParameters } from './params.ts';
import { doorsOf, isAllowed } from './permissions.ts';
import { fetchSecondsOf, interfacePerEnvironment, runtimes, vcpuOf } from './runtimes.ts';
import { LATEST } from './versions.ts';

type Unprepared = Context<Values<typeof serverlessFunctionParameters>, undefined>;

/** AWS Lambda: messages of a queue, and records of a stream, in one batch. */
const QUEUE_BATCH = 10;
const STREAM_BATCH = 100;
/** AWS Lambda: batches of a queue at once, at first and at most. */
const FIRST_POLLERS = 5;
const MOST_POLLERS = 1250;

export function prepare(ctx: Unprepared): Prepared {
  const { params } = ctx;
  const steps = program(ctx, {
    steps: params.steps,
    answerAfter: 'last',
    deleteFrom: null,
    callTimeoutSeconds: params.callTimeoutSeconds,
  });
  const { start, restore } = runtimes[params.runtime];
  const isRestored = params.snapStart === 'yes' && restore !== null;
  const hasOwnInterface = params.vpc !== 'no' && params.vpcInterfaces === 'per-environment';
  const targets: PreparedTarget[] = [];
  const mappings = params.mappings.map((mapping) => prepareMapping(ctx, mapping, targets));
  const { onSuccess, onFailure } = prepareDestinations(ctx, targets);
  return {
    program: steps,
    doors: doorsOf(ctx, steps, params),
    vcpu: vcpuOf(params.memoryMegabytes),
    download: seconds(fetchSecondsOf(params.runtime, params.packageMegabytes)),
    start: sampler(isRestored ? restore : start),
    ownStart: sampler(params.initSeconds),
    isRestored,
    perEnvironmentInterface: hasOwnInterface ? sampler(interfacePerEnvironment) : null,
    idleLifetime: sampler(params.idleSeconds),
    versions: new Map([
      [LATEST, { errorShare: params.errorShare, workFactor: params.workFactor, initFactor: 1, memoryMegabytes: 0 }],
      ...params.versions.map(
        ({ version, errorShare = 0, workFactor = 1, initFactor = 1, memoryMegabytes = 0 }): [number, VersionTraits] => [
          version,
          { errorShare, workFactor, initFactor, memoryMegabytes },
        ],
      ),
    ]),
    invokers: params.invokedBy === null ? null : new Set(params.invokedBy.map((id) => ctx.componentOf(id))),
    mappings,
    targets,
    onSuccess,
    onFailure,
    others: ctx.idsOf('function').filter((id) => id !== ctx.id),
    poisonStep: stepThatPoisonStops(params.steps),
    streams: {
      download: ctx.stream('download'),
      start: ctx.stream('start'),
      ownStart: ctx.stream('own start'),
      idle: ctx.stream('idle time'),
      version: ctx.stream('version'),
      errors: ctx.stream('errors'),
      duplicates: ctx.stream('duplicates'),
      badStarts: ctx.stream('bad starts'),
    },
  };
}

function prepareMapping(ctx: Unprepared, mapping: EventSourceMapping, targets: PreparedTarget[]): PreparedMapping {
  const link = ctx.linkTo(mapping.from);
  const isStream = ctx.kindOf(ctx.targetOf(link)) === 'stream';
  const { maximumAgeSeconds = -1, maximumConcurrency = MOST_POLLERS, pollers = FIRST_POLLERS, onFailure } = mapping;
  return {
    isStream,
    isAllowed: isAllowed(ctx, link, ctx.params),
    from: mapping.from,
    link,
    batchSize: mapping.batchSize ?? (isStream ? STREAM_BATCH : QUEUE_BATCH),
    window: seconds(mapping.windowSeconds ?? 0),
    reportsFailures: mapping.reportFailures ?? false,
    bisects: mapping.bisect ?? false,
    maximumRetries: mapping.maximumRetries ?? -1,
    maximumAge: maximumAgeSeconds < 0 ? -1 : seconds(maximumAgeSeconds),
    firstPollers: Math.min(pollers, maximumConcurrency),
    mostPollers: maximumConcurrency,
    lanesPerShard: mapping.parallelisation ?? 1,
    onFailure: onFailure === undefined ? -1 : addTarget(ctx, targets, onFailure, 'upload-failed', true),
  };
}

function prepareDestinations(ctx: Unprepared, targets: PreparedTarget[]): { onSuccess: number[]; onFailure: number[] } {
  const { onSuccess, successEvent, onFailure, failureEvent, deadLetter } = ctx.params.destinations;
  const afterSuccess = onSuccess === undefined ? [] : [addTarget(ctx, targets, onSuccess, successEvent, false)];
  const afterFailure: number[] = [];
  if (deadLetter !== undefined) afterFailure.push(addTarget(ctx, targets, deadLetter, undefined, true, false));
  if (onFailure !== undefined) {
    afterFailure.push(addTarget(ctx, targets, onFailure, failureEvent ?? 'upload-failed', true));
  }
  return { onSuccess: afterSuccess, onFailure: afterFailure };
}

/** How an event is delivered to each kind. Others can be no destination. */
const deliveries: Readonly<Partial<Record<ComponentKind, number>>> = {
  queue: OPERATION.send,
  topic: OPERATION.publish,
  'event-bus': OPERATION.publish,
  function: OPERATION.deliver,
  bucket: OPERATION.put,
};

function addTarget(
  ctx: Unprepared,
  targets: PreparedTarget[],
  id: string,
  event: keyof typeof EVENT | undefined,
  isAfterFailure: boolean,
  isTold = true,
): number {
  const link = ctx.linkTo(id);
  const kind = ctx.kindOf(ctx.targetOf(link));
  const operation = deliveries[kind];
  if (operation === undefined) throw new Error(`"${ctx.id}" cannot deliver to "${id}": it is a ${kind}`);
  return (
    targets.push({
      link,
      operation,
      isAllowed: isAllowed(ctx, link, ctx.params),
      keepsDeadLetters: isAfterFailure && (kind === 'queue' || kind === 'bucket'),
      event: EVENT[event ?? 'none'],
      isTold,
    }) - 1
  );
}
