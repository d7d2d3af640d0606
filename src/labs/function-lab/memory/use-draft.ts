/** A value that is moved: shown at once, and decided once it rests, so that not every step of the way is run. */
import { useEffect, useRef, useState } from 'react';

export interface Draft {
  /** What is to be shown: what is being moved to, or else what is decided. */
  shown: number;
  /** Moves it; decided a moment later, unless it is moved on. */
  move(value: number): void;
  /** Decides now. */
  decide(): void;
}

/** How long it has to rest, ms. Our choice: longer than an arrow key takes to repeat. */
const RESTS_MS = 300;

export function useDraft(value: number, onDecided: (value: number) => void): Draft {
  const [moving, setMoving] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef<{ moving: number | null; value: number; onDecided: (value: number) => void }>({
    moving,
    value,
    onDecided,
  });
  useEffect(() => {
    latest.current = { moving: latest.current.moving, value, onDecided };
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const decide = (): void => {
    clearTimeout(timer.current);
    const { moving: to, value: from, onDecided: tell } = latest.current;
    latest.current.moving = null;
    setMoving(null);
    if (to !== null && to !== from) tell(to);
  };
  return {
    shown: moving ?? value,
    move(to) {
      latest.current.moving = to;
      setMoving(to);
      clearTimeout(timer.current);
      timer.current = setTimeout(decide, RESTS_MS);
    },
    decide,
  };
}
