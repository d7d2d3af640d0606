/**
 * The contract of the session, which the page's parts code against: what is on screen and what a reader can do.
 * `create-session.ts` makes one; `session-context.tsx` hands it down.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { Director } from '../playback/director.ts';
import type { Reel } from '../playback/reel.ts';
import type { StageScenario, Target } from '../scenario/scenario.ts';
import type { StageId } from '../stages/catalogue.ts';
import type { ClockStore } from './clock-store.ts';
import type { FrameBuffer } from './frame-buffer.ts';
import type { RunStore } from './run-store.ts';
import type { SettingsStore } from './settings-store.ts';

/** One architecture, or the two side by side. */
export type Screen = StageId | 'compare';

/** What the reader has picked out. */
export type Selection =
  | { kind: 'component'; stage: StageId; component: string }
  | { kind: 'instance'; stage: StageId; component: string; instance: number }
  | { kind: 'upload'; upload: number }
  | null;

export interface SessionState {
  screen: Screen;
  /** One scenario for each stage; traffic, seed, duration and faults are always the same in all. */
  scenarios: Record<StageId, StageScenario>;
  /** Picked out by a click or a key, shown in the inspector. */
  selection: Selection;
  /** Upload that is followed with a highlight through every picture, or null. */
  follow: number | null;
  /** Name of the traffic file in use, or null for the traffic of the story. */
  trafficName: string | null;
}

/** One run on screen. The store and the frames of a stage stay the same objects while the page is open. */
export interface Run {
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
  /** The run of a stage; begun when first asked for. */
  run(stage: StageId): Run;
  /** Those on screen, in the order of the ladder. */
  runsOnScreen(): readonly Run[];

  show(screen: Screen): void;
  select(selection: Selection): void;
  follow(upload: number | null): void;

  play(): void;
  pause(): void;
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

  /** Whether the fault lasts at the present moment at this target, in any run on screen. */
  faultIsOn(target: Target): boolean;
  /** Turns a crash on or off at the present moment, in every stage where the target means something. */
  toggleCrash(target: Target): void;
  /** Ends every fault that lasts at the present moment. */
  repairAll(): void;
  /** One more upload at the present moment, and follows it. */
  uploadNow(): void;
  /** Turns a parameter at the present moment wherever the component exists; at time 0 it is set from the start. */
  setParameter(component: string, parameter: string, value: number): void;
  /** The value of a number parameter at the present moment. */
  parameterNow(stage: StageId, component: string, parameter: string): number;
  setSeed(seed: number): void;
  setDefaults(defaults: 'classroom' | 'real'): void;
  setDuration(seconds: number): void;
  /** Puts other traffic in front of every stage (see `scenario/recorded-traffic.ts`); null names that of the story. */
  applyTraffic(change: (scenario: StageScenario) => StageScenario, name: string | null): void;
  /** Back to the story as it comes. */
  reset(): void;
  /** Opens a scenario of a stage, such as the walk-through, and shows that stage from the start. */
  open(scenario: StageScenario): void;
}
