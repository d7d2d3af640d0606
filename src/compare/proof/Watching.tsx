/** While a proof plays, and after: both runs, what the reader expects, and at the end the verdict. */
import { type ReactNode, type RefObject, useState } from 'react';
import { type Claim, endOf } from '../../lessons/claim.ts';
import { useClock, useSession } from '../../stores/session-context.tsx';
import { textOf } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { CurveResult } from './CurveResult.tsx';
import { ProofCard } from './ProofCard.tsx';
import { answerKey, type Predicted } from './prediction.ts';
import { Verdict } from './Verdict.tsx';
import styles from './Watching.module.css';

export interface WatchingProps {
  claim: Claim;
  /** Null where the reader was not asked, or did not want to be. */
  predicted: Predicted | null;
  /** Whether it was played to the end. */
  isOver: boolean;
  /** The heading of the verdict. */
  heading: RefObject<HTMLHeadingElement | null>;
  onAgain: () => void;
}

/** The two runs beside each other. */
export function Beside(props: WatchingProps) {
  const { claim, predicted, isOver } = props;
  return (
    <div className={`${styles.beside} ${isOver ? styles.over : ''}`}>
      {!isOver && <Bar claim={claim} predicted={predicted} />}
      <div className={styles.cards}>
        <ProofCard claim={claim} which="claim" />
        <ProofCard claim={claim} which="foil" />
      </div>
      {isOver ? (
        <Verdict {...props} />
      ) : (
        predicted?.kind === 'curve' && (
          <div className={styles.curve}>
            <CurveResult claim={claim} curve={predicted.curve} />
          </div>
        )
      )}
    </div>
  );
}

type TabId = 'claim' | 'foil' | 'curve' | 'verdict';

/** One run at a time, and the verdict as soon as there is one. */
export function OneAtATime(props: WatchingProps) {
  const say = useText();
  const { claim, predicted, isOver } = props;
  const first = isOver ? 'verdict' : predicted?.kind === 'curve' ? 'curve' : 'claim';
  const [chosen, setChosen] = useState<TabId>(first);
  const [wasOver, setWasOver] = useState(isOver);
  if (isOver !== wasOver) {
    setWasOver(isOver);
    setChosen(first);
  }
  const tabs: { id: TabId; label: string; content: ReactNode }[] = [
    { id: 'claim', label: say('proof.tab.claim'), content: <ProofCard claim={claim} which="claim" bare /> },
    { id: 'foil', label: say('proof.tab.foil'), content: <ProofCard claim={claim} which="foil" bare /> },
  ];
  if (isOver) tabs.push({ id: 'verdict', label: say('proof.tab.verdict'), content: <Verdict {...props} /> });
  else if (predicted?.kind === 'curve') {
    tabs.push({
      id: 'curve',
      label: say('proof.tab.curve'),
      content: <CurveResult claim={claim} curve={predicted.curve} />,
    });
  }
  return (
    <div className={styles.one}>
      {!isOver && <Bar claim={claim} predicted={predicted} />}
      <Tabs className={styles.tabs} label={say('proof.tabs')} value={chosen} onChange={setChosen} tabs={tabs} />
    </div>
  );
}

/** What is expected, and the way to the end. */
function Bar({ claim, predicted }: { claim: Claim; predicted: Predicted | null }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const isAtStart = useClock(({ t, playing }) => t === 0 && !playing);
  return (
    <div className={styles.bar}>
      <p className={styles.expected}>
        {predicted === null && say('proof.watching.skipped')}
        {predicted?.kind === 'curve' && say('proof.watching.curve')}
        {predicted?.kind === 'choice' &&
          say('proof.watching', { prediction: textOf(vocabulary, answerKey(claim, predicted.outcome)) })}
      </p>
      {isAtStart && <Button onClick={() => session.play()}>{say('proof.play')}</Button>}
      <Button onClick={() => session.seek(endOf(claim))}>{say('proof.to-end')}</Button>
    </div>
  );
}
