/** What is wrong with an input: where, what stands there, and what is allowed. */
import { type Path, pathText, valueText } from '../text/wording.ts';

export interface Problem {
  /** Such as `topology.nodes[2].params.minimum`; empty for the whole. */
  path: string;
  /** What stands there as JSON, cut to a readable length; `missing` where there is nothing. */
  value: string;
  /** Goes on after "allowed is". */
  allowed: string;
}

export function problemAt(path: Path, value: unknown, allowed: string): Problem {
  return { path: pathText(path), value: valueText(value), allowed };
}
