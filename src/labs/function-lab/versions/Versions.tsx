/** The instrument of this bench: what is edited, what was published of it, where the alias points, and what each does. */
import { useMemo, useState } from 'react';
import { seconds } from '../../../engine/time.ts';
import { usePlayhead } from '../../../panels/use-playhead.ts';
import { nodesOf } from '../../../scenario/create-simulation.ts';
import { useRun, useRunState } from '../../../stores/session-context.tsx';
import { formatDuration } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import { AliasControl } from './AliasControl.tsx';
import { AllAtOnce } from './AllAtOnce.tsx';
import { aliasAt, HANDLER, latestAt, publishedAt } from './alias.ts';
import { Latest } from './Latest.tsx';
import { VersionCard } from './VersionCard.tsx';
import styles from './Versions.module.css';
import { figuresOf, VersionLog } from './version-log.ts';

/** Bars of a curve. Our choice: each a few pixels wide on a phone. */
const BINS = 40;

export function Versions(_: InstrumentProps) {
  const say = useText();
  const run = useRun();
  const t = usePlayhead(run);
  const scenario = useRunState((state) => state.scenario);
  // The reel grows in place; the version says that it did.
  useRunState((state) => state.version);
  const component = useMemo(() => nodesOf(scenario).findIndex(({ id }) => id === HANDLER), [scenario]);
  const [log] = useState(() => new VersionLog(component));

  const published = publishedAt(scenario, t);
  const latest = latestAt(scenario, t);
  const alias = aliasAt(scenario, t);
  const runs = log.until(run.reel, seconds(t));
  const called = runs.some(({ version }) => version === 0) || alias.first === 0;
  const shown = [...published.map(({ version }) => version).toReversed(), ...(called ? [0] : [])];
  const figures = new Map(
    shown.map((version) => [version, figuresOf(runs, version, BINS, seconds(scenario.durationSeconds) / BINS)]),
  );
  const most = Math.max(
    1,
    ...[...figures.values()].flatMap(({ bins }) => bins.map(({ done, failed }) => done + failed)),
  );

  return (
    <div className={`${lab.whole} ${lab.narrow}`}>
      <div className={lab.columns}>
        <Latest latest={latest} published={published} />
        <AliasControl alias={alias} published={published} t={t} />
      </div>
      <section aria-label={say('lab.versions.published')}>
        <h3>{say('lab.versions.published')}</h3>
        <p className={lab.quiet}>
          {say('lab.versions.measured', { length: formatDuration(scenario.durationSeconds / BINS) })}
        </p>
        <ol className={styles.cards}>
          {shown.map((version) => (
            <VersionCard
              key={version}
              version={version}
              frozen={published.find((each) => each.version === version) ?? null}
              latest={latest}
              alias={alias}
              figures={figures.get(version)}
              most={most}
              until={t / scenario.durationSeconds}
              durationSeconds={scenario.durationSeconds}
            />
          ))}
        </ol>
      </section>
      <AllAtOnce scenario={scenario} />
    </div>
  );
}
