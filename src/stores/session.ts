/**
 * The contract of the session, which the page's parts code against: what is on screen and what a reader can do.
 * `create-session.ts` makes one; `session-context.tsx` hands it down.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { ClaimId } from '../lessons/catalogue.ts';
import type { ClaimResult } from '../lessons/claim.ts';
import type { Fault } from '../models/facts.ts';
import type { FaultKey } from '../playback/branch.ts';
import type { Director } from '../playback/director.ts';
import type { Reel } from '../playback/reel.ts';
import type { FaultIntervention, StageScenario } from '../scenario/scenario.ts';
import type { Target } from '../scenario/targets.ts';
import type { LadderId, StageId, StoryId } from '../stages/catalogue.ts';
import type { ClockStore } from './clock-store.ts';
import type { FrameBuffer } from './frame-buffer.ts';
import type { ProofStore } from './proof.ts';
import type { RunStore } from './run-store.ts';
import type { SettingsStore } from './settings-store.ts';

/**
 * The front page; one architecture; several side by side; the proof of a claim beside its foil; the table of failures; or
 * cost against traffic.
 */
export type Screen = 'home' | StageId | 'compare' | 'proof' | 'failures' | 'costs';

/** The second setting of an architecture: the same scenario, but for a few parameters. */
export type VariantId = `${StageId}~b`;

/** What can stand beside others: an architecture, as it is set or in its second setting. */
export type ComparedId = StageId | VariantId;

/**
 * Which run: that of a stage, as the reader has set it, or in its second setting; that of a stage on the front page; or
 * that of the claim that is proved, and of its foil. The last three cannot be changed by the reader.
 */
export type RunId = ComparedId | `home:${LadderId}` | 'claim' | 'foil';

/** What the reader has picked out. */
export type Selection =
  | { kind: 'component'; run: RunId; component: string }
  | { kind: 'instance'; run: RunId; component: string; instance: number }
  | { kind: 'upload'; upload: number }
  | null;

/** What a passage of the story speaks of: components by id, links by the ids of their two ends. */
export interface Highlight {
  components: readonly string[];
  links: readonly (readonly [from: string, to: string])[];
}

export interface SessionState {
  screen: Screen;
  /** One scenario for each stage; traffic, seed, duration and faults are always the same in all. */
  scenarios: Record<StageId, StageScenario>;
  /** Those side by side on the screen that compares, in this order: two to seven; from five on as small pictures. */
  compared: readonly ComparedId[];
  /** What the second setting of an architecture has other than the first, from the start; nothing where it has none. */
  variants: Readonly<Partial<Record<StageId, StageScenario['parameters']>>>;
  /** Whether there is a change to take back, and one to make again. */
  canUndo: boolean;
  canRedo: boolean;
  /** The claim that is, or was last, proved; null if none was. */
  claim: ClaimId | null;
  /** Claims whose proofs were played to the end since the page was opened, with what fills the places of their sentences. */
  proved: ReadonlyMap<ClaimId, Pick<ClaimResult, 'numbers'>>;
  /** Picked out by a click or a key, shown in the inspector. */
  selection: Selection;
  /** The passage of each story at which the reader was last, by its id; of the others the first is read. */
  passages: Readonly<Partial<Record<StoryId, string>>>;
  /** Lit up in the pictures, because the story speaks of it; null while nothing is. */
  highlight: Highlight | null;
  /** Upload that is followed with a highlight through every picture, or null. */
  follow: number | null;
  /** Name of the traffic file in use, or null for the traffic of the story. */
  trafficName: string | null;
}

/** One run on screen. Its store and its frames stay the same objects while the page is open. */
export interface Run {
  readonly id: RunId;
  /** The architecture that is run. */
  readonly stage: StageId;
  readonly store: RunStore;
  readonly frames: FrameBuffer;
  readonly reel: Reel;
  /** Draws the picture at a time. */
  director(): Director;
}

