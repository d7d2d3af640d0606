/** Two of the runs on screen, and in what they differ, in plain sentences with measured figures of the whole runs. */
import { ArrowLeftRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { runName } from '../panels/names.ts';
import { type TimedRun, useRunStates } from '../panels/time/use-run-states.ts';
import { useRunsOnScreen } from '../panels/use-runs-on-screen.ts';
import type { RunId } from '../stores/session.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useText, useVocabulary } from '../ui/use-text.ts';
import { type ComparedRun, differenceSentence, differencesBetween, whatBothMet } from './difference.ts';
import styles from './Panel.module.css';

export function DifferencePanel() {
  const say = useText();
  const runs = useRunsOnScreen();
  const states = useRunStates(runs);
  const [chosen, setChosen] = useState<readonly [RunId | null, RunId | null]>([null, null]);
  const [one, other] = pairOf(states, chosen);
  if (one === undefined || other === undefined) return null;
  const choose = (place: 0 | 1, id: RunId): void => {
    // Whoever chooses what stands in the other place exchanges the two.
    const now: [RunId, RunId] = [one.id, other.id];
    if (now[1 - place] === id) now[1 - place] = now[place];
    now[place] = id;
    setChosen(now);
  };
  const select = (place: 0 | 1, value: RunId, label: string) => (
    <select
      className={styles.select}
      aria-label={label}
      value={value}
      onChange={(event) => choose(place, event.currentTarget.value as RunId)}
    >
      {states.map(({ id, scenario }) => (
        <option key={id} value={id}>
          {runName(say, { id, stage: scenario.stage })}
        </option>
      ))}
    </select>
  );
  return (
    <section className={styles.panel} aria-label={say('compare.difference')}>
      <div className={styles.head}>
        <h3 className={styles.title}>{say('compare.difference')}</h3>
        {select(0, one.id, say('compare.difference.one'))}
        <IconButton
          label={say('compare.difference.swap')}
          icon={<ArrowLeftRight />}
          onClick={() => setChosen([other.id, one.id])}
        />
        {select(1, other.id, say('compare.difference.other'))}
      </div>
      <Sentences one={one} other={other} />
    </section>
  );
}

/** The two that were chosen, as far as they stand on screen; else the first that do. */
function pairOf(states: readonly TimedRun[], chosen: readonly (RunId | null)[]): (TimedRun | undefined)[] {
  const [a, b] = chosen.map((id) => states.find((state) => state.id === id));
  const one = a ?? states.find((state) => state !== b);
  return [one, b !== undefined && b !== one ? b : states.find((state) => state !== one)];
}

function Sentences({ one, other }: { one: TimedRun; other: TimedRun }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const words = useMemo(() => {
    const named = ({ id, scenario, report }: TimedRun): ComparedRun | null =>
      report && { name: runName(say, { id, stage: scenario.stage }), report };
    const [first, second] = [named(one), named(other)];
    if (first === null || second === null) return null;
    return {
      met: whatBothMet(vocabulary, first.report, second.report).map((each) => differenceSentence(vocabulary, each)),
      differ: differencesBetween(vocabulary, first, second).map((each) => differenceSentence(vocabulary, each)),
    };
  }, [one, other, say, vocabulary]);
  if (words === null) return <p className={styles.quiet}>{say('compare.difference.waiting')}</p>;
  return (
    <>
      <p className={styles.quiet}>{words.met.join(' ')}</p>
      {words.differ.length === 0 ? (
        <p>{say('compare.difference.nothing')}</p>
      ) : (
        <ul className={styles.sentences}>
          {words.differ.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}
