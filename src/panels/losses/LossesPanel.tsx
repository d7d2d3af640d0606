/**
 * What went wrong so far in each run on screen: uploads refused, lost or put aside, why, where that began, and where it is
 * told how to prevent it.
 */
import { Archive, type LucideIcon, PackageX, X } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { seconds } from '../../engine/time.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import { sampleTimeAt } from '../../scenario/samples.ts';
import { hasUsers } from '../../stages/catalogue.ts';
import type { Run } from '../../stores/session.ts';
import { Fold } from '../../ui/Fold.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { useText } from '../../ui/use-text.ts';
import { runName } from '../names.ts';
import { usePlayhead } from '../use-playhead.ts';
import { useRunsOnScreen } from '../use-runs-on-screen.ts';
import { Began } from './Began.tsx';
import styles from './Losses.module.css';
import { type BadEnd, type Loss, lossBookOf } from './losses.ts';
import { Prevent } from './Prevent.tsx';

/** Losses that are told at once; the others when they are asked for. Our choice: what does not push all else away. */
const MOST_SHOWN = 3;

export function LossesPanel() {
  const say = useText();
  const runs = useRunsOnScreen().filter(({ stage }) => hasUsers(stage));
  if (runs.length === 0) return null;
  return (
    <PanelSection title={say('losses.title')}>
      {runs.map((run) => (
        <LossesOf key={run.id} run={run} isNamed={runs.length > 1} />
      ))}
    </PanelSection>
  );
}

function LossesOf({ run, isNamed }: { run: Run; isNamed: boolean }) {
  const say = useText();
  const t = usePlayhead(run);
  // The reel grows and shrinks in place; the store's version says that it did.
  useStore(run.store, (state) => state.version);
  const { series } = run.store.getState();
  // As of the last sample, as the figures, the lanes and what is said of a fault are: all of them show the same numbers.
  const losses = lossBookOf(run.reel).at(seconds(series ? sampleTimeAt(series, t) : t));
  const rest = losses.slice(MOST_SHOWN);
  return (
    <div className={styles.run}>
      {isNamed && <h3 className={styles.name}>{runName(say, run)}</h3>}
      {losses.length === 0 ? (
        <p className={styles.quiet}>{say('losses.none')}</p>
      ) : (
        <LossList run={run} losses={losses.slice(0, MOST_SHOWN)} />
      )}
      {rest.length > 0 && (
        <Fold title={say('losses.more', { n: rest.length })}>
          <LossList run={run} losses={rest} />
        </Fold>
      )}
    </div>
  );
}

const icons: Readonly<Record<BadEnd, LucideIcon>> = { refused: X, lost: PackageX, 'dead-lettered': Archive };

function LossList({ run, losses }: { run: Run; losses: readonly Loss[] }) {
  const say = useText();
  const scenario = useStore(run.store, (state) => state.scenario);
  const nodes = useMemo(() => nodesOf(scenario), [scenario]);
  return (
    <ul className={styles.list}>
      {losses.map(({ outcome, reason, origin, uploads }) => {
        const Icon = icons[outcome];
        return (
          <li key={`${outcome} ${reason} ${origin.component} ${origin.reason}`} className={styles.loss}>
            <p className={styles.what}>
              <Icon className={styles.sign} aria-hidden="true" />
              <span>
                <strong className="number">{say(`losses.${outcome}`, { n: uploads })}</strong>:{' '}
                {say(`reason.${reason}`)}
              </span>
            </p>
            <Began run={run.id} component={nodes[origin.component]?.id} reason={origin.reason} told={reason} />
            <p className={styles.quiet}>{say(`reason.${origin.reason}.what`)}</p>
            <Prevent reason={reason} began={origin.reason} />
          </li>
        );
      })}
    </ul>
  );
}