export interface Session {
  readonly state: StoreApi<SessionState>;
  readonly clock: ClockStore;
  readonly settings: SettingsStore;
  /** What is known of the claim that is proved besides its two runs; follows `claim`. */
  readonly proof: ProofStore;
  /** A run; begun when first asked for. */
  run(id: RunId): Run;
  /** Those on screen, in the order in which they stand there. */
  runsOnScreen(): readonly Run[];
  /** Whether the runs on screen can be changed: those of stages can, those of the front page and of a proof are fixed. */
  canChange(): boolean;

  /**
   * Time and speed go on from one screen of stages to the next. The front page and a proof have a time of their own;
   * whoever comes back from there finds the stages at the moment and the speed at which they were left.
   */
  show(screen: Screen): void;
  /** What stands side by side; two to seven different ones, else it throws. */
  compare(compared: readonly ComparedId[]): void;
  /** Shows the proof of a claim, from the start, at a speed at which it takes half a minute at most; does not play yet. */
  prove(claim: ClaimId): void;
  select(selection: Selection): void;
  /** Notes at which passage of a story the reader is, so that it is found again. */
  turnTo(story: StoryId, passage: string): void;
  highlight(highlight: Highlight | null): void;
  follow(upload: number | null): void;

  play(): void;
  pause(): void;
  /** As long as the question of a proof is open, neither this nor a jump begins it: the reader is reminded to answer. */
  togglePlay(): void;
  seek(tSeconds: number): void;
  setSpeed(speed: number): void;
  faster(): void;
  slower(): void;
  /** To the next or previous fact of any run on screen. */
  stepForward(): void;
  stepBack(): void;
  /** To the next or previous event of note of any run on screen. */
  nextNote(): void;
  previousNote(): void;

  // What follows changes scenarios, and does nothing where the runs on screen cannot be changed.

  /** Whether the fault lasts at the present moment at this target, in any run on screen. */
  faultIsOn(fault: Fault, target: Target): boolean;
  /** Turns a fault on or off at the present moment, in every stage where the target means something to it. */
  toggleFault(fault: Fault, target: Target): void;
  /** A fault from one time to another, or for good, in every stage where it means something. */
  addFault(fault: Omit<FaultIntervention, 'kind'>): void;
  /** Another strength, start, end or target for a fault that is there; the future as it was stays to be seen. */
  changeFault(key: FaultKey, to: Omit<FaultIntervention, 'kind'>): void;
  /** Lifts a fault out of history: the future with it stays to be seen. */
  removeFault(key: FaultKey): void;
  /** Takes the last change of the scenarios back, or makes it again; the time stays. */
  undo(): void;
  redo(): void;
  /** Sets a parameter of the second setting of a stage, from the start; undefined: as in the first. */
  vary(stage: StageId, component: string, parameter: string, value: unknown): void;
  /** Replaces all scenarios, traffic included, at one stroke, and shows a screen at a moment: a run of a table. */
  present(edit: (scenario: StageScenario) => StageScenario, screen: Screen, tSeconds: number): void;
  /** Ends every fault that lasts at the present moment. */
  repairAll(): void;
  /** One more upload at the present moment, and follows it. */
  uploadNow(): void;
  /**
   * Sets a parameter wherever a component of that id has it: at the present moment if it can be turned while the run goes
   * on, else, and at time 0, from the start. A value with a shape of its own, such as the rules of a bus, only in what is
   * on screen, because it names components.
   */
  setParameter(component: string, parameter: string, value: unknown): void;
  /** The value of a parameter at the present moment. */
  parameterNow(stage: StageId, component: string, parameter: string): unknown;
  /** Replaces the scenarios of all stages at one stroke, as a scene of the story does; the old future is not kept. */
  rearrange(edit: (scenario: StageScenario) => StageScenario): void;
  setSeed(seed: number): void;
  setDefaults(defaults: 'classroom' | 'real'): void;
  setDuration(seconds: number): void;
  /** Puts other traffic in front of every stage (see `scenario/recorded-traffic.ts`); null names that of the story. */
  applyTraffic(change: (scenario: StageScenario) => StageScenario, name: string | null): void;
  /** Back to the story as it comes. */
  reset(): void;
  /** Opens a scenario of a stage, such as the walk-through or that of a claim, and shows that stage from the start. */
  open(scenario: StageScenario): void;
}
