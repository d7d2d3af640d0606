/** How a run is doing: a shape, a colour and a word that all say the same. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { usePlayhead } from '../panels/use-playhead.ts';
import { nodesOf } from '../scenario/create-simulation.ts';
import type { Run } from '../stores/session.ts';
import { useText } from '../ui/use-text.ts';
import styles from './StateMark.module.css';
import { REFUSAL_SECONDS, type StateWord, stateWordAt } from './state-word.ts';

/** Shapes in a box of 12 by 12: the same meanings as in the picture's legend. */
const shapes: Readonly<Record<StateWord, { meaning: string; path: string }>> = {
  down: { meaning: 'failed', path: 'M2 2l8 8M10 2l-8 8' },
  refusing: { meaning: 'failed', path: 'M6 1.5l5 9H1z' },
  'nobody-notices': { meaning: 'done', path: 'M1.5 6.5l3 3l6-7' },
  idle: { meaning: 'idle', path: 'M2 2h8v8H2z' },
  starting: { meaning: 'starting', path: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z' },
  'catching-up': { meaning: 'waiting', path: 'M2 2h8v8H2z' },
  working: { meaning: 'done', path: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z' },
};

export function StateMark({ run }: { run: Run }) {
  const say = useText();
  const t = usePlayhead(run);
  const scenario = useStore(run.store, (state) => state.scenario);
  useStore(run.store, (state) => state.version);
  const nodes = useMemo(() => nodesOf(scenario), [scenario]);
  const { series } = run.store.getState();
  if (!series || series.length === 0) return null;
  const word = stateWordAt(nodes, series, t);
  const { meaning, path } = shapes[word];
  const title =
    word === 'refusing'
      ? say('state-word.refusing.what', { seconds: REFUSAL_SECONDS })
      : say(`state-word.${word}.what`);
  return (
    <p className={`${styles.mark} ${styles[meaning]}`} title={title}>
      <svg viewBox="0 0 12 12" className={styles[word]} aria-hidden="true">
        <path d={path} />
      </svg>
      {say(`state-word.${word}`)}
    </p>
  );
}
