/** How many callers saw an error in this run, and how many would have if the new version had come for all at once. */
import { useMemo } from 'react';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { useRunState } from '../../../stores/session-context.tsx';
import { Figure, Figures } from '../../../ui/Figure.tsx';
import { formatClock, formatCount, formatDuration, NOTHING } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { PoolButton } from '../PoolButton.tsx';
import { usePoolRuns } from '../use-pool-runs.ts';
import { allAtOnce } from './alias.ts';
import styles from './Versions.module.css';

export function AllAtOnce({ scenario }: { scenario: StageScenario }) {
  const say = useText();
  const report = useRunState((state) => state.report);
  const runs = usePoolRuns<StageScenario>();
  const other = useMemo(() => allAtOnce(scenario), [scenario]);
  const found = runs.key === scenario ? runs.reports.get(0) : undefined;
  return (
    <section className={`${lab.part} ${styles.part}`} aria-label={say('lab.versions.against')}>
      <h3>{say('lab.versions.against')}</h3>
      {other === null ? (
        <p className={lab.quiet}>{say('lab.versions.against.none')}</p>
      ) : (
        <>
          <p className={lab.quiet}>
            {say('lab.versions.against.what', { version: other.version, at: formatClock(other.atSeconds) })}
          </p>
          <PoolButton
            runs={runs}
            label={say('lab.versions.against.run')}
            onStart={() => runs.start(scenario, [other.scenario])}
          />
          <Figures>
            <Figure
              label={say('lab.versions.against.this')}
              value={report === null ? NOTHING : formatCount(report.uploads.refused)}
              title={say('lab.versions.against.end', { time: formatDuration(scenario.durationSeconds) })}
            />
            <Figure
              label={say('lab.versions.against.other')}
              value={found === undefined ? NOTHING : formatCount(found.uploads.refused)}
              tone={found !== undefined && found.uploads.refused > 0 ? 'failed' : 'plain'}
              title={say('lab.versions.against.end', { time: formatDuration(scenario.durationSeconds) })}
            />
          </Figures>
        </>
      )}
    </section>
  );
}
