/** The moment that is shown, through all lanes. It moves with every frame by a transform; nothing is rendered for it. */
import { useLayoutEffect, useRef } from 'react';
import { useSession } from '../../stores/session-context.tsx';
import type { TimeAxis } from './geometry.ts';
import { useKeptBack } from './use-kept-back.ts';

export interface PlayheadProps {
  axis: TimeAxis;
  /** The veil over what is known but not shown yet, or the line itself. */
  part: 'veil' | 'line';
}

export function Playhead({ axis, part }: PlayheadProps) {
  const { clock } = useSession();
  const element = useRef<HTMLDivElement>(null);
  const isKeptBack = useKeptBack();
  useLayoutEffect(() => {
    const move = (): void => {
      if (element.current) element.current.style.transform = `translateX(${axis.xOf(clock.getState().t)}px)`;
    };
    move();
    return clock.subscribe(move);
  }, [axis, clock]);
  if (part === 'line') return <div ref={element} className="time-playhead" aria-hidden="true" />;
  return (
    <div className="time-veil" data-whole={isKeptBack || undefined} aria-hidden="true">
      <div ref={element} />
    </div>
  );
}
