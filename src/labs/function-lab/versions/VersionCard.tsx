/** One version, locked: what it keeps for ever, what the alias gives it, and what it did in this run so far. */
import { Lock, PencilLine } from 'lucide-react';
import type { FunctionVersion } from '../../../models/parameters.ts';
import { Figure, Figures } from '../../../ui/Figure.tsx';
import { formatCount, formatDuration, formatMegabytes, formatShare, formatTimes, NOTHING } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { type Alias, type Settings, settingsOf } from './alias.ts';
import { RunBars } from './RunBars.tsx';
import styles from './Versions.module.css';
import type { VersionFigures } from './version-log.ts';

export interface VersionCardProps {
  version: number;
  /** Null for $LATEST. */
  frozen: FunctionVersion | null;
  latest: Settings;
  alias: Alias;
  figures: VersionFigures | undefined;
  /** Most runs of any version in one stretch of time: all curves have one scale. */
  most: number;
  /** How much of the run has been shown, 0 to 1. */
  until: number;
  durationSeconds: number;
}

export function VersionCard({
  version,
  frozen,
  latest,
  alias,
  figures,
  most,
  until,
  durationSeconds,
}: VersionCardProps) {
  const say = useText();
  const name = frozen === null ? say('lab.versions.latest') : say('lab.versions.version', { version });
  const settings = frozen === null ? latest : settingsOf(frozen, latest);
  const share =
    version === alias.first ? 1 - (alias.second === 0 ? 0 : alias.share) : version === alias.second ? alias.share : 0;
  if (figures === undefined) return null;
  const { runs, failed, medianSeconds, bins } = figures;
  return (
    <li className={styles.card} data-called={share > 0}>
      <div className={styles.head}>
        <strong className={styles.name}>
          {frozen === null ? <PencilLine aria-hidden="true" /> : <Lock aria-hidden="true" />}
          {name}
        </strong>
        <span className={styles.share}>
          {share > 0 ? say('lab.versions.gets', { share: formatShare(share) }) : say('lab.versions.gets-none')}
        </span>
        <span className={lab.quiet}>
          {say(frozen === null ? 'lab.versions.now' : 'lab.versions.frozen', {
            memory: formatMegabytes(settings.memoryMegabytes),
            errors: formatShare(settings.errorShare),
            work: formatTimes(settings.workFactor),
          })}
        </span>
      </div>
      <RunBars
        bins={bins}
        most={most}
        until={until}
        mostLabel={say('lab.versions.bars.most', { n: most })}
        durationSeconds={durationSeconds}
        label={say('lab.versions.bars', { name, n: runs, failed })}
      />
      <Figures>
        <Figure label={say('lab.versions.runs')} value={formatCount(runs)} />
        <Figure
          label={say('lab.versions.failed')}
          value={formatCount(failed)}
          unit={runs > 0 ? formatShare(failed / runs) : undefined}
          tone={failed > 0 ? 'failed' : 'plain'}
        />
        <Figure
          label={say('lab.versions.median')}
          value={medianSeconds === null ? NOTHING : formatDuration(medianSeconds)}
          title={say('lab.versions.median.what')}
        />
      </Figures>
    </li>
  );
}
