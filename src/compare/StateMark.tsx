/** How a run is doing: a shape, a colour and a word that all say the same. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { usePlayhead } from '../panels/use-playhead.ts';
import { planOf } from '../scenario/create-simulation.ts';
import type { Run } from '../stores/session.ts';
import { type Say, useText } from '../ui/use-text.ts';
import styles from './StateMark.module.css';
import {
  FAILING_SECONDS,
  LONG_WAIT_SECONDS,
  REFUSAL_SECONDS,
  STILL_SECONDS,
  type StateWord,
  stateWordAt,
} from './state-word.ts';

/** Shapes in a box of 12 by 12: the same meanings as in the picture's legend. */
const shapes: Readonly<Record<StateWord, { meaning: string; path: string }>> = {
  down: { meaning: 'failed', path: 'M2 2l8 8M10 2l-8 8' },
  refusing: { meaning: 'failed', path: 'M6 1.5l5 9H1z' },
  losing: { meaning: 'failed', path: 'M6 1v6M3 4.5l3 3l3-3M1.5 11h9' },
  'dead-letters': { meaning: 'failed', path: 'M1.5 3h9v6.5h-9zM1.5 3l4.5 3.5l4.5-3.5' },
  unreachable: { meaning: 'failed', path: 'M1.5 6h3M7.5 6h3M5 3v6M7 3v6' },
  failing: { meaning: 'failed', path: 'M10 6a4 4 0 1 1-1.3-3M4.5 4.5l3 3M7.5 4.5l-3 3' },
  'stands-still': { meaning: 'waiting', path: 'M3.5 2v8M8.5 2v8' },
  'nobody-notices': { meaning: 'done', path: 'M1.5 6.5l3 3l6-7' },
  'videos-lost': { meaning: 'failed', path: 'M6 1v6M3 4.5l3 3l3-3M1.5 11h9' },
  'videos-wait': { meaning: 'waiting', path: 'M6 1.5v5.5M6 10v.5' },
  'instance-lost': { meaning: 'waiting', path: 'M6 1.5l5 9H1z' },
  idle: { meaning: 'idle', path: 'M2 2h8v8H2z' },
  asleep: { meaning: 'quiet', path: 'M8 1.5a4.5 4.5 0 1 0 2.5 6a4 4 0 0 1-2.5-6z' },
  starting: { meaning: 'starting', path: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z' },
  'cold-start': { meaning: 'starting', path: 'M6 1v10M1.7 3.5l8.6 5M1.7 8.5l8.6-5' },
  'trying-again': { meaning: 'waiting', path: 'M10 6a4 4 0 1 1-1.3-3M9.5 1v2.5H7' },
  'catching-up': { meaning: 'waiting', path: 'M2 2h8v8H2z' },
  working: { meaning: 'done', path: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z' },
};

export function StateMark({ run }: { run: Run }) {
  const say = useText();
  const t = usePlayhead(run);
  const scenario = useStore(run.store, (state) => state.scenario);
  useStore(run.store, (state) => state.version);
  const plan = useMemo(() => planOf(scenario), [scenario]);
  const { series } = run.store.getState();
  if (!series || series.length === 0) return null;
  const word = stateWordAt(plan, series, scenario.interventions, t);
  const { meaning, path } = shapes[word];
  return (
    <p className={`${styles.mark} ${styles[meaning]}`} title={explanationOf(word, say)}>
      <svg viewBox="0 0 12 12" className={styles[word]} aria-hidden="true">
        <path d={path} />
      </svg>
      {say(`state-word.${word}`)}
    </p>
  );
}

function explanationOf(word: StateWord, say: Say): string {
  switch (word) {
    case 'refusing':
    case 'losing':
    case 'dead-letters':
      return say(`state-word.${word}.what`, { seconds: REFUSAL_SECONDS });
    case 'videos-wait':
      return say('state-word.videos-wait.what', { seconds: LONG_WAIT_SECONDS });
    case 'failing':
      return say('state-word.failing.what', { seconds: FAILING_SECONDS });
    case 'stands-still':
      return say('state-word.stands-still.what', { seconds: STILL_SECONDS });
    default:
      return say(`state-word.${word}.what`);
  }
}
