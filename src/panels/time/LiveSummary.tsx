/** Tells screen readers what happens: seldom while it plays, and how things stand when it stops, somebody jumps, or another screen is shown. */
import { useEffect, useRef } from 'react';
import type { ClockState } from '../../stores/clock-store.ts';
import type { ProofState } from '../../stores/proof.ts';
import type { Run, SessionState } from '../../stores/session.ts';
import { useSession } from '../../stores/session-context.tsx';
import { isTextKey, type TextKey, textOf } from '../../text/text.ts';
import { useVocabulary } from '../../ui/use-text.ts';
import { type Standing, summaryAt } from './summary.ts';

/** At most one sentence in this time on the wall, in ms: what can be listened to. Our choice. */
const TELL_EVERY_MS = 5000;

/** How long the moment must stand still before it is told, in ms on the wall: a drag passes through many. Our choice. */
const SETTLED_MS = 700;

export function LiveSummary({ runs }: { runs: readonly Run[] }) {
  const { clock, proof, state } = useSession();
  const vocabulary = useVocabulary();
  const region = useRef<HTMLParagraphElement>(null);
  const runsBefore = useRef(runs);
  useEffect(() => {
    let last: Standing | null = null;
    let beat: ReturnType<typeof setInterval> | undefined;
    let settle: ReturnType<typeof setTimeout> | undefined;

    const summarise = (previous: Standing | null): string => {
      const states = runs.map(({ id, store }) => ({ ...store.getState(), id }));
      const { sentence, standing } = summaryAt(vocabulary, states, clock.getState().t, previous);
      last = standing;
      return sentence;
    };
    /** How things stand; before a proof plays, what it asks: anything else would be beside the point. */
    const standing = (): string => {
      const question = questionOf(state.getState(), proof.getState());
      return question === null ? summarise(null) : textOf(vocabulary, question);
    };
    const tell = (sentence: string): void => {
      if (sentence !== '' && region.current) region.current.textContent = sentence;
    };
    const begin = (): void => {
      if (beat !== undefined) return;
      clearTimeout(settle);
      summarise(null);
      beat = setInterval(() => tell(summarise(last)), TELL_EVERY_MS);
    };
    const stop = (): void => {
      clearInterval(beat);
      clearTimeout(settle);
      beat = undefined;
    };
    const hear = (now: ClockState, before: ClockState): void => {
      if (now.t === before.t && now.playing === before.playing) return;
      if (now.playing) return begin();
      stop();
      settle = setTimeout(() => tell(standing()), SETTLED_MS);
    };
    /** How things stand on another screen, as soon as that is known up to the moment that is shown. */
    const tellAnew = (): void => {
      const { t } = clock.getState();
      const isKnown = runs.every(({ store }) => {
        const { status, recordedUntilSeconds } = store.getState();
        return status !== 'running' || recordedUntilSeconds >= t;
      });
      if (isKnown || proof.getState().question !== 'none') tell(standing());
      else settle = setTimeout(tellAnew, SETTLED_MS);
    };
    if (clock.getState().playing) begin();
    if (runsBefore.current !== runs) {
      runsBefore.current = runs;
      settle = setTimeout(tellAnew, SETTLED_MS);
    }
    const leave = clock.subscribe(hear);
    return () => {
      leave();
      stop();
    };
  }, [clock, proof, state, runs, vocabulary]);
  return <p ref={region} className="for-readers" role="status" aria-live="polite" />;
}

/** What the reader is asked on this screen, or null. */
function questionOf({ screen, claim }: SessionState, { question }: ProofState): TextKey | null {
  if (screen !== 'proof' || claim === null || question === 'none') return null;
  const key = `predict.${claim}`;
  return isTextKey(key) ? key : null;
}
