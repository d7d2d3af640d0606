/** The proof of a claim: a prediction, the claim's run beside its foil, and the verdict. */
import { useEffect, useState } from 'react';
import { claimOf } from '../../lessons/catalogue.ts';
import type { Claim } from '../../lessons/claim.ts';
import { useClock, useSession, useSessionState, useSettings } from '../../stores/session-context.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { useText } from '../../ui/use-text.ts';
import { Announcement } from './Announcement.tsx';
import { endOf } from './claims-around.ts';
import { ProofCard } from './ProofCard.tsx';
import styles from './ProofView.module.css';
import { canAsk, type Predicted } from './prediction.ts';
import { Question } from './Question.tsx';
import { Beside, OneAtATime } from './Watching.tsx';

/** Where two pictures do not fit beside each other, one is shown at a time. */
const ONE_AT_A_TIME = '(max-width: 47.99rem)';

export function ProofView() {
  const say = useText();
  const id = useSessionState((state) => state.claim);
  const claim = id === null ? undefined : claimOf(id);
  if (claim === undefined) return <p className={styles.nothing}>{say('proof.none')}</p>;
  return <Proof key={claim.id} claim={claim} />;
}

function Proof({ claim }: { claim: Claim }) {
  const say = useText();
  const session = useSession();
  const narrow = useMedia(ONE_AT_A_TIME);
  const isAsked = useSettings(({ predictions }) => predictions) && canAsk(claim);
  const moves = useClock(({ t, playing }) => t > 0 || playing);
  const isAtEnd = useClock(({ t }) => t >= endOf(claim));
  /** What is chosen; it counts from when the proof plays, whoever has it play. */
  const [predicted, setPredicted] = useState<Predicted | null>(null);
  /** Whoever comes by a link into the middle of it is not asked any more. */
  const [hasBegun, setBegun] = useState(moves);
  /** The verdict stays, so that one can go back and look why. */
  const [isOver, setOver] = useState(isAtEnd);
  if (moves && !hasBegun) setBegun(true);
  if (isAtEnd && !isOver) setOver(true);

  const [playsAtOnce] = useState(!isAsked && !moves);
  useEffect(() => {
    if (playsAtOnce) session.play();
  }, [playsAtOnce, session]);

  const skip = (): void => {
    setPredicted(null);
    session.play();
  };
  const again = (): void => {
    setOver(false);
    session.seek(0);
    session.play();
  };

  if (isAsked && !hasBegun) {
    return (
      <div className={styles.asked}>
        <Question
          claim={claim}
          predicted={predicted}
          onPredict={setPredicted}
          onPlay={() => session.play()}
          onSkip={skip}
        />
        {!narrow && <ProofCard claim={claim} which="claim" />}
      </div>
    );
  }
  const shown = { claim, predicted, isOver, onAgain: again };
  return (
    <div className={styles.shown}>
      <h2 className="for-readers">{say('proof.runs')}</h2>
      <Announcement claim={claim} predicted={predicted} isOver={isOver} />
      {narrow ? <OneAtATime {...shown} /> : <Beside {...shown} />}
    </div>
  );
}
