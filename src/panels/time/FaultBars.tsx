/**
 * The lane of the faults: each is a bar. Its middle moves it, its ends change when it begins and ends, up and down how
 * strongly it strikes; with a pointer, a finger, or keys. What is dragged is only shown until it is let go: then it is one
 * change of the run, and Escape before that leaves everything as it was.
 */
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { usualStrength } from '../../faults/catalogue.ts';
import { strengthText } from '../../faults/strength-text.ts';
import type { FaultIntervention, StageScenario } from '../../scenario/scenario.ts';
import { useSession } from '../../stores/session-context.tsx';
import { text, type Vocabulary } from '../../text/text.ts';
import { SLIDER_PLACES } from '../../ui/slider-scale.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { useStableIds } from '../faults/stable-ids.ts';
import {
  type BarPart,
  type BarValues,
  dragStep,
  isEqual,
  keyStep,
  moved,
  strengthened,
  strengthShare,
} from './bar-edits.ts';
import { minuteText } from './clock-text.ts';
import { type FaultBar, faultOfBar, keyOfBar, placeFaultWords, type WordsPlace } from './fault-bars.ts';
import { faultWords } from './fault-words.ts';
import type { TimeAxis } from './geometry.ts';
import { FAULT_ROW, type LanePlace, LETTER_REM } from './lane-layout.ts';
import { spokenTime } from './spoken-time.ts';

export interface FaultBarsProps {
  scenarios: readonly StageScenario[];
  bars: readonly FaultBar[];
  axis: TimeAxis;
  lane: LanePlace;
  rem: number;
}

/** Air around the words of a bar, narrowest bar, and how far a pointer moves before it is a drag, in px. Our choice. */
const WORDS_AIR = 12;
const NARROWEST = 3;
const DRAG_FROM = 3;
/** px of a drag through all strengths. Our choice: a hand's breadth of a mouse. */
const STRENGTH_DRAG = 140;
/** Places of a slider that one press of a key goes, and a press of a page key. Our choice. */
const KEY_PLACES = 2;
const PAGE_PLACES = 10;

export function FaultBars({ scenarios, bars, axis, lane, rem }: FaultBarsProps) {
  const session = useSession();
  const vocabulary = useVocabulary();
  const say = useText();
  const hint = useId();
  const ids = useStableIds(bars.map(keyOfBar));
  const canChange = session.canChange();
  const widths = new Map(bars.map((bar) => [bar, faultWords(vocabulary, bar).length * LETTER_REM * rem + WORDS_AIR]));
  const rows = bars.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const places = placeFaultWords(bars, axis, (bar) => widths.get(bar) ?? 0);
  return (
    <div
      className="time-faults"
      data-scrolls={rows * FAULT_ROW * rem > lane.height + 1 || undefined}
      style={{ top: lane.y, height: lane.height }}
    >
      {canChange && bars.length > 0 && (
        <>
          <p id={hint} className="for-readers">
            {say('break.bar.keys')}
          </p>
          <p id={`${hint}-strength`} className="for-readers">
            {say('break.bar.keys.strength')}
          </p>
        </>
      )}
      {bars.map((bar, index) => {
        const fault = faultOfBar(scenarios, bar);
        const shown = { bar, axis, rem, place: places[index] ?? 'nowhere' } as const;
        if (!canChange || fault === undefined) return <StillBar key={ids[index]} {...shown} />;
        return <DraggedBar key={ids[index]} {...shown} fault={fault} hint={hint} />;
      })}
    </div>
  );
}

interface BarProps {
  bar: FaultBar;
  axis: TimeAxis;
  rem: number;
  place: WordsPlace;
}

function valuesOf({ fault, from, until, isRepaired, strength }: FaultBar): BarValues {
  const usual = usualStrength(fault);
  return {
    from,
    until: isRepaired ? until : null,
    strength: usual === 0 && strength === undefined ? null : (strength ?? usual),
  };
}

function styleOf({ row }: FaultBar, { from, until }: BarValues, axis: TimeAxis, rem: number): CSSProperties {
  const left = axis.xOf(from);
  return {
    left,
    width: Math.max(NARROWEST, axis.xOf(until ?? axis.durationSeconds) - left),
    top: row * FAULT_ROW * rem,
    height: FAULT_ROW * rem - 2,
  };
}

