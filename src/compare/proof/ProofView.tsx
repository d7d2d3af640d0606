/** The proof of a claim: a prediction, the claim's run beside its foil, and the verdict. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { claimOf } from '../../lessons/catalogue.ts';
import { type Claim, endOf } from '../../lessons/claim.ts';
import { useClock, useSession, useSessionState, useSettings } from '../../stores/session-context.tsx';
import { NARROW } from '../../ui/media.ts';
import { useMedia } from '../../ui/use-media.ts';
import { useText } from '../../ui/use-text.ts';
import { Announcement } from './Announcement.tsx';
import { isFocusLost, toTop } from './focus.ts';
import { ProofCard } from './ProofCard.tsx';
import styles from './ProofView.module.css';
import { canAsk, type Predicted } from './prediction.ts';
import { Question } from './Question.tsx';
import { Beside, OneAtATime } from './Watching.tsx';

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
  const narrow = useMedia(NARROW);
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

  const isOpen = isAsked && !hasBegun;
  useQuestion(isOpen, predicted !== null);
  const isJudged = useStore(session.proof, ({ result }) => result !== null);
  const heading = useFocus(isOpen ? 'asked' : isOver && isJudged ? 'told' : 'watched', moves);

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

  if (isOpen) {
    return (
      <div ref={heading.view} className={styles.asked}>
        <Question
          claim={claim}
          heading={heading.asked}
          predicted={predicted}
          onPredict={setPredicted}
          onPlay={() => session.play()}
          onSkip={skip}
        />
        {!narrow && <ProofCard claim={claim} which="claim" asked />}
      </div>
    );
  }
  const shown = { claim, predicted, isOver, heading: heading.told, onAgain: again };
  return (
    <div ref={heading.view} className={styles.shown}>
      <h2 ref={heading.watched} tabIndex={-1} className="for-readers">
        {say('proof.runs')}
      </h2>
      <Announcement claim={claim} predicted={predicted} isOver={isOver} />
      {narrow ? <OneAtATime {...shown} /> : <Beside {...shown} />}
    </div>
  );
}

/** Tells the page that a question is asked, so that nothing but its answer has the proof play. */
function useQuestion(isOpen: boolean, isAnswered: boolean): void {
  const { proof } = useSession();
  const question = isOpen ? (isAnswered ? 'answered' : 'open') : 'none';
  useLayoutEffect(() => {
    proof.setState({ question });
    return () => proof.setState({ question: 'none' });
  }, [proof, question]);
}

/** Before it plays, while it does, and with the verdict. */
type Phase = 'asked' | 'watched' | 'told';

interface Headings extends Record<Phase, RefObject<HTMLHeadingElement | null>> {
  view: RefObject<HTMLDivElement | null>;
}

/**
 * Keeps the focus: on the heading of what has just come, if whoever works with keys stood on what has gone. Where the
 * proof begins it always goes there, and with the verdict also from wherever it was in the proof.
 */
function useFocus(phase: Phase, moves: boolean): Headings {
  const view = useRef<HTMLDivElement>(null);
  const [asked, watched, told] = [useRef<HTMLHeadingElement>(null), useRef(null), useRef(null)];
  const headings = useRef<Headings>({ view, asked, watched, told }).current;
  const before = useRef<Phase | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the first movement what started it goes.
  useEffect(() => {
    const was = before.current;
    before.current = phase;
    if (was === null) toTop(view.current);
    const isInside = view.current?.contains(document.activeElement) === true;
    const isDue = was === null || isFocusLost() || (phase === 'told' && was !== 'told' && isInside);
    if (isDue) headings[phase].current?.focus({ preventScroll: true });
  }, [phase, moves]);
  return headings;
}
