/** What a fault did to each run on screen, measured to its end: who noticed and when, how long it took, who suffered. */
import { useState } from 'react';
import type { FaultReport } from '../../metrics/fault-report.ts';
import type { FactKind } from '../../models/facts.ts';
import { type FaultKey, faultIn } from '../../playback/branch.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import type { Run } from '../../stores/session.ts';
import { text, type Vocabulary } from '../../text/text.ts';
import { Fold } from '../../ui/Fold.tsx';
import { formatDuration } from '../../ui/format.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { nameOf, runName } from '../names.ts';
import { takesUploads } from '../time/run-curves.ts';
import { type TimedRun, useRunStates } from '../time/use-run-states.ts';
import { useRunsOnScreen } from '../use-runs-on-screen.ts';
import styles from './Faults.module.css';

const allMeasures = [
  'detected',
  'recovered',
  'caught-up',
  'blast',
  'refused',
  'lost',
  'unfinished',
  'given-up',
] as const;
type Measure = (typeof allMeasures)[number];

/** What is measured by uploads: it says nothing where nobody uploads. */
const ofUploads: readonly Measure[] = ['recovered', 'caught-up', 'refused', 'lost', 'unfinished'];

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
  const hasUploads = states.some(({ scenario }) => takesUploads(nodesOf(scenario)));
  const isSome = (measure: 'unfinished' | 'given-up'): boolean =>
    reports.some(({ report }) => (measure === 'unfinished' ? report.unfinished : report.givenUp) > 0);
  const measures = allMeasures.filter((measure) => {
    if (measure === 'given-up') return !hasUploads || isSome(measure);
    return hasUploads && measure === 'unfinished' ? isSome(measure) : hasUploads || !ofUploads.includes(measure);
  });
  return (
    <Fold title={say('break.did')} open={isOpen}>
      {runs.length === 1 ? (
        <dl className={styles.did}>
          {measures.map((measure) => (
            <Row
              key={measure}
              name={say(`break.did.${measure}`)}
              what={say(`break.did.${measure}.what`)}
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
                  <th scope="row" title={say(`break.did.${measure}.what`)}>
                    {say(`break.did.${measure}`)}
                  </th>
                  {reports.map(({ run, report }) => (
                    <td key={run.id}>{measureWords(vocabulary, report, measure)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Fold title={say('break.did.what')}>
        <dl className={styles.meanings}>
          {measures.map((measure) => (
            <div key={measure}>
              <dt>{say(`break.did.${measure}`)}</dt>
              <dd>{say(`break.did.${measure}.what`)}</dd>
            </div>
          ))}
        </dl>
      </Fold>
    </Fold>
  );
}

function Row({ name, what, words }: { name: string; what: string; words: string }) {
  return (
    <>
      <dt title={what}>{name}</dt>
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

/** What it is that noticed a fault, by the fact that tells of it. */
const noticedBy = {
  'request.retried': 'retry',
  'request.timed-out': 'time-out',
  'request.given-up': 'call',
  'retry.withheld': 'call',
  'request.refused': 'turned-away',
  'job.failed': 'work',
  'instance.crashed': 'crash',
  'message.dead-lettered': 'dead-letter',
  'message.expired': 'expiry',
  'delivery.retried': 'delivery',
  'delivery.dead-lettered': 'dead-letter',
  'delivery.dropped': 'delivery',
  'record.expired': 'expiry',
  'invocation.throttled': 'turned-away',
  'invocation.retried': 'work',
  'invocation.dropped': 'work',
  'batch.failed': 'work',
  'message.sent': 'answer',
  'message.taken': 'answer',
  'upload.refused': 'refusal',
  'circuit.opened': 'circuit',
  'instance.launched': 'replacement',
  'instance.unhealthy': 'machine-check',
  'target.unhealthy': 'health-check',
  'fail-open.began': 'health-check',
  'desired.changed': 'scaling',
} as const satisfies Partial<Record<FactKind, string>>;
const ways: Readonly<Partial<Record<FactKind, (typeof noticedBy)[keyof typeof noticedBy]>>> = noticedBy;

/** One measure of a fault, in words with its unit. */
function measureWords(vocabulary: Vocabulary, report: FaultReport, measure: Measure): string {
  switch (measure) {
    case 'detected': {
      const { detectedSeconds, detectedBy } = report;
      if (detectedSeconds === null) return text(vocabulary, 'break.did.unnoticed');
      const time = formatDuration(detectedSeconds);
      if (detectedBy === null) return text(vocabulary, 'break.did.after', { time });
      const name = nameOf(vocabulary, detectedBy.component);
      const way = ways[detectedBy.fact];
      const who = way === undefined ? name : text(vocabulary, `break.by-what.${way}`, { name });
      if (detectedSeconds === 0) return text(vocabulary, 'break.did.at-once.by', { who });
      return text(vocabulary, 'break.did.after.by', { time, who });
    }
    case 'recovered': {
      const { recoveredSeconds, caughtUpSeconds, refused, lost } = report;
      if (recoveredSeconds === 0) return text(vocabulary, 'break.did.unharmed');
      if (recoveredSeconds === null && refused + lost === 0) return text(vocabulary, 'break.did.stuck');
      if (recoveredSeconds === null && caughtUpSeconds !== null) return text(vocabulary, 'break.did.not-shown');
      return timeWords(vocabulary, recoveredSeconds);
    }
    case 'caught-up':
      return report.caughtUpSeconds === null && report.endedSeconds === null
        ? text(vocabulary, 'break.did.lasts')
        : timeWords(vocabulary, report.caughtUpSeconds);
    case 'blast': {
      const names = report.suffering.map((id) => nameOf(vocabulary, id)).join(', ');
      const n = report.suffering.length;
      return n === 0 ? text(vocabulary, 'break.did.none') : text(vocabulary, 'break.did.parts', { n, names });
    }
    case 'given-up':
      return text(vocabulary, 'break.did.pieces', { n: report.givenUp });
    default:
      return text(vocabulary, 'break.did.uploads', { n: report[measure] });
  }
}

function timeWords(vocabulary: Vocabulary, seconds: number | null): string {
  if (seconds === null) return text(vocabulary, 'break.did.not');
  return text(vocabulary, 'break.did.after', { time: formatDuration(seconds) });
}
