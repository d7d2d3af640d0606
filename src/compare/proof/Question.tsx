/** Before a proof plays: what does the reader expect? */
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ChoicePrediction, Claim, CurvePrediction } from '../../lessons/claim.ts';
import { minuteText } from '../../panels/time/clock-text.ts';
import { useSession } from '../../stores/session-context.tsx';
import { textOf } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { DrawingPad } from './DrawingPad.tsx';
import { type DrawnCurve, flatCurve } from './drawn-curve.ts';
import { amount, figure, nameOfSeries } from './measured-words.ts';
import { answerKey, type Predicted, questionKey } from './prediction.ts';
import styles from './Question.module.css';
import { type Scale, snapped } from './scale.ts';
import { useScale } from './use-curve.ts';

export interface QuestionProps {
  claim: Claim;
  /** Null until something is chosen. */
  predicted: Predicted | null;
  heading: RefObject<HTMLHeadingElement | null>;
  onPredict: (predicted: Predicted) => void;
  onPlay: () => void;
  onSkip: () => void;
}

export function Question({ claim, predicted, heading, onPredict, onPlay, onSkip }: QuestionProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const { prediction } = claim;
  const titleId = useId();
  const isChoice = prediction.kind === 'choice';
  return (
    <form
      className={styles.question}
      aria-labelledby={titleId}
      onSubmit={(event) => {
        event.preventDefault();
        if (predicted !== null) onPlay();
      }}
    >
      <header>
        <p className={styles.kicker}>{say('proof.predict')}</p>
        <h2 ref={heading} id={titleId} tabIndex={-1} className={styles.title}>
          {textOf(vocabulary, questionKey(claim))}
        </h2>
      </header>
      {isChoice ? (
        <Choices
          claim={claim}
          prediction={prediction}
          chosen={predicted?.kind === 'choice' ? predicted.outcome : null}
          onChoose={(outcome) => onPredict({ kind: 'choice', outcome })}
        />
      ) : (
        <Drawing
          claim={claim}
          prediction={prediction}
          drawn={predicted?.kind === 'curve' ? predicted.curve : null}
          onDraw={(curve) => onPredict({ kind: 'curve', curve })}
        />
      )}
      <footer className={styles.actions}>
        <Button type="submit" weight="strong" disabled={predicted === null}>
          {say('proof.play')}
        </Button>
        <Button onClick={onSkip}>{say('proof.skip')}</Button>
        <Reminder isDue={predicted === null} heading={heading}>
          {say(isChoice ? 'proof.choose-first' : 'proof.draw-first')}
        </Reminder>
      </footer>
    </form>
  );
}

interface ReminderProps {
  isDue: boolean;
  heading: RefObject<HTMLHeadingElement | null>;
  children: string;
}

/** What is to be done first; whoever tries to begin without it is led back to the question, and told so. */
function Reminder({ isDue, heading, children }: ReminderProps) {
  const reminders = useStore(useSession().proof, (state) => state.reminders);
  const before = useRef(reminders);
  useEffect(() => {
    if (reminders === before.current) return;
    before.current = reminders;
    heading.current?.focus();
  }, [reminders, heading]);
  const [first] = useState(reminders);
  return (
    <p role="status" className={`${styles.hint} ${reminders === first ? '' : styles.urgent}`}>
      {/* Anew each time, so that it is read out each time. */}
      {isDue && <span key={reminders}>{children}</span>}
    </p>
  );
}

interface ChoicesProps {
  claim: Claim;
  prediction: ChoicePrediction;
  chosen: string | null;
  onChoose: (outcome: string) => void;
}

function Choices({ claim, prediction, chosen, onChoose }: ChoicesProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend className="for-readers">{say('proof.choices')}</legend>
      {prediction.outcomes.map(({ id }) => (
        <label key={id} className={styles.choice}>
          <input type="radio" name={name} value={id} checked={id === chosen} onChange={() => onChoose(id)} />
          <span>{textOf(vocabulary, answerKey(claim, id))}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface DrawingProps {
  claim: Claim;
  prediction: CurvePrediction;
  drawn: DrawnCurve | null;
  onDraw: (curve: DrawnCurve) => void;
}

function Drawing({ claim, prediction, drawn, onDraw }: DrawingProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const scale = useScale(claim, prediction);
  if (scale === null) return <p>{say('proof.preparing')}</p>;
  const what = nameOfSeries(prediction, say, vocabulary);
  return (
    <div className={styles.drawing}>
      <p>
        {say('proof.draw', { unit: what })} <span className={styles.keys}>{say('proof.draw.keys')}</span>
      </p>
      <DrawingPad
        label={say('proof.chart.pad', { unit: what })}
        scale={scale}
        durationSeconds={claim.scenario.durationSeconds}
        curve={drawn ?? untouched(scale)}
        onChange={onDraw}
        format={(value) => figure(value, prediction.unit)}
        spoken={(value) => amount(vocabulary, value, prediction.unit)}
        nameAt={(t) => say('proof.point', { time: minuteText(t) })}
      />
    </div>
  );
}

/** The line before anybody has drawn: in the middle, from where it is as far up as down. */
function untouched(scale: Scale): DrawnCurve {
  return flatCurve(snapped(scale, scale.top / 2));
}
