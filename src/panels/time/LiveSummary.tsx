/** Tells screen readers what happens: seldom while it plays, and how things stand when it stops, somebody jumps, or another screen is shown. */
import { useEffect, useRef } from 'react';
import type { ClockState } from '../../stores/clock-store.ts';
import type { Run } from '../../stores/session.ts';
import { useSession } from '../../stores/session-context.tsx';
import { useVocabulary } from '../../ui/use-text.ts';
import { type Standing, summaryAt } from './summary.ts';

/** At most one sentence in this time on the wall, in ms: what can be listened to. Our choice. */
const TELL_EVERY_MS = 5000;

/** How long the moment must stand still before it is told, in ms on the wall: a drag passes through many. Our choice. */
const SETTLED_MS = 700;

export function LiveSummary({ runs }: { runs: readonly Run[] }) {
  const { clock } = useSession();
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
      settle = setTimeout(() => tell(summarise(null)), SETTLED_MS);
    };
    /** How things stand on another screen, as soon as that is known up to the moment that is shown. */
    const tellAnew = (): void => {
      const { t } = clock.getState();
      const isKnown = runs.every(({ store }) => {
        const { status, recordedUntilSeconds } = store.getState();
        return status !== 'running' || recordedUntilSeconds >= t;
      });
      if (isKnown) tell(summarise(null));
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
  }, [clock, runs, vocabulary]);
  return <p ref={region} className="for-readers" role="status" aria-live="polite" />;
}
