/** "Which should I choose?": five questions, and the advice that changes with each answer. */
import { ArrowRight, Check } from 'lucide-react';
import type { CSSProperties } from 'react';
import {
  type Advice,
  type Answers,
  advise,
  type QuestionId,
  questionIds,
  questions,
  type Reason,
} from '../../lessons/choose.ts';
import { ladderIds } from '../../stages/catalogue.ts';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { isTextKey, textOf } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import styles from './ChooseDialog.module.css';

export interface ChooseDialogProps {
  /** Kept by the page, so that whoever looks at a proof finds the answers again. */
  answers: Answers;
  onAnswer: (answers: Answers) => void;
  onClose: () => void;
  /** Closes it for what it led to. */
  onGoOn: () => void;
}

export function ChooseDialog({ answers, onAnswer, onClose, onGoOn }: ChooseDialogProps) {
  const say = useText();
  const advice = advise(answers);
  const n = Object.keys(answers).length;
  return (
    <Dialog title={say('choose.title')} wide onClose={onClose}>
      <p className={styles.lead}>{say('choose.lead')}</p>
      <div className={styles.sides}>
        <div className={styles.questions}>
          {questionIds.map((question, index) => (
            <Question key={question} question={question} place={index + 1} answers={answers} onAnswer={onAnswer} />
          ))}
          <p className={styles.count}>
            {say('choose.so-far', { n, of: questionIds.length })}
            {advice && (
              // On a phone the advice itself lies below; it is read out from there.
              <span className={styles.brief} aria-hidden="true">
                {say(`stage.${advice.stage}`)}
              </span>
            )}
            {n > 0 && (
              <Button weight="bare" onClick={() => onAnswer({})}>
                {say('choose.again')}
              </Button>
            )}
          </p>
        </div>
        <div className={styles.advice} aria-live="polite">
          {advice ? <Advised advice={advice} onGoOn={onGoOn} /> : <p>{say('choose.none')}</p>}
        </div>
      </div>
    </Dialog>
  );
}

interface QuestionProps extends Pick<ChooseDialogProps, 'answers' | 'onAnswer'> {
  question: QuestionId;
  place: number;
}

function Question({ question, place, answers, onAnswer }: QuestionProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  return (
    <fieldset className={styles.question}>
      <legend className={styles.legend}>
        <span className={`number ${styles.place}`} aria-hidden="true">
          {answers[question] === undefined ? place : <Check />}
        </span>
        {say(`choose.${question}`)}
      </legend>
      <div className={styles.answers}>
        {questions[question].map((answer) => (
          <label key={answer} className={styles.answer}>
            <input
              type="radio"
              name={`choose-${question}`}
              checked={answers[question] === answer}
              onChange={() => onAnswer({ ...answers, [question]: answer })}
            />
            <span>{textOf(vocabulary, `choose.${question}.${answer}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Advised({ advice: { stage, reasons, price, also, fit }, onGoOn }: { advice: Advice; onGoOn: () => void }) {
  const say = useText();
  const session = useSession();
  return (
    <>
      <div className={styles.head}>
        <p className={styles.kicker}>{say('choose.advice')}</p>
        <h3 className={styles.stage}>{say(`stage.${stage}`)}</h3>
        <p className={styles.line}>{say(`stage.${stage}.line`)}</p>
      </div>
      <Fit fit={fit} best={stage} />
      <h4 className={styles.kicker}>{say('choose.because')}</h4>
      <ul className={styles.reasons}>
        {reasons.map((reason) => (
          <Because key={reason.id} reason={reason} onGoOn={onGoOn} />
        ))}
      </ul>
      <h4 className={styles.kicker}>{say('choose.price')}</h4>
      <ul className={styles.reasons}>
        <Because reason={price} onGoOn={onGoOn} isPrice />
      </ul>
      <div className={styles.ways}>
        <Button
          weight="strong"
          icon={<ArrowRight />}
          onClick={() => {
            onGoOn();
            session.show(stage);
          }}
        >
          {say('choose.show')}
        </Button>
        {also && (
          <Button
            weight="bare"
            onClick={() => {
              onGoOn();
              session.show(also);
            }}
          >
            {say('choose.also', { name: say(`stage.${also}`) })}
          </Button>
        )}
      </div>
    </>
  );
}

interface BecauseProps {
  reason: Reason;
  onGoOn: () => void;
  isPrice?: boolean;
}

/** A reason, and the way to the proof of it. */
function Because({ reason: { id, claim }, onGoOn, isPrice = false }: BecauseProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const isProved = useSessionState(({ proved }) => proved.has(claim));
  const key = `choose.reason.${id}`;
  const words = isTextKey(key) ? textOf(vocabulary, key) : claim;
  return (
    <li className={`${styles.reason} ${isPrice ? styles.price : ''}`}>
      <span>{words}</span>
      <Button
        icon={isProved ? <Check /> : undefined}
        className={isProved ? styles.proved : undefined}
        aria-label={say('choose.prove.what', { reason: words })}
        onClick={() => {
          onGoOn();
          session.prove(claim);
        }}
      >
        {say('choose.prove')}
      </Button>
    </li>
  );
}

/** How the answers so far speak for each of the seven: what is left of the choice. */
function Fit({ fit, best }: { fit: Advice['fit']; best: Advice['stage'] }) {
  const say = useText();
  return (
    <ul className={styles.fit} aria-label={say('choose.fit')}>
      {ladderIds.map((stage) => (
        <li key={stage} className={stage === best ? styles.best : undefined}>
          <span>{say(`stage.${stage}`)}</span>
          <span className={styles.bar} style={{ '--fit': fit[stage] } as CSSProperties} aria-hidden="true" />
          {stage === best && <span className="for-readers">{say('choose.best')}</span>}
        </li>
      ))}
    </ul>
  );
}
