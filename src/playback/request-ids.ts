/**
 * Numbers of requests and traces as they are written in logs: hexadecimal, in the form of a UUID, and in that of an X-Ray
 * trace. They are made of the seed of the run and of what they are about, and so are the same in every run of a scenario.
 */
import { avalanche, MULTIPLIER_1, MULTIPLIER_2, MULTIPLIER_3, MULTIPLIER_4, scatter, stir } from '../engine/murmur.ts';
import type { FunctionRun } from './function-runs.ts';

/** What a number is of: the first word that is hashed. */
const OF = { caller: 1, event: 2, batch: 3, trace: 4, stream: 5 } as const;

const lanes = [MULTIPLIER_1, MULTIPLIER_2, MULTIPLIER_3, MULTIPLIER_4] as const;

/** 32 hexadecimal digits. */
function digitsOf(words: readonly number[]): string {
  return lanes
    .map((own, place) => {
      let lane: number = own;
      words.forEach((word, n) => {
        lane = stir(lane ^ scatter(word + n, own, 15, MULTIPLIER_2), 13 + place, own, MULTIPLIER_4);
      });
      return (avalanche(lane) >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}

/** The request of a run. Every try of an event has the same, as in AWS Lambda; each call of a caller has its own. */
export function requestIdOf(seed: number, { component, how, subject }: FunctionRun): string {
  return uuid(digitsOf([seed, OF[how], component, subject]));
}

/** In the form of version 4 (random), variant 1. */
function uuid(digits: string): string {
  const variant = '89ab'[Number.parseInt(digits[16] as string, 16) & 3];
  const third = `4${digits.slice(13, 16)}`;
  return [digits.slice(0, 8), digits.slice(8, 12), third, `${variant}${digits.slice(17, 20)}`, digits.slice(20)].join(
    '-',
  );
}

/** The trace of an upload: `1-`, eight digits for the second in which it began (since 1970), and 24 more. */
export function traceIdOf(seed: number, upload: number, beganAtSeconds: number): string {
  const second = Math.floor(beganAtSeconds).toString(16).padStart(8, '0');
  return `1-${second}-${digitsOf([seed, OF.trace, upload]).slice(0, 24)}`;
}

/** The log stream of an environment: 32 digits. */
export function streamIdOf(seed: number, component: number, environment: number): string {
  return digitsOf([seed, OF.stream, component, environment]);
}