/** From when to when and how strongly, short, as beside a pointer. */
function shortWords(vocabulary: Vocabulary, bar: FaultBar, { from, until, strength }: BarValues): string {
  const when =
    until === null
      ? text(vocabulary, 'break.list.from', { from: minuteText(from) })
      : text(vocabulary, 'break.list.from-to', { from: minuteText(from), to: minuteText(until) });
  return withStrength(vocabulary, bar, when, strength);
}

function spokenWords(vocabulary: Vocabulary, bar: FaultBar, { from, until, strength }: BarValues): string {
  const begins = spokenTime(vocabulary, from);
  const when =
    until === null
      ? text(vocabulary, 'break.bar.from', { from: begins })
      : text(vocabulary, 'break.bar.from-to', { from: begins, to: spokenTime(vocabulary, until) });
  return withStrength(vocabulary, bar, when, strength);
}

function withStrength(vocabulary: Vocabulary, { fault }: FaultBar, words: string, strength: number | null): string {
  if (strength === null) return words;
  return text(vocabulary, 'break.bar.strength', { words, strength: strengthText(vocabulary, fault, strength) });
}

/** Where nothing can be changed: in a proof. */
function StillBar({ bar, axis, rem, place }: BarProps) {
  const vocabulary = useVocabulary();
  const values = valuesOf(bar);
  const words = faultWords(vocabulary, bar);
  const title = text(vocabulary, 'break.bar', { what: words, when: shortWords(vocabulary, bar, values) });
  return (
    <div
      className="time-fault"
      role="img"
      aria-label={title}
      title={title}
      data-open={values.until === null || undefined}
      style={styleOf(bar, values, axis, rem)}
    >
      <Inside bar={bar} values={values} words={words} place={place} />
    </div>
  );
}

function Inside({ bar, values, words, place }: { bar: FaultBar; values: BarValues; words: string; place: WordsPlace }) {
  const share = strengthShare(bar.fault, values.strength);
  return (
    <>
      <span className="time-fault-fill" data-whole={share === 1 || undefined} style={{ height: `${share * 100}%` }} />
      {place !== 'nowhere' && (
        <span className="time-fault-words" data-place={place}>
          {words}
        </span>
      )}
    </>
  );
}

/** Width of the words beside a drag at most, in rem; also in the style sheet. */
const WORDS_REM = 16;

/** Where the words of a drag begin: over the bar, and within the lane. */
function wordsLeft(x: number, { width }: TimeAxis): string {
  return `max(0px, min(${Math.round(x)}px, ${Math.round(width)}px - ${WORDS_REM}rem))`;
}

/** To the bar after or before one that is about to go; where there is no other, to the time bar. */
function handOnFocus(bar: HTMLElement): void {
  const bars = [...(bar.parentElement?.querySelectorAll<HTMLElement>('.time-fault') ?? [])];
  const place = bars.indexOf(bar);
  const next = bars[place + 1] ?? bars[place - 1] ?? bar.closest('.time-plot')?.querySelector<HTMLElement>('.time-bar');
  next?.focus();
}

/** A drag from where it began; what it is about is known once the pointer has moved. */
interface Drag {
  x: number;
  y: number;
  part: BarPart;
  about: 'nothing' | 'time' | 'strength';
}

