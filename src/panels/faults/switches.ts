/**
 * The switches that break something, by screen. All of them strike at a step, wherever it is done, because the same
 * faults hold in every architecture: whoever crashes processing here finds it crashed there as well.
 */
import type { Target } from '../../scenario/scenario.ts';
import type { Screen } from '../../stores/session.ts';
import type { TextKey } from '../../text/text.ts';

export interface FaultSwitch {
  label: TextKey & `break.${string}`;
  /** On while any of these is down; the first is what it crashes. */
  targets: readonly [Target, ...Target[]];
}

const PROCESS: Target = 'step:process';
const UPLOAD: Target = 'step:upload';

export const faultSwitches: Readonly<Record<Screen, readonly FaultSwitch[]>> = {
  monolith: [{ label: 'break.monolith', targets: [PROCESS, UPLOAD] }],
  queued: [
    { label: 'break.fleet', targets: [PROCESS] },
    { label: 'break.upload', targets: [UPLOAD] },
  ],
  compare: [
    { label: 'break.compare.process', targets: [PROCESS] },
    { label: 'break.compare.upload', targets: [UPLOAD] },
  ],
};
