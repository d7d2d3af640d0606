/** Measured figures beside those of theory, in words: what the instruments of several benches have in common. */
import type { Words } from '../words.ts';

export const theoryWords = {
  'lab.theory.chart': '{what}: a chart. Its figures stand in the table below it.',
  'lab.theory.table': 'The chart as a table',
  'lab.theory.measured': 'Measured by runs in the background, with their 95 % intervals',
  'lab.theory.current': 'Measured by the run on screen',
  'lab.theory.interval': '{value} ({low} to {high})',
  'lab.theory.here': 'Measured here (95 % interval)',
  'lab.theory.says': 'Theory says',
  'lab.theory.verdict': 'Do they agree?',
  'lab.theory.verdict.agrees': 'Yes: theory lies within the interval',
  'lab.theory.verdict.differs':
    'No: theory lies outside of the interval. By chance that is so in one case of twenty; or look at its condition.',
  'lab.theory.verdict.not-meant': 'Theory does not speak of this run',
  'lab.theory.verdict.too-little': 'Too early to say: let it run on',
  'lab.theory.stop': 'Stop measuring',
  'lab.theory.runs': '{n} of {of} runs are over.',
  'lab.theory.runs.failed': '{n} {n|run|runs} came to nothing.',
  'lab.theory.other': 'The points that were measured are of other settings. Measure again to see those of these.',
  'lab.theory.disturbed.fault': 'A fault lasted while this was counted, and theory knows of none',
  'lab.theory.disturbed.throttled': 'Calls were turned away while this was counted, and this theory lets all in',
} as const satisfies Words;