function DraggedBar({ bar, axis, rem, place, fault, hint }: BarProps & { fault: FaultIntervention; hint: string }) {
  const session = useSession();
  const vocabulary = useVocabulary();
  const element = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  /** What is shown while a drag or a key goes on; null while none does. */
  const [preview, setPreview] = useState<BarValues | null>(null);
  /** The same, at once: pointers move faster than pages are drawn. */
  const latest = useRef<BarValues | null>(null);
  const values = valuesOf(bar);
  const shown = preview ?? values;
  const words = faultWords(vocabulary, bar);
  const { durationSeconds } = axis;

  const show = (next: BarValues | null): void => {
    latest.current = next;
    setPreview(next);
  };
  const cancel = (): void => {
    drag.current = null;
    show(null);
  };
  const commit = (): void => {
    const wanted = latest.current;
    cancel();
    if (wanted === null || isEqual(wanted, values)) return;
    const { fault: which, target } = fault;
    const { from, until, strength } = wanted;
    session.changeFault(keyOfBar(bar), {
      fault: which,
      target,
      ...(strength === null || (strength === values.strength && fault.strength === undefined) ? {} : { strength }),
      atSeconds: from,
      ...(until === null ? {} : { untilSeconds: until }),
    });
  };

  const pointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || drag.current) return;
    event.preventDefault();
    element.current?.focus({ preventScroll: true });
    element.current?.setPointerCapture(event.pointerId);
    const part = ((event.target as HTMLElement).dataset['part'] ?? 'middle') as BarPart;
    drag.current = { x: event.clientX, y: event.clientY, part, about: 'nothing' };
  };
  const pointerMove = (event: PointerEvent): void => {
    const now = drag.current;
    if (now === null) return;
    const [dx, dy] = [event.clientX - now.x, event.clientY - now.y];
    if (now.about === 'nothing') {
      if (Math.max(Math.abs(dx), Math.abs(dy)) < DRAG_FROM) return;
      const isUp = now.part === 'middle' && values.strength !== null && Math.abs(dy) > Math.abs(dx);
      now.about = isUp ? 'strength' : 'time';
    }
    if (now.about === 'strength') show(strengthened(bar.fault, values, (-dy / STRENGTH_DRAG) * SLIDER_PLACES));
    else {
      const by = (dx / Math.max(1, axis.width)) * durationSeconds;
      show(moved(values, now.part, by, durationSeconds, dragStep(durationSeconds, axis.width)));
    }
  };
  const pointerUp = (): void => {
    if (drag.current) commit();
  };

  const remove = (): void => {
    cancel();
    if (element.current) handOnFocus(element.current);
    session.removeFault(keyOfBar(bar));
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    const next = byKey(event, latest.current ?? values);
    if (next !== null) show(next);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove();
    else if (event.key === 'Escape' && (drag.current || latest.current)) cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  /** What a key makes of these values; null where it means nothing here. */
  const byKey = ({ key, shiftKey, altKey }: KeyboardEvent, from: BarValues): BarValues | null => {
    const step = keyStep(durationSeconds);
    const part: BarPart = shiftKey ? 'end' : altKey ? 'start' : 'middle';
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      return moved(from, part, key === 'ArrowRight' ? step : -step, durationSeconds, step);
    }
    const places = { ArrowUp: KEY_PLACES, ArrowDown: -KEY_PLACES, PageUp: PAGE_PLACES, PageDown: -PAGE_PLACES }[key];
    return places === undefined ? null : strengthened(bar.fault, from, places);
  };

  return (
    <>
      <div
        ref={element}
        className="time-fault"
        role="slider"
        tabIndex={0}
        aria-label={words}
        aria-describedby={values.strength === null ? hint : `${hint}-strength`}
        aria-valuemin={0}
        aria-valuemax={Math.round(durationSeconds)}
        aria-valuenow={Math.round(shown.from)}
        aria-valuetext={spokenWords(vocabulary, bar, shown)}
        title={
          preview === null
            ? text(vocabulary, 'break.bar', { what: words, when: shortWords(vocabulary, bar, values) })
            : undefined
        }
        data-open={shown.until === null || undefined}
        data-dragged={preview !== null || undefined}
        style={styleOf(bar, shown, axis, rem)}
        onPointerDown={pointerDown}
        onPointerMove={pointerMove}
        onPointerUp={pointerUp}
        onPointerCancel={cancel}
        onLostPointerCapture={pointerUp}
        onKeyDown={keyDown}
        onKeyUp={() => {
          if (drag.current === null) commit();
        }}
        onBlur={() => {
          if (drag.current === null) commit();
        }}
      >
        <Inside bar={bar} values={shown} words={words} place={preview === null ? place : 'nowhere'} />
        <span className="time-fault-end" data-part="start" />
        <span className="time-fault-end" data-part="end" />
      </div>
      {preview !== null && (
        <p
          className="time-fault-dragged"
          aria-hidden="true"
          style={{ left: wordsLeft(axis.xOf(preview.from), axis), top: bar.row * FAULT_ROW * rem }}
        >
          {text(vocabulary, 'break.bar', { what: words, when: shortWords(vocabulary, bar, preview) })}
        </p>
      )}
    </>
  );
}
