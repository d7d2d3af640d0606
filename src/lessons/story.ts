/**
 * A story: four to seven short passages about one stage. Each points at what it speaks of, and may set the scene. Words:
 * `story.<stage>.<passage>`, and `story.<stage>.<passage>.scene` on the button that sets the scene. No figure stands in
 * the words by itself: what is a figure of the stage stands in `numbers`, and is read from there.
 */
import type { Fault } from '../models/facts.ts';
import type { Target } from '../scenario/targets.ts';
import type { StageId, StoryId } from '../stages/catalogue.ts';

export interface Story {
  stage: StoryId;
  passages: readonly Passage[];
}

export interface Passage {
  /** Unique in its story. */
  id: string;
  /** Components that light up, by their ids in the stage (or in the form that the scene sets). */
  components: readonly string[];
  /** Links that light up, by the ids of their ends. */
  links: readonly (readonly [from: string, to: string])[];
  /** Parameters of the stage that fill the places of the words, by the names of the places. */
  numbers?: Readonly<Record<string, StageParameter>>;
  scene?: Scene;
}

export interface StageParameter {
  component: string;
  parameter: string;
}

/** What is on screen once the scene is set; what it does not speak of stays. Faults are those listed, and no others. */
export interface Scene {
  /** Shows this form of the stage. */
  form?: StageId;
  /** Where the playhead stands: at a landmark of the traffic, or so many seconds after the start. */
  at?: 'start' | 'peak' | 'quiet' | number;
  /** Simulated seconds a second. */
  speed?: number;
  faults?: readonly { fault: Fault; target: Target }[];
  /** What is set; what has a moment of its own, in seconds after the start, was turned then, before the playhead. */
  set?: readonly { component: string; parameter: string; value: unknown; atSeconds?: number }[];
}
