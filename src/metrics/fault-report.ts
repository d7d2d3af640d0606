/** What is said of one fault once it is known what came of it; `fault-figures.ts` reads it off the facts. */
import type { SimTime } from '../engine/time.ts';
import type { FactKind, Fault } from '../models/facts.ts';

/**
 * One fault and what came of it. All times are counted from its beginning. Before it means: in the minute before it, in
 * which pieces of 5 s count whole (`LOOKS_BACK_SECONDS`). It is **got over** once it has ended and for 20 s
 * (`CALM_SECONDS`) nobody has been harmed more than before it; what happens later is not put down to it, except that what
 * failed by then and is given up later, when it has been tried for the last time, is its doing all the same. Of faults that
 * last at the same time, each is given what happens while it does: which of them it was is not told apart. But what goes
 * wrong at a part while a fault strikes it counts for no other fault.
 */
export interface FaultReport {
  /** Its place among the interventions of the scenario. */
  intervention: number;
  fault: Fault;
  beganSeconds: number;
  /** Null while it lasts. */
  endedSeconds: number | null;
  /** Ids of the components that it strikes; a fault of a link strikes none: both of its ends can suffer from it. */
  struck: string[];
  /**
   * The blast radius: ids of the parts that were not struck and at which, until it was got over, something failed, was
   * refused, timed out, was throttled or had to be tried again, more than twice as often as before (`TIMES_BEFORE`).
   * Clients are no parts of an architecture; of them it is said how many uploads were refused. Waiting longer is no
   * suffering, and a queue that merely grows does not suffer either.
   */
  suffering: string[];
  /**
   * The first moment at which anybody but what was struck noticed: a call, a retry or a piece of work failed elsewhere,
   * a person saw an error; or what watches over the struck part did so: a health check found it unhealthy, a circuit
   * opened, an instance was replaced, a policy scaled. Facts of a kind and for a reason that a component had told of in
   * the minute before, or tells of again within a minute, do not count: they say nothing new. Null: nobody noticed.
   */
  detectedSeconds: number | null;
  detectedBy: { component: string; fact: FactKind } | null;
  /**
   * Until the last upload was refused, lost or dead-lettered that was one too many, and after which all was calm for
   * 20 s. One too many is each that ended so for a reason for which none had in the minute before; of the others, those
   * by which it is more than twice as many in 20 s as before. 0 if nobody was harmed.
   *
   * That nothing fails is no evidence where nobody comes. So at least one upload that began after the last harm (after
   * the fault began, if nobody was harmed) must have become watchable, unless none came at all while it lasted; and while
   * it lasts, accepted uploads may not have waited for a minute in which not one became watchable. Null if no calm, or no
   * such evidence, had come by the end of the run.
   */
  recoveredSeconds: number | null;
  /**
   * Until, for the first time from its end and from the last harm on, no more uploads had been accepted and come to no
   * outcome than at most in the minute before it: its own length if they never were more and nobody was harmed later. Null
   * if that was not so by the end of the run, or if it still lasted.
   */
  caughtUpSeconds: number | null;
  /** Uploads refused from its beginning until people had recovered from it. */
  refused: number;
  /** Uploads lost, or put aside as dead letters, in the same time, and later if they had failed by then. */
  lost: number;
  /** Uploads that failed somewhere before it was got over, had been accepted, and have no outcome by the end of the run. */
  unfinished: number;
  /**
   * What belongs to no upload and was given up or put aside: events, messages and records, from its beginning until it was
   * got over, and later if they had failed by then.
   */
  givenUp: number;
}

/** What is asked of a fault when it is reported. */
export interface AskedFault {
  intervention: number;
  fault: Fault;
  began: SimTime;
  /** Null if it has no end. */
  ends: SimTime | null;
  components: readonly number[];
  links: readonly number[];
}

/** What is said of a fault of which nothing has been heard. */
export const nothingYet: Omit<FaultReport, 'intervention' | 'fault' | 'beganSeconds' | 'endedSeconds' | 'struck'> = {
  suffering: [],
  detectedSeconds: null,
  detectedBy: null,
  recoveredSeconds: null,
  caughtUpSeconds: null,
  refused: 0,
  lost: 0,
  unfinished: 0,
  givenUp: 0,
};
