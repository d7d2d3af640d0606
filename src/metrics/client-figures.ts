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
  gaveUp: number;
  /** Events that belong to no upload. */
  raised: number;
  taken: number;
  eventsGivenUp: number;
  refusedBy: number[];
  retried: number;
  timedOut: number;
  withheld: number;
  circuitOpened: number;
}

export interface ClientReport {
  /** Counted in uploads and events: served are those of which somebody was told that it worked. */
  traffic: TrafficReport;
  uploadsStarted: number;
  uploadsAccepted: number;
  /** Those whose people saw an error, whatever became of them behind their backs. */
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
const GIVEN_UP = FACT['request.given-up'];
const RAISED = FACT['event.raised'];
const TAKEN = FACT['event.taken'];
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

  tell(_at: SimTime, kind: number, upload: number, _subject: number, _a: number, _b: number, c: number): SimTime {
    const { state } = this;
    switch (kind) {
      case STARTED:
        state.started += 1;
        return NO_WAIT;
      case ACCEPTED:
        state.accepted += 1;
        return NO_WAIT;
      case GIVEN_UP:
        if (upload >= 0) state.gaveUp += 1;
        else state.eventsGivenUp += 1;
        countReason(state.refusedBy, c);
        return NO_WAIT;
      case RAISED:
        state.raised += 1;
        return NO_WAIT;
      case TAKEN:
        state.taken += 1;
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
    const { started, accepted, gaveUp, raised, taken, eventsGivenUp, refusedBy } = this.state;
    const { retried, timedOut, withheld, circuitOpened } = this.state;
    const unanswered = started - accepted - gaveUp;
    return {
      traffic: {
        arrived: started + raised,
        served: accepted + taken,
        refused: gaveUp + eventsGivenUp,
        refusedByReason: byReason(refusedBy),
        retried,
        redelivered: 0,
        atEnd: unanswered + raised - taken - eventsGivenUp,
      },
      uploadsStarted: started,
      uploadsAccepted: accepted,
      uploadsRefused: gaveUp,
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
    gaveUp: 0,
    raised: 0,
    taken: 0,
    eventsGivenUp: 0,
    refusedBy: countsByReason(),
    retried: 0,
    timedOut: 0,
    withheld: 0,
    circuitOpened: 0,
  };
}
