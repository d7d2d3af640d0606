/** The table of the comparison as CSV: a line for each run, numbers in plain units, what was broken, and the seed. */
import { runName } from '../../panels/names.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import { isVariantId } from '../../stores/run-ids.ts';
import type { RunId, SessionState } from '../../stores/session.ts';
import { faultAt } from '../../text/target-name.ts';
import { text, type Vocabulary } from '../../text/text.ts';
import { type Measured, measures } from '../measures.ts';
import { differenceWords, settingDifferences } from '../second-setting.ts';
import { type CsvValue, csvOf } from './csv.ts';

/** One line of the table. */
export interface CsvRun {
  id: RunId;
  scenario: StageScenario;
  measured: Measured | null;
}

/** `tSeconds`: the moment at which the figures of the moment stand. */
export function figuresCsv(
  vocabulary: Vocabulary,
  runs: readonly CsvRun[],
  { scenarios, variants }: Pick<SessionState, 'scenarios' | 'variants'>,
  tSeconds: number,
): string {
  const columns = measures.map(({ label, unit, span }) => {
    const params = { measure: text(vocabulary, label), unit };
    return span === 'run'
      ? text(vocabulary, 'compare.csv.column.run', params)
      : text(vocabulary, 'compare.csv.column', params);
  });
  const header = [
    text(vocabulary, 'compare.csv.architecture'),
    text(vocabulary, 'compare.csv.differs'),
    ...columns,
    text(vocabulary, 'compare.csv.faults'),
    text(vocabulary, 'compare.csv.moment'),
    text(vocabulary, 'compare.csv.seed'),
    text(vocabulary, 'compare.csv.length'),
  ];
  const rows = runs.map(({ id, scenario, measured }): CsvValue[] => [
    runName((key, ...args) => text(vocabulary, key, ...args), { id, stage: scenario.stage }),
    isVariantId(id)
      ? settingDifferences(scenarios[scenario.stage], variants[scenario.stage])
          .map((each) => differenceWords(vocabulary, each))
          .join('; ')
      : '',
    ...measures.map(({ of }): CsvValue => {
      const value = measured ? of(measured) : Number.NaN;
      return value === Number.POSITIVE_INFINITY ? text(vocabulary, 'compare.csv.never') : value;
    }),
    faultsIn(vocabulary, scenario),
    tSeconds,
    scenario.seed,
    scenario.durationSeconds,
  ]);
  return csvOf(header, rows);
}

/** "processing down 80–130 s". */
function faultsIn(vocabulary: Vocabulary, { interventions }: StageScenario): string {
  return interventions
    .flatMap((each) => {
      if (each.kind !== 'fault') return [];
      const { fault, target, atSeconds, untilSeconds } = each;
      const what = { fault: faultAt(vocabulary, fault, target), from: String(atSeconds) };
      return untilSeconds === undefined
        ? [text(vocabulary, 'compare.csv.fault.for-good', what)]
        : [text(vocabulary, 'compare.csv.fault', { ...what, until: String(untilSeconds) })];
    })
    .join('; ');
}
