/** One of many runs side by side: its name, how it is doing, its small picture, and what became of the uploads so far. */
import { memo, type ReactNode } from 'react';
import { MiniCanvas } from '../canvas/MiniCanvas.tsx';
import { useFigures } from '../panels/use-figures.ts';
import type { Run } from '../stores/session.ts';
import { RunProvider } from '../stores/session-context.tsx';
import { formatCount, NOTHING } from '../ui/format.ts';
import { useText } from '../ui/use-text.ts';
import styles from './RunTile.module.css';
import { StateMark } from './StateMark.tsx';

export interface RunTileProps {
  run: Run;
  name: string;
  /** Where it stands, 0 for the first. */
  place: number;
  /** What a click on it does. */
  openLabel: string;
  onOpen: () => void;
  line?: ReactNode;
  actions?: ReactNode;
}

export function RunTile({ run, name, place, openLabel, onOpen, line, actions }: RunTileProps) {
  const say = useText();
  const figures = useFigures(run);
  const count = (n: number | undefined): string => (n === undefined ? NOTHING : formatCount(n));
  const lost = figures === null ? undefined : figures.lost + figures.deadLettered;
  return (
    <li className={styles.tile} aria-label={name}>
      <header className={styles.head}>
        <h3 className={styles.name}>
          <button type="button" data-place={place} className={styles.open} title={openLabel} onClick={onOpen}>
            {name}
            <span className="for-readers">: {openLabel}</span>
          </button>
        </h3>
        <div className={styles.actions}>{actions}</div>
      </header>
      <div className={styles.mark}>
        <StateMark run={run} />
      </div>
      {line !== undefined && <p className={styles.line}>{line}</p>}
      <div className={styles.picture}>
        <Mini run={run} />
      </div>
      <dl className={styles.figures}>
        <Count label={say('compare.accepted')} value={count(figures?.accepted)} />
        <Count label={say('compare.waiting')} value={count(figures?.waiting)} />
        <Count label={say('compare.refused')} value={count(figures?.refused)} isBad={(figures?.refused ?? 0) > 0} />
        <Count label={say('compare.lost')} value={count(lost)} isBad={(lost ?? 0) > 0} />
      </dl>
    </li>
  );
}

/** The picture draws itself; what is measured beside it changes more often than it does. */
const Mini = memo(function Mini({ run }: { run: Run }) {
  return (
    <RunProvider run={run}>
      <MiniCanvas />
    </RunProvider>
  );
});

function Count({ label, value, isBad = false }: { label: string; value: string; isBad?: boolean }) {
  return (
    <div className={styles.count}>
      <dt>{label}</dt>
      <dd className={`number ${isBad ? styles.bad : ''}`}>
        {isBad && <span aria-hidden="true">✕ </span>}
        {value}
      </dd>
    </div>
  );
}
