/** A schedule as text, with what is wrong in it underlined at its place. */
import { type KeyboardEvent, type Ref, useRef, useState } from 'react';
import { useText } from '../../../ui/use-text.ts';
import styles from './ExpressionField.module.css';
import type { Place } from './expression.ts';

export interface ExpressionFieldProps {
  ref: Ref<HTMLInputElement>;
  label: string;
  value: string;
  /** Where it is wrong; nowhere if it can be followed. */
  wrong: readonly Place[];
  /** The element that says what is wrong. */
  describedBy: string;
  onChange: (value: string) => void;
  onEnter: () => void;
}

export function ExpressionField({ ref, label, value, wrong, describedBy, onChange, onEnter }: ExpressionFieldProps) {
  const say = useText();
  const marks = useRef<HTMLDivElement>(null);
  const [isFocused, setFocused] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onEnter();
  };
  return (
    <div className={styles.field} data-wrong={wrong.length > 0} data-focused={isFocused}>
      <div ref={marks} className={styles.marks} aria-hidden="true">
        {pieces(value, wrong).map(({ from, text, isWrong }) =>
          isWrong ? <mark key={from}>{text === '' ? ' ' : text}</mark> : <span key={from}>{text}</span>,
        )}
      </div>
      <input
        ref={ref}
        className={styles.input}
        type="text"
        aria-label={label}
        aria-invalid={wrong.length > 0}
        aria-describedby={describedBy}
        title={say('lab.schedules.enter')}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        // The marks lie under the text, wherever it is scrolled to.
        onScroll={({ currentTarget }) => marks.current?.scrollTo({ left: currentTarget.scrollLeft })}
      />
    </div>
  );
}

interface Piece {
  from: number;
  text: string;
  isWrong: boolean;
}

/** The text cut where something wrong begins or ends. */
function pieces(text: string, wrong: readonly Place[]): Piece[] {
  const cuts = [...new Set([0, text.length, ...wrong.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, place) => {
    const to = cuts[place + 1] as number;
    return { from, text: text.slice(from, to), isWrong: wrong.some((each) => each.from <= from && to <= each.to) };
  });
}
