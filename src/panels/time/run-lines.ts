/** How the line of each run looks where several share a lane: told apart by dashes, by colour, and by name. */

export interface RunLine {
  /** A token; none that means a state, and no two of seven are alike. */
  colour: string;
  /** As `stroke-dasharray` takes it; no two of seven are alike. */
  dashes: string;
}

const lines: readonly [RunLine, ...RunLine[]] = [
  { colour: 'var(--ink)', dashes: 'none' },
  { colour: 'var(--accent)', dashes: '6 3' },
  { colour: 'var(--run-3)', dashes: '1.5 2.5' },
  { colour: 'var(--run-4)', dashes: '10 3 2 3' },
  { colour: 'var(--run-5)', dashes: '14 4' },
  { colour: 'var(--run-6)', dashes: '2 2 2 6' },
  { colour: 'var(--run-7)', dashes: '10 3 2 3 2 3' },
];

/** The line of the run that stands in this place on screen, 0 for the first. After seven they begin anew. */
export function runLine(place: number): RunLine {
  return lines[place % lines.length] ?? lines[0];
}
