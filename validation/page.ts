/** docs/validation.md: what came out of the cases, as tables. */
import type { Case, Quantity } from './cases.ts';
import type { LongRun } from './formulas.ts';
import { CONFIDENCE, REPLICATIONS } from './interval.ts';
import { type Finding, type LittlesLaw, SLOWER, WARM_UP } from './validate.ts';

/** A case and what came out. */
export interface Outcome {
  case: Case;
  findings: readonly Finding[];
  little: readonly LittlesLaw[];
}

const names: Readonly<Record<keyof LongRun, string>> = {
  refusedShare: 'share refused',
  waitingShare: 'share that has to wait',
  busy: 'mean number being served',
  number: 'mean number there',
  numberVariance: 'variance of the number there',
  waitSeconds: 'mean wait, s',
  timeSeconds: 'mean time there, s',
  throughput: 'served per second',
};

/** The page, in Markdown. */
export function pageOf(outcomes: readonly Outcome[]): string {
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  const agreeing = findings.filter(({ agrees }) => agrees).length;
  return `${[
    '# The models against theory',
    '',
    'Written by `npm run validate` from the runs; do not edit. A test runs the same and compares this page with it.',
    '',
    'For some architectures queueing theory knows what must come out in the long run. Each table below is such a case,',
    'built from the same models as everything else on the site: people, instance groups, queues, joined by links that',
    'take no time. Nothing in the models knows the formulas; they stand in `validation/formulas.ts`, the cases in',
    '`validation/cases.ts`.',
    '',
    '## How to read the tables',
    '',
    `- Each case is run ${REPLICATIONS} times, with the seeds 1 to ${REPLICATIONS}. They were chosen before the first run; the same seeds always`,
    '  give the same page.',
    `- Of each run the first ${percent(WARM_UP, 0)} are cut off, as it begins with nobody there. Who comes later counts, however long they stay.`,
    `- The interval contains the true mean with a probability of ${percent(CONFIDENCE, 1)} (Student's t over the ${REPLICATIONS} means). *Agrees* says that it`,
    `  contains the formula. With ${findings.length} intervals, one or more would fail by chance alone in about`,
    `  ${percent(1 - CONFIDENCE ** findings.length, 0)} of all sets of seeds; in this set ${agreeing === findings.length ? 'none does' : `${findings.length - agreeing} do`}.`,
    `- An interval that contains everything proves nothing, so each must be narrow: half its width is less than ${percent(SLOWER, 0)} of the`,
    '  mean, and the last column says whether it excludes what the same formula gives if every service takes',
    `  ${percent(SLOWER, 0)} longer.`,
    '',
    '## Cases',
    ...outcomes.flatMap(tablesOf),
    '',
    "## Little's law",
    '',
    'At every component where somebody waits or is served the mean number there is the rate at which people come, times',
    'the mean time that they stay. It holds exactly over a run at whose end everybody has left. The number is read from',
    'the report, which adds up levels over time; rate and time are counted from the facts, person by person.',
    '',
    '| case | component | number | rate × time | rate, 1/s | time, s | apart |',
    '|---|---|--:|--:|--:|--:|--:|',
    ...outcomes.flatMap(({ case: { name }, little }) => little.map((law) => littleRow(name, law))),
  ].join('\n')}\n`;
}

function tablesOf({ case: { name, built, formula, topology }, findings }: Outcome): string[] {
  const groups = topology.nodes.length;
  return [
    '',
    `### ${name}`,
    '',
    `${sentence(built)} Formula: ${formula}.`,
    '',
    '| quantity | formula | simulated | interval | half width | agrees | would notice |',
    '|---|--:|--:|--:|--:|---|---|',
    ...findings.map((finding) => row(finding, groups > 2)),
  ];
}

function row({ quantity, formula, simulated, agrees, wouldNotice }: Finding, saysWhere: boolean): string {
  const { mean, halfWidth } = simulated;
  return `| ${[
    nameOf(quantity, saysWhere),
    figure(formula),
    figure(mean),
    `${figure(mean - halfWidth)} to ${figure(mean + halfWidth)}`,
    percent(halfWidth / mean, 1),
    agrees ? 'yes' : '**no**',
    wouldNotice ? 'yes' : '**no**',
  ].join(' | ')} |`;
}

function nameOf({ at, of }: Quantity, saysWhere: boolean): string {
  return saysWhere ? `${names[of]}, ${at.join(' + ')}` : names[of];
}

function littleRow(name: string, { component, number, perSecond, timeSeconds }: LittlesLaw): string {
  const product = perSecond * timeSeconds;
  const apart = Math.abs(number - product) < EXACT * number ? 'nothing' : percent(Math.abs(number / product - 1), 4);
  return `| ${[name, component, ...[number, product, perSecond, timeSeconds].map(figure), apart].join(' | ')} |`;
}

/** What rounding may leave between sums of doubles, relative to them. */
export const EXACT = 1e-9;

function figure(value: number): string {
  return value.toPrecision(5);
}

function percent(share: number, digits: number): string {
  return `${(share * 100).toFixed(digits)} %`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
