/** One digest over five minutes of each stage of the ladder, which must come out alike in Node and in every browser. */
import type { StepProgram } from '../../src/models/parameters.ts';
import type { Topology } from '../../src/models/topology.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { type StageId, stages } from '../../src/stages/catalogue.ts';
import { digestOf, type TraceDigest } from './trace-digest.ts';

/** Processing goes down as the evening comes, where there is any. */
export function crashOfProcessing({ nodes }: Topology): Intervention[] {
  const isProcessing = ({ step }: StepProgram): boolean => step === 'process';
  const hasAny = nodes.some(({ params }) => ((params?.['steps'] ?? []) as StepProgram[]).some(isProcessing));
  if (!hasAny) return [];
  return [{ kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 75, untilSeconds: 110 }];
}

/** How many facts there are in the five minutes of the class, and the digest of all their columns. */
export function ladderDigest(id: StageId): TraceDigest {
  return digestOf(newScenario(id, { seed: 20_261_121, interventions: crashOfProcessing(stages[id]) }));
}
