/**
 * Moves through time: drag anywhere in the lanes, or use the keys. It lies over all lanes as one slider; where the
 * pointer is, it says the time and what of note happened there.
 */
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { useSession } from '../../stores/session-context.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { minuteText } from './clock-text.ts';
import type { Cluster, TimeAxis } from './geometry.ts';
import { axisTicks } from './LaneAxis.tsx';
import type { LogEntry } from './log-entries.ts';
import { spokenTime } from './spoken-time.ts';

export interface TimeBarProps {
  axis: TimeAxis;
  /** Up to when the runs are known; there is nothing to see beyond. */
  knownUntil: number;
  /** Marks on the axis, by place. */
  marks: readonly Cluster<LogEntry>[];
  /** Upper edge of the axis in px: a pointer below it means a mark rather than a moment. */
  axisY: number;
  rem: number;
}

/** What the keys do, in simulated seconds. */
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 5,
  ArrowUp: 5,
  ArrowLeft: -5,
  ArrowDown: -5,
  PageUp: 30,
  PageDown: -30,
};

/** How far from a mark a pointer still means it, in px. Our choice. */
const REACH = 6;

/** While it plays, readers that stand on the slider are told the time this seldom, in ms on the wall. Our choice. */
const TELL_EVERY_MS = 5000;

/** Most sentences beside the pointer. Our choice. */
const MOST_SENTENCES = 3;

export function TimeBar({ axis, knownUntil, marks, axisY, rem }: TimeBarProps) {
  const session = useSession();
  const say = useText();
  const slider = useRef<HTMLDivElement>(null);
  useToldTime(slider);
  const [pointed, setPointed] = useState<{ x: number; mark: Cluster<LogEntry> | null } | null>(null);
  /** Whether it played when the drag began; null while nobody drags. */
  const drag = useRef<{ wasPlaying: boolean } | null>(null);

  const placeOf = (event: PointerEvent) => {
    const { left, top } = (slider.current as HTMLDivElement).getBoundingClientRect();
    const x = Math.min(Math.max(0, event.clientX - left), axis.width);
    return { x, mark: event.clientY - top >= axisY ? nearestMark(marks, x) : null };
  };
  const seek = (t: number): void => session.seek(Math.min(t, knownUntil));

  const pointerDown = (event: PointerEvent): void => {
    // A second finger is no second drag.
    if (event.button !== 0 || drag.current || !slider.current) return;
    slider.current.setPointerCapture(event.pointerId);
    slider.current.focus({ preventScroll: true });
    drag.current = { wasPlaying: session.clock.getState().playing };
    session.pause();
    const { x, mark } = placeOf(event);
    seek(mark?.members[0]?.t ?? roundTime(axis, x));
  };
  const pointerMove = (event: PointerEvent): void => {
    const place = placeOf(event);
    if (drag.current) seek(roundTime(axis, place.x));
    // A finger hides what it points at.
    if (event.pointerType !== 'touch') setPointed(place);
  };
  const pointerEnd = (): void => {
    const ended = drag.current;
    drag.current = null;
    if (ended?.wasPlaying && session.clock.getState().t < axis.durationSeconds) session.play();
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const step = KEY_STEPS[event.key];
    if (step !== undefined) seek(session.clock.getState().t + step);
    else if (event.key === 'Home') seek(0);
    else if (event.key === 'End') seek(axis.durationSeconds);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div
        ref={slider}
        className="time-bar"
        role="slider"
        tabIndex={0}
        aria-label={say('time.bar')}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={Math.round(axis.durationSeconds)}
        aria-valuenow={0}
        onPointerDown={pointerDown}
        onPointerMove={pointerMove}
        onPointerUp={pointerEnd}
        onPointerCancel={pointerEnd}
        onLostPointerCapture={pointerEnd}
        onPointerLeave={() => setPointed(null)}
        onKeyDown={keyDown}
      />
      {pointed !== null && <Pointed {...pointed} axis={axis} rem={rem} />}
    </>
  );
}

/** Puts the time into the slider for readers: at once when it stands, seldom while it plays. */
function useToldTime(slider: { readonly current: HTMLDivElement | null }): void {
  const { clock } = useSession();
  const vocabulary = useVocabulary();
  useLayoutEffect(() => {
    let toldAt = Number.NEGATIVE_INFINITY;
    let told = '';
    const tell = (): void => {
      const { t, playing } = clock.getState();
      if (!slider.current) return;
      if (playing && performance.now() - toldAt < TELL_EVERY_MS) return;
      const words = spokenTime(vocabulary, t);
      if (words === told) return;
      told = words;
      toldAt = performance.now();
      slider.current.setAttribute('aria-valuenow', String(Math.floor(t)));
      slider.current.setAttribute('aria-valuetext', words);
    };
    tell();
    return clock.subscribe(tell);
  }, [slider, clock, vocabulary]);
}

interface PointedProps {
  x: number;
  mark: Cluster<LogEntry> | null;
  axis: TimeAxis;
  rem: number;
}

/** Half of the width of the bare time beside a pointer, in rem: seven figures and its air at most. */
const HALF_MOMENT_REM = 2;

function Pointed({ x, mark, axis, rem }: PointedProps) {
  const say = useText();
  const place = mark?.x ?? x;
  const entries = mark?.members ?? [];
  const side = entries.length === 0 ? 'middle' : place > axis.width / 2 ? 'left' : 'right';
  const untold = entries.length - MOST_SENTENCES;
  const half = HALF_MOMENT_REM * rem;
  const hidden =
    side === 'middle' ? axisTicks(axis, rem).filter(({ from, to }) => from < place + half && to > place - half) : [];
  return (
    <div className="time-pointed" aria-hidden="true" style={{ transform: `translateX(${place}px)` }}>
      {hidden.map(({ t, from, to }) => (
        <span key={t} className="time-tick-hidden" style={{ left: from - place - 1, width: to - from + 2 }} />
      ))}
      <div className="time-pointed-words" data-side={side}>
        {entries.length === 0 && <p className="number">{minuteText(axis.timeAt(place))}</p>}
        {entries.slice(0, MOST_SENTENCES).map((entry) => (
          <p key={entry.key}>
            <span className="number">{minuteText(entry.t)}</span> {entry.sentence}
          </p>
        ))}
        {untold > 0 && <p>{say('time.marks.more', { n: untold })}</p>}
      </div>
    </div>
  );
}

function nearestMark(marks: readonly Cluster<LogEntry>[], x: number): Cluster<LogEntry> | null {
  let nearest: Cluster<LogEntry> | null = null;
  for (const mark of marks) {
    const distance = Math.abs(mark.x - x);
    if (distance <= REACH && (nearest === null || distance < Math.abs(nearest.x - x))) nearest = mark;
  }
  return nearest;
}

/** The time at a place, to the hundredth of a second: no pixel is finer, and addresses stay short. */
function roundTime(axis: TimeAxis, x: number): number {
  return Math.round(axis.timeAt(x) * 100) / 100;
}
