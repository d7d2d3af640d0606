/** A few words about the moment that is shown. They change with the clock, frame by frame, without React. */
import { useLayoutEffect, useRef } from 'react';
import { useSession } from '../../stores/session-context.tsx';

export interface LiveProps<T extends number | string> {
  /** What the words depend on. */
  read: (tSeconds: number) => T;
  words: (value: T) => string;
  className?: string;
}

export function Live<T extends number | string>({ read, words, className }: LiveProps<T>) {
  const { clock } = useSession();
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    let shown: T | undefined;
    const show = (): void => {
      const value = read(clock.getState().t);
      if (value === shown || !element.current) return;
      shown = value;
      element.current.textContent = words(value);
    };
    show();
    return clock.subscribe(show);
  }, [clock, read, words]);
  return <span ref={element} className={className} />;
}
