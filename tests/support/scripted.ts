/**
 * A component that does what a test tells it: it sends what its script says, answers requests as it is told to, and
 * remembers what it heard. It stands in for the function, which others call and which calls others:
 * `vi.mock('../../src/models/registry.ts', withScriptedFunction)`.
 */
import { seconds, toSeconds } from '../../src/engine/time.ts';
import { EVENT, type EventType, OBJECT, OPERATION, type Operation, type StoredObject } from '../../src/models/facts.ts';
import type { Json } from '../../src/models/json.ts';
import type { BatchEntry } from '../../src/models/message.ts';
import type { Model } from '../../src/models/model.ts';
import { REASON, type Reason, reasonOf } from '../../src/models/reasons.ts';
import type { TopologyNode } from '../../src/models/topology.ts';
import type { World } from '../../src/models/world.ts';

/** One thing to send, and when. */
export interface Act {
  at: number;
  to: string;
  operation: Operation;
  /** Number of the upload; 'new' starts one of a minute and 60 MB. None where nothing is said. */
  upload?: number | 'new';
  object?: StoredObject;
  event?: EventType;
  content?: Json;
  /** Of a fetch: shard, first record wanted, and how many. */
  shard?: number;
  item?: number;
  most?: number;
  /** Nobody waits for the answer: it is handed on, or hung up at once. */
  isOneWay?: boolean;
  isHungUp?: boolean;
}

/** Something that arrived. */
export interface Heard {
  at: number;
  isAnswer: boolean;
  operation: number;
  upload: number;
  reason: Reason;
  event: number;
  object: number;
  content: Json;
  item: number;
  batch: readonly BatchEntry[];
  attempt: number;
}

interface Script {
  acts: readonly Act[];
  /** How requests are answered, one after another; the last one goes on for ever. */
  answers: readonly (Reason | 'silence')[];
}

interface ScriptedState {
  heard: Heard[];
  requests: number;
}

const parameters = {
  acts: { type: 'shaped', shape: 'seconds', classroom: [], real: [], source: 'A test.' },
  answers: { type: 'shaped', shape: 'seconds', classroom: [], real: [], source: 'A test.' },
} as const;

const scripted = {
  kind: 'function',
  parameters,
  prepare: () => undefined,
  start(ctx): ScriptedState {
    scriptOf(ctx.params).acts.forEach(({ at }, place) => {
      ctx.wakeAfter(seconds(at), 0, place, 0);
    });
    return { heard: [], requests: 0 };
  },
  wake(ctx, _state, _wake, place) {
    const act = scriptOf(ctx.params).acts[place] as Act;
    const { upload = -1, shard = -1, item = -1, most = 1, event = 'none', object = 'master', content = null } = act;
    const number = upload === 'new' ? ctx.startUpload(60, 60, false) : upload;
    const link = ctx.linkTo(act.to);
    const operation = OPERATION[act.operation];
    const message = act.isOneWay ? ctx.handOn(link, operation, number) : ctx.call(link, operation, number, place);
    Object.assign(message, { target: shard, item, most, event: EVENT[event], object: OBJECT[object] });
    message.content = ctx.content(content);
    if (act.isHungUp) ctx.hangUp(message.slot);
  },
  receive(ctx, state, message) {
    const { isAnswer, operation, upload, reason, event, object, content, item, batch, attempt } = message;
    const at = toSeconds(ctx.now());
    const said = { operation, upload, event, object, item, batch, attempt };
    state.heard.push({
      at,
      isAnswer: isAnswer === 1,
      reason: reasonOf(reason),
      content: ctx.contentOf(content),
      ...said,
    });
    if (isAnswer === 1) return;
    const { answers } = scriptOf(ctx.params);
    const answer = answers[Math.min(state.requests, answers.length - 1)] ?? 'none';
    state.requests += 1;
    if (answer === 'silence') ctx.drop(message, REASON['timed-out']);
    else ctx.answer(message, REASON[answer]);
  },
  holds() {},
} satisfies Model<typeof parameters, ScriptedState, undefined>;

function scriptOf(params: unknown): Script {
  return params as Script;
}

/** A component that follows a script. */
export function script(id: string, { acts = [], answers = [] }: Partial<Script> = {}): TopologyNode {
  return { id, kind: 'function', at: [0, 0], params: { acts, answers } };
}

/** For `vi.mock`: all kinds as they are, but for the function. */
export async function withScriptedFunction(original: () => Promise<unknown>): Promise<unknown> {
  const registry = (await original()) as { models: Record<string, unknown> };
  return { ...registry, models: { ...registry.models, function: scripted } };
}

/** What a scripted component has heard so far. */
export function heardBy(world: World, id: string): readonly Heard[] {
  const component = world.components.find((each) => each.id === id);
  if (component === undefined) throw new Error(`there is no "${id}"`);
  return (component.state as ScriptedState).heard;
}
