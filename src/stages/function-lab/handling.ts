/** The work that one call of a bench asks for: some computing, some waiting, and an item that is written at the end. */
import type { StepProgram } from '../../models/parameters.ts';

/**
 * `seconds`: how long it takes on the reference machine, with 2 vCPU; `cpuShare`: how much of that is computing, 0 to 1,
 * which more vCPU shorten. The rest waits, however fast the machine. It is the step that enters what came, so that a call
 * counts as done once the item is written.
 */
export const handling = (seconds: number, cpuShare: number): StepProgram => ({
  step: 'manage',
  work: [{ seconds: { kind: 'constant', value: seconds }, cpuShare }],
  after: [{ to: 'records', operation: 'write' }],
});
