/** What one fault changed, in a sentence: counted from the run as it is and its pale line, where nothing else parts them. */
import { useMemo } from 'react';
import type { FaultKey } from '../../playback/branch.ts';
import type { Run } from '../../stores/session.ts';
import { text } from '../../text/text.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { runName } from '../names.ts';
import { type TimedRun, useRunStates } from '../time/use-run-states.ts';
import { usePlayhead } from '../use-playhead.ts';
import { useRunsOnScreen } from '../use-runs-on-screen.ts';
import styles from './Faults.module.css';
import { shortWords } from './short-words.ts';
import {
  differenceAt,
  differenceSentence,
  type FaultChange,
  faultChange,
  isSameFault,
  knownUntil,
} from './with-without.ts';

/** Where no pale line is about this fault alone, how to get one. */
export function Differences({ fault }: { fault: FaultKey }) {
  const say = useText();
  const runs = useRunsOnScreen();
  const states = useRunStates(runs);
  if (states.every((state) => state.status === 'finished' && changeBy(fault, state) === null)) {
    return <p className={styles.when}>{say('break.compared.how')}</p>;
  }
  return runs.map((run, place) => {
    const state = states[place];
    return state && <DifferenceOf key={run.id} run={run} state={state} fault={fault} isOne={runs.length === 1} />;
  });
}

interface DifferenceOfProps {
  run: Run;
  state: TimedRun;
  fault: FaultKey;
  isOne: boolean;
}

/** How this fault tells the run as it is from its pale line; null where that is about anything else. */
function changeBy(fault: FaultKey, { scenario, branchScenario }: TimedRun): FaultChange | null {
  const change = branchScenario && faultChange(branchScenario, scenario);
  return change && isSameFault(change.fault, fault) ? change : null;
}

function DifferenceOf({ run, state, fault, isOne }: DifferenceOfProps) {
  const change = useMemo(() => changeBy(fault, state), [fault, state]);
  if (!change) return null;
  return <Sentences run={run} state={state} change={change} isOne={isOne} />;
}

function Sentences({ run, state, change, isOne }: Omit<DifferenceOfProps, 'fault'> & { change: FaultChange }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const t = usePlayhead(run);
  const { series, branch, branchFromSeconds, scenario, status } = state;
  if (series === null || branch === null) return null;
  const until = Math.min(knownUntil(series), knownUntil(branch));
  const isWhole = status === 'finished' && until + series.everySeconds > scenario.durationSeconds;
  const sentence = (words: string): string =>
    isOne ? words : text(vocabulary, 'break.of', { name: runName(say, run), words });
  const now =
    t <= until && t >= branchFromSeconds && t < scenario.durationSeconds ? differenceAt(series, branch, t) : null;
  return (
    <div className={styles.difference}>
      {change.was && (
        <p className={styles.was}>{say('break.compared.changed', { was: shortWords(vocabulary, change.was) })}</p>
      )}
      {now && <p>{sentence(differenceSentence(vocabulary, change, now, 'now'))}</p>}
      <p aria-live="polite">
        {isWhole &&
          sentence(
            differenceSentence(vocabulary, change, differenceAt(series, branch, scenario.durationSeconds), 'end'),
          )}
      </p>
    </div>
  );
}
