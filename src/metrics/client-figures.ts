/** What the people at one client saw, and how hard they tried. */
import { copyData } from '../engine/copy.ts';
import type { SimTime } from '../engine/time.ts';
import { FACT } from '../models/facts.ts';
import type { WorldNode } from '../models/world.ts';
import { NO_WAIT } from './line.ts';
import { byReason, countReason, countsByReason } from './outcomes.ts';
import type { Requests, TrafficReport } from './requests.ts';

/** Plain data. */
interface ClientState {
  started: number;
  accepted: number;
  refused: number;
  refusedBy: number[];
  retried: number;
  timedOut: number;
  withheld: number;
  circuitOpened: number;
}

export interface ClientReport {
  /** Counted in uploads: served are those that were told that it worked. */
  traffic: TrafficReport;
  uploadsStarted: number;
  uploadsAccepted: number;
  uploadsRefused: number;
  /** People who wait for an answer when the run ends. */
  uploadsUnanswered: number;
  /** Tries that came after a first one, and requests that nobody answered in time. */
  retries: number;
  timeOuts: number;
  /** Retries that were not made because the budget for them was used up. */
  retriesWithheld: number;
  /** Times that the circuit breaker opened. */
  circuitOpened: number;
}

const STARTED = FACT['upload.started'];
const ACCEPTED = FACT['upload.accepted'];
const REFUSED = FACT['upload.refused'];
const RETRIED = FACT['request.retried'];
const TIMED_OUT = FACT['request.timed-out'];
const WITHHELD = FACT['retry.withheld'];
const OPENED = FACT['circuit.opened'];

/** Columns of a client's samples: retries and time-outs, counted from the start. */
export const clientColumns = ['retries', 'timeOuts'] as const;

export class ClientFigures {
  readonly kind = 'client';
  readonly state: ClientState;

  constructor(_node: WorldNode, from?: ClientFigures) {
    this.state = from ? copyData(from.state) : clientState();
  }

  tell(_at: SimTime, kind: number, _upload: number, _subject: number, _a: number, _b: number, c: number): SimTime {
    const { state } = this;
    switch (kind) {
      case STARTED:
        state.started += 1;
        return NO_WAIT;
      case ACCEPTED:
        state.accepted += 1;
        return NO_WAIT;
      case REFUSED:
        state.refused += 1;
        countReason(state.refusedBy, c);
        return NO_WAIT;
      case RETRIED:
        state.retried += 1;
        return NO_WAIT;
      case TIMED_OUT:
        state.timedOut += 1;
        return NO_WAIT;
      case WITHHELD:
        state.withheld += 1;
        return NO_WAIT;
      case OPENED:
        state.circuitOpened += 1;
        return NO_WAIT;
      default:
        return NO_WAIT;
    }
  }

  report(_at: SimTime, _requests: Requests, _component: number): ClientReport {
    const { started, accepted, refused, refusedBy, retried, timedOut, withheld, circuitOpened } = this.state;
    const unanswered = started - accepted - refused;
    return {
      traffic: {
        arrived: started,
        served: accepted,
        refused,
        refusedByReason: byReason(refusedBy),
        retried,
        redelivered: 0,
        atEnd: unanswered,
      },
      uploadsStarted: started,
      uploadsAccepted: accepted,
      uploadsRefused: refused,
      uploadsUnanswered: unanswered,
      retries: retried,
      timeOuts: timedOut,
      retriesWithheld: withheld,
      circuitOpened,
    };
  }

  sample(columns: Record<(typeof clientColumns)[number], Float64Array>, row: number): void {
    columns.retries[row] = this.state.retried;
    columns.timeOuts[row] = this.state.timedOut;
  }
}

function clientState(): ClientState {
  return {
    started: 0,
    accepted: 0,
    refused: 0,
    refusedBy: countsByReason(),
    retried: 0,
    timedOut: 0,
    withheld: 0,
    circuitOpened: 0,
  };
}
