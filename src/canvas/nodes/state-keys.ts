/** The word for each state of an instance. */
import type { InstanceState } from './group-summary.ts';

export const stateKeys = {
  starting: 'state.starting',
  working: 'state.working',
  idle: 'canvas.chip.idle',
  warm: 'canvas.chip.warm',
  draining: 'phase.draining',
  crashed: 'phase.crashed',
} as const satisfies Record<InstanceState, string>;
