/** What a fault did to each run on screen, measured to its end: who noticed and when, how long it took, who suffered. */
import { useState } from 'react';
import type { FaultReport } from '../../metrics/fault-figures.ts';
import { type FaultKey, faultIn } from '../../playback/branch.ts';
import type { Run } from '../../stores/session.ts';
import { text, type Vocabulary } from '../../text/text.ts';
import { Fold } from '../../ui/Fold.tsx';
import { formatDuration } from '../../ui/format.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { nameOf, runName } from '../names.ts';
import { type TimedRun, useRunStates } from '../time/use-run-states.ts';
import { useRunsOnScreen } from '../use-runs-on-screen.ts';
import styles from './Faults.module.css';

const measures = ['detected', 'recovered', 'caught-up', 'blast', 'refused', 'lost'] as const;
type Measure = (typeof measures)[number];

/** Nothing until a run with this fault is known to its end. */
export function FaultMeasures({ fault }: { fault: FaultKey }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const runs = useRunsOnScreen();
  const states = useRunStates(runs);
  const [isOpen] = useState(runs.length === 1);
  const reports = runs.flatMap((run, place): { run: Run; report: FaultReport }[] => {
    const report = reportOf(states[place], fault);
    return report ? [{ run, report }] : [];
  });
  const [only] = reports;
  if (!only) return null;
  return (
    <Fold title={say('break.did')} open={isOpen}>
      {runs.length === 1 ? (
        <dl className={styles.did}>
          {measures.map((measure) => (
            <Row
              key={measure}
              name={say(`break.did.${measure}`)}
              words={measureWords(vocabulary, only.report, measure)}
            />
          ))}
        </dl>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too.
        <section className={styles.scroll} tabIndex={0} aria-label={say('break.did')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <td />
                {reports.map(({ run }) => (
                  <th key={run.id} scope="col">
                    {runName(say, run)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {measures.map((measure) => (
                <tr key={measure}>
                  <th scope="row">{say(`break.did.${measure}`)}</th>
                  {reports.map(({ run, report }) => (
                    <td key={run.id}>{measureWords(vocabulary, report, measure)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Fold>
  );
}

function Row({ name, words }: { name: string; words: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </>
  );
}

/** What the report of a run that is known to its end says of a fault. */
function reportOf(state: TimedRun | undefined, key: FaultKey): FaultReport | undefined {
  if (!state?.report) return undefined;
  const { scenario, report } = state;
  const fault = faultIn(scenario, key);
  const place = fault === undefined ? -1 : scenario.interventions.indexOf(fault);
  return report.faults.find(({ intervention }) => intervention === place);
}

/** One measure of a fault, in words with its unit. */
function measureWords(vocabulary: Vocabulary, report: FaultReport, measure: Measure): string {
  switch (measure) {
    case 'detected': {
      const { detectedSeconds, detectedBy } = report;
      if (detectedSeconds === null) return text(vocabulary, 'break.did.unnoticed');
      const time = formatDuration(detectedSeconds);
      if (detectedBy === null) return text(vocabulary, 'break.did.after', { time });
      return text(vocabulary, 'break.did.after.by', { time, name: nameOf(vocabulary, detectedBy.component) });
    }
    case 'recovered':
      return report.recoveredSeconds === 0
        ? text(vocabulary, 'break.did.unharmed')
        : timeWords(vocabulary, report.recoveredSeconds);
    case 'caught-up':
      return report.caughtUpSeconds === null && report.endedSeconds === null
        ? text(vocabulary, 'break.did.lasts')
        : timeWords(vocabulary, report.caughtUpSeconds);
    case 'blast': {
      const names = report.suffering.map((id) => nameOf(vocabulary, id)).join(', ');
      const n = report.suffering.length;
      return n === 0 ? text(vocabulary, 'break.did.none') : text(vocabulary, 'break.did.parts', { n, names });
    }
    default:
      return text(vocabulary, 'break.did.uploads', { n: report[measure] });
  }
}

function timeWords(vocabulary: Vocabulary, seconds: number | null): string {
  if (seconds === null) return text(vocabulary, 'break.did.not');
  return text(vocabulary, 'break.did.after', { time: formatDuration(seconds) });
}
