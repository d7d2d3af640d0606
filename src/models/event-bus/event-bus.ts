/**
 * Copies each event to the targets of every rule that it matches. Whoever publishes knows nobody who gets it. Events and
 * schedules come in, copies go out: each after a while of its own, in no order, at least once.
 */
import { DELIVER, DELIVERY_TIMED_OUT, deliveryOf, giveUpCall, heldByDeliveries } from '../delivery/deliveries.ts';
import { FACT, OPERATION } from '../facts.ts';
import type { JsonObject } from '../json.ts';
import type { Message } from '../message.ts';
import type { Model } from '../model.ts';
import { REASON } from '../reasons.ts';
import {
  archive,
  beginReplay,
  clearArchive,
  lookAtArchive,
  nextOfReplay,
  planReplays,
  REPLAY_BEGINS,
  REPLAY_GOES_ON,
  RETENTION_ENDS,
} from './archive.ts';
import {
  type BusContext,
  type BusState,
  enterTargets,
  newBusState,
  type Prepared,
  prepareBus,
  type Replay,
} from './bus-state.ts';
import { copyAnswered, copyDue, copyFailed, copyToTargets, lazyEnvelope, SEND_OFF, sendOff } from './copies.ts';
import type { BusEvent } from './envelope.ts';
import { duplicateDelivery, ruleMismatch, silentSchedule, slowDown } from './faults.ts';
import { rulesOf, rulesOfReplay } from './matching.ts';
import { eventBusParameters } from './params.ts';
import { FIRE, fire, planSchedules } from './schedules.ts';

export const eventBus = {
  kind: 'event-bus',
  parameters: eventBusParameters,
  prepare: prepareBus,
  start(ctx): BusState {
    const state = newBusState();
    enterTargets(ctx, state);
    planSchedules(ctx, state);
    planReplays(ctx, state);
    return state;
  },
  receive(ctx, state, message) {
    if (message.isAnswer === 1) copyAnswered(ctx, state, message);
    else if (message.operation === OPERATION.check) ctx.answer(message);
    else publish(ctx, state, message);
  },
  wake(ctx, state, wake, a, b) {
    switch (wake) {
      case DELIVER:
      case SEND_OFF: {
        const copy = deliveryOf(state.copies, a, b);
        if (copy === undefined) return;
        if (wake === DELIVER) copyDue(ctx, state, copy);
        else sendOff(ctx, state, copy);
        return;
      }
      case DELIVERY_TIMED_OUT: {
        const copy = giveUpCall(ctx, state.copies, a, b);
        if (copy !== undefined) copyFailed(ctx, state, copy, REASON['timed-out']);
        return;
      }
      case FIRE:
        fire(ctx, state, a, b);
        return;
      case RETENTION_ENDS:
        lookAtArchive(ctx, state);
        return;
      case REPLAY_BEGINS: {
        const replay = beginReplay(ctx, state, a, b);
        if (replay !== undefined) replayNext(ctx, state, replay);
        return;
      }
      case REPLAY_GOES_ON:
        replayNext(ctx, state, state.replays[a] as Replay);
    }
  },
  turned(ctx, state, parameter) {
    if (parameter === 'rules') {
      enterTargets(ctx, state);
      planSchedules(ctx, state);
    } else if (parameter === 'archive') clearArchive(ctx, state);
    else if (parameter === 'replays') planReplays(ctx, state);
  },
  faults: {
    'rule-mismatch': ruleMismatch,
    'silent-schedule': silentSchedule,
    'duplicate-delivery': duplicateDelivery,
    'slow-down': slowDown,
  },
  gauges: {
    'copies-under-way': ({ copies }) => copies.all.length - copies.free.length,
    archived: (state) => state.archive.length - state.archiveHead,
  },
  holds(state, visit) {
    heldByDeliveries(state.copies, visit);
    for (const { upload } of state.archive.slice(state.archiveHead)) if (upload >= 0) visit(upload);
  },
} satisfies Model<typeof eventBusParameters, BusState, Prepared>;

function publish(ctx: BusContext, state: BusState, message: Message): void {
  const { upload, object, event, content, caller } = message;
  const published: BusEvent = { number: state.nextEvent, at: ctx.now(), from: caller, upload, object, event, content };
  state.nextEvent += 1;
  const envelope = lazyEnvelope(ctx, published, null);
  const rules = rulesOf(ctx.prepared, published, envelope);
  ctx.record(FACT['event.published'], upload, published.number, event, rules.length, caller + 1);
  archive(ctx, state, published, envelope);
  branchOff(ctx, state, published, rules, envelope);
  ctx.answer(message);
}

function replayNext(ctx: BusContext, state: BusState, replay: Replay): void {
  for (const event of nextOfReplay(ctx, state, replay)) {
    const envelope = lazyEnvelope(ctx, event, `replay-${replay.number}`);
    const rules = rulesOfReplay(ctx.prepared, replay.rule, envelope);
    ctx.record(FACT['event.replayed'], event.upload, event.number, event.event, rules.length, replay.number);
    branchOff(ctx, state, event, rules, envelope);
  }
}

function branchOff(
  ctx: BusContext,
  state: BusState,
  event: BusEvent,
  rules: readonly number[],
  envelope: () => JsonObject,
): void {
  if (rules.length === 0) {
    ctx.record(FACT['event.unmatched'], event.upload, event.number, event.event, 0, 0);
    // Nothing will come of it here: if nothing else is done for the upload either, this is why.
    ctx.keep(event.upload);
    ctx.release(event.upload, REASON['no-rule-matched']);
  }
  for (const rule of rules) {
    const targets = ctx.prepared.rules[rule]?.targets.length ?? 0;
    ctx.record(FACT['rule.matched'], event.upload, rule, event.event, targets, event.number);
    copyToTargets(ctx, state, rule, event, envelope);
  }
}
