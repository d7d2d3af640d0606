/**
 * A group whose instances come, go, fall ill and recover at given times: what a load balancer or a gateway can be held
 * against without all that real instances do. Put in the place of the real one with `vi.mock`. Where nobody chooses an
 * instance, it is number -1.
 */
import { seconds, toSeconds } from '../../src/engine/time.ts';
import { OPERATION } from '../../src/models/facts.ts';
import { instanceGroupParameters } from '../../src/models/instance-group/params.ts';
import {
  DEREGISTERED,
  DRAINED,
  FOUND_HEALTHY,
  FOUND_UNHEALTHY,
  instanceIn,
  placed,
  REGISTERED,
} from '../../src/models/load-balancer/registration.ts';
import type { Message } from '../../src/models/message.ts';
import type { Context, Model } from '../../src/models/model.ts';
import { REASON, type Reason } from '../../src/models/reasons.ts';

/**
 * What happens to an instance.
 * - `serves` all is well; `ails` checks fail, requests are served; `fails` requests end in an error of the application
 * - `refuses` connections; `resets` what is under way and refuses from then on; `hangs`: takes requests and is silent
 * - `vanishes`: all is silent, what comes as well as what is under way
 */
type Deed = 'registers' | 'deregisters' | 'serves' | 'ails' | 'fails' | 'refuses' | 'resets' | 'hangs' | 'vanishes';

export interface Line {
  at: number;
  group?: string;
  instance: number;
  zone?: number;
  deed: Deed;
}

interface FakeState {
  /** By number of the instance. */
  deeds: Map<number, Deed>;
  underWay: { slot: number; id: number; instance: number }[];
}

type FakeContext = Context<{ restartSeconds: number }, undefined>;

let script: readonly Line[] = [];
let takes = 2;
let heard: string[] = [];

/** What happens in the next run, and how long a request is worked on. */
export function play(lines: readonly Line[], workSeconds = 2): void {
  script = lines;
  takes = workSeconds;
  heard = [];
}

/** What the load balancer has told the groups since. */
export function heardByGroups(): readonly string[] {
  return heard;
}

const told: Readonly<Record<number, string>> = {
  [DRAINED]: 'drained',
  [FOUND_UNHEALTHY]: 'unhealthy',
  [FOUND_HEALTHY]: 'healthy',
};

const LINE = 0;
const DONE = 1;

export const fakeGroup = {
  kind: 'instance-group',
  parameters: instanceGroupParameters,
  prepare: () => undefined,
  start(ctx): FakeState {
    script.forEach(({ at, group = 'servers' }, place) => {
      if (group === ctx.id) ctx.wakeAfter(seconds(at), LINE, place, 0);
    });
    return { deeds: new Map(), underWay: [] };
  },
  receive: take,
  wake(ctx, state, wake, a, b) {
    if (wake === LINE) happens(ctx, state, script[a] as Line);
    else if (wake === DONE) finish(ctx, state, a, b);
    else heard.push(`${toSeconds(ctx.now()).toFixed(3)} ${ctx.id} instance ${instanceIn(b)} is ${told[wake]}`);
  },
  holds() {},
} satisfies Model<typeof instanceGroupParameters, FakeState, undefined>;

function happens(ctx: FakeContext, state: FakeState, { instance, zone = 0, deed }: Line): void {
  if (deed === 'registers' || deed === 'deregisters') {
    const wake = deed === 'registers' ? REGISTERED : DEREGISTERED;
    ctx.tell(ctx.componentOf('balancer'), wake, ctx.index, placed(instance, zone));
    return;
  }
  state.deeds.set(instance, deed);
  if (deed !== 'resets' && deed !== 'vanishes') return;
  const ended = state.underWay.filter((each) => each.instance === instance);
  state.underWay = state.underWay.filter((each) => each.instance !== instance);
  for (const { slot } of ended) {
    if (deed === 'resets') ctx.answer(ctx.message(slot), REASON['connection-reset']);
    else ctx.drop(ctx.message(slot), REASON['connection-reset']);
  }
}

function take(ctx: FakeContext, state: FakeState, message: Message): void {
  const deed = state.deeds.get(message.target) ?? 'serves';
  if (deed === 'vanishes') {
    ctx.drop(message, REASON['timed-out']);
  } else if (deed === 'refuses' || deed === 'resets') {
    ctx.answer(message, REASON['connection-refused']);
  } else if (message.operation === OPERATION.check) {
    ctx.answer(message, REASON[deed === 'ails' ? 'work-failed' : 'none']);
  } else {
    state.underWay.push({ slot: message.slot, id: message.id, instance: message.target });
    if (deed !== 'hangs') ctx.wakeAfter(seconds(takes), DONE, message.slot, message.id);
  }
}

function finish(ctx: FakeContext, state: FakeState, slot: number, id: number): void {
  const done = state.underWay.find((each) => each.id === id);
  if (!done) return;
  state.underWay.splice(state.underWay.indexOf(done), 1);
  const message = ctx.message(slot);
  const reason: Reason = state.deeds.get(done.instance) === 'fails' ? 'work-failed' : 'none';
  if (reason === 'none') ctx.partsDone(message.upload, 0);
  ctx.answer(message, REASON[reason]);
}
