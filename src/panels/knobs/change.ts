/** One thing in which two values of a parameter differ, and the words that all of them are said with. */
import type { Distribution } from '../../engine/distributions.ts';
import type { Vocabulary } from '../../text/text.ts';
import { formatDuration, formatNumber } from '../../ui/format.ts';
import type { Say } from '../../ui/use-text.ts';
import type { Knob } from './knobs.ts';

/** How words are said. */
export interface Saying {
  say: Say;
  vocabulary: Vocabulary;
}

/** One thing that is not the same: what it is called, and its value; without a name where the words say all of it. */
export interface Change {
  name: string | null;
  words: string;
  /** Whether the words say when it is, whenever it was asked for. */
  isTimed?: true;
}

/** How the value of a knob is said. */
export interface Told extends Saying {
  knob: Knob;
}

/** A length of time as exact as it was set: `0.5 s`, `20 s`; from a minute on `2 m 00 s`. */
export function lengthWords(seconds: number): string {
  return seconds < 60 ? `${formatNumber(seconds)} s` : formatDuration(seconds);
}

/** Seconds, as all distributions of models are but for the length of a video. */
export function distributionWords(value: Distribution, { say, knob }: Told): string {
  const of = (n: number): string =>
    knob.parameter === 'videoMinutes' ? say('setting.minutes', { n: formatNumber(n) }) : lengthWords(n);
  switch (value.kind) {
    case 'constant':
      return of(value.value);
    case 'uniform':
      return say('setting.between', { min: of(value.min), max: of(value.max) });
    case 'exponential':
    case 'lognormal':
    case 'erlang':
      return say('setting.mean', { mean: of(value.mean) });
    case 'bimodal':
    case 'empirical':
      return say('setting.one-of');
  }
}

/** Where the words say all of it. */
export function whole(words: string): Change {
  return { name: null, words };
}

/** Words one after another; where there are none, that. */
export function listed(words: readonly string[], say: Say): string {
  return words.length === 0 ? say('setting.none') : words.join(', ');
}

/** Values are plain data. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
