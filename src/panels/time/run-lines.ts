/** How the line of each architecture looks where several share a lane: told apart by colour, by dashes, and by name. */
import type { StageId } from '../../stages/catalogue.ts';

export interface RunLine {
  /** A token; none that means a state. */
  colour: string;
  /** As `stroke-dasharray` takes it. */
  dashes: string;
}

export const runLines: Readonly<Record<StageId, RunLine>> = {
  monolith: { colour: 'var(--ink)', dashes: 'none' },
  queued: { colour: 'var(--accent)', dashes: '5 3' },
};
