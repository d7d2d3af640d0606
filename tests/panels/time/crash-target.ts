/** What to break in a stage to see it fail: whoever processes videos; where nobody does, the first function, or group. */
import type { StepProgram } from '../../../src/models/parameters.ts';
import type { TopologyNode } from '../../../src/models/topology.ts';
import { type StageId, stages } from '../../../src/stages/catalogue.ts';

export function crashTarget(stage: StageId): string {
  const nodes: readonly TopologyNode[] = stages[stage].nodes;
  const processes = ({ params }: TopologyNode): boolean =>
    ((params?.['steps'] ?? []) as readonly StepProgram[]).some(({ step }) => step === 'process');
  if (nodes.some(processes)) return 'step:process';
  const first = nodes.find(({ kind }) => kind === 'function') ?? nodes.find(({ kind }) => kind === 'instance-group');
  if (first === undefined) throw new Error(`"${stage}" has nothing to break`);
  return first.id;
}
