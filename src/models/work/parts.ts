/**
 * The parts of the work on one upload, as bits: a step by itself, or a step for one rendition where several components
 * (or one component several times) share it. An upload is watchable when all parts that its architecture has are done.
 */
import { OBJECT, STEP, type StoredObject } from '../facts.ts';
import type { StepProgram } from '../parameters.ts';

/** Every step has a bit for itself and one for each of the three renditions. */
const BITS_PER_STEP = 4;

export const renditions = ['480p', '720p', '1080p'] as const satisfies readonly StoredObject[];

/** The bit of a step, for one rendition or (`object` 0, the master) as a whole. */
function partBit(step: number, object: number): number {
  return 1 << (step * BITS_PER_STEP + object);
}

/** The parts that one run of a step's program does, for a message about `object`; none if the work is extra. */
export function partsOfRun(program: StepProgram, object: number): number {
  if (program.step === 'extra') return 0;
  const step = STEP[program.step];
  if (program.perRendition === true) return partBit(step, object);
  const made = program.work.flatMap(({ makes }) => (makes === undefined || makes === 'master' ? [] : [OBJECT[makes]]));
  if (made.length === 0) return partBit(step, 0);
  return made.reduce((bits, each) => bits | partBit(step, each), 0);
}

/** All parts that a step's program is there for. */
function partsOfProgram(program: StepProgram): number {
  if (program.step === 'extra') return 0;
  if (program.perRendition !== true) return partsOfRun(program, 0);
  return renditions.reduce((bits, each) => bits | partBit(STEP[program.step], OBJECT[each]), 0);
}

/** All parts that must be done in an architecture with these components. */
export function partsNeeded(nodes: readonly { params: Readonly<Record<string, unknown>> }[]): number {
  let bits = 0;
  for (const { params } of nodes) {
    for (const program of (params['steps'] ?? []) as readonly StepProgram[]) bits |= partsOfProgram(program);
  }
  return bits;
}
