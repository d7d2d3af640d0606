/** The schedule of one rule: as text, and by its parts in either form; checked while one writes. */
import { Check, TriangleAlert, X } from 'lucide-react';
import { useId, useMemo, useRef } from 'react';
import { cronFields } from '../../../models/event-bus/schedule/cron.ts';
import { nextTimes, parseSchedule, type ScheduleProblem } from '../../../models/event-bus/schedule/schedule.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { type Say, useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { cronWords } from './cron-words.ts';
import { ExpressionField } from './ExpressionField.tsx';
import { fieldsOf, formOf, placeOf, rateOf, rateText, type Unit, units, withField } from './expression.ts';
import styles from './RuleEditor.module.css';

export interface RuleEditorProps {
  rule: string;
  /** As it is written, and without spaces around it. */
  written: string;
  expression: string;
  /** The moment of the clock, and when the schedule began, in seconds since 1970. */
  now: number;
  began: number;
  /** As it stands on the bus at the moment of the clock. */
  onBus: string;
  onWrite: (expression: string) => void;
  onApply: () => void;
}

/** What one begins with on changing to the other form. Our choice. */
const firstOf = { rate: 'rate(5 minutes)', cron: 'cron(0/5 * ? * MON-FRI *)' } as const;

export function RuleEditor({ rule, written, expression, now, began, onBus, onWrite, onApply }: RuleEditorProps) {
  const say = useText();
  const told = useId();
  const field = useRef<HTMLInputElement>(null);
  const { schedule, problems } = parseSchedule(expression);
  const form = formOf(expression);
  const isNever = useMemo(() => {
    const { schedule: read } = parseSchedule(expression);
    return read !== null && nextTimes(read, now, 1, { startedAt: began }).length === 0;
  }, [expression, now, began]);
  const isOnBus = expression === onBus;
  const canApply = schedule !== null && !isOnBus;

  const show = (problem: ScheduleProblem): void => {
    const { from, to } = placeOf(expression, problem);
    field.current?.focus();
    field.current?.setSelectionRange(from, to);
  };

  return (
    <div className={lab.part}>
      <ExpressionField
        ref={field}
        label={say('lab.schedules.expression', { rule })}
        value={written}
        wrong={problems.map((problem) => placeOf(expression, problem))}
        describedBy={told}
        onChange={onWrite}
        onEnter={() => {
          if (canApply) onApply();
        }}
      />
      <div className={styles.row}>
        <div id={told} className={styles.told} role="status">
          {schedule !== null ? (
            <p className={isNever ? styles.wrong : styles.fine}>
              {isNever ? <TriangleAlert aria-hidden="true" /> : <Check aria-hidden="true" />}
              {say(isOnBus ? 'lab.schedules.applied' : 'lab.schedules.fine')}
              {isNever && <> {say('lab.schedules.never')}</>}
            </p>
          ) : (
            <>
              <p className={styles.wrong}>
                <TriangleAlert aria-hidden="true" />
                {say('lab.schedules.wrong')}
              </p>
              <ul>
                {problems.map((problem) => (
                  <li key={problem.message}>
                    <button type="button" className={styles.problem} onClick={() => show(problem)}>
                      <strong>{placeWords(expression, problem, say)}</strong> {problem.message}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <div className={styles.actions}>
          {!isOnBus && <Button onClick={() => onWrite(onBus)}>{say('lab.schedules.back')}</Button>}
          <Button weight="strong" unavailable={!canApply} onClick={onApply}>
            {say('lab.schedules.apply')}
          </Button>
        </div>
      </div>
      <div className={styles.parts}>
        <Choice
          label={say('lab.schedules.form')}
          value={form ?? 'rate'}
          options={[
            { value: 'rate', label: say('lab.schedules.form.rate'), title: 'rate(…)' },
            { value: 'cron', label: say('lab.schedules.form.cron'), title: 'cron(…)' },
          ]}
          onChange={(next) => onWrite(formOf(onBus) === next ? onBus : firstOf[next])}
        />
        {form === 'cron' ? (
          <CronParts expression={expression} problems={problems} onWrite={onWrite} />
        ) : (
          <RateParts expression={expression} onWrite={onWrite} />
        )}
      </div>
    </div>
  );
}

function placeWords(expression: string, problem: ScheduleProblem, say: Say): string {
  const { from, to } = placeOf(expression, problem);
  return to - from <= 1
    ? say('lab.schedules.place', { n: from + 1 })
    : say('lab.schedules.place.range', { from: from + 1, to });
}

type Parts = Pick<RuleEditorProps, 'expression' | 'onWrite'>;

function RateParts({ expression, onWrite }: Parts) {
  const say = useText();
  const rate = rateOf(expression) ?? { value: 1, unit: 'minute' };
  return (
    <>
      <div className={styles.rate}>
        <label>
          <span>{say('lab.schedules.value')}</span>
          <input
            type="number"
            className="number"
            min={1}
            max={999}
            value={rate.value}
            onChange={({ target }) => {
              const value = Math.min(999, Math.max(1, Math.round(target.valueAsNumber || 1)));
              onWrite(rateText(value, rate.unit));
            }}
          />
        </label>
        <label>
          <span>{say('lab.schedules.unit')}</span>
          <select value={rate.unit} onChange={({ target }) => onWrite(rateText(rate.value, target.value as Unit))}>
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {say(rate.value === 1 ? `lab.schedules.unit.${unit}` : `lab.schedules.unit.${unit}s`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className={lab.quiet}>{say('lab.schedules.rate.what')}</p>
    </>
  );
}

function CronParts({ expression, problems, onWrite }: Parts & { problems: readonly ScheduleProblem[] }) {
  const say = useText();
  const { schedule } = parseSchedule(expression);
  const words = schedule?.kind === 'cron' ? cronWords(schedule, say) : null;
  const fields = fieldsOf(expression);
  return (
    <>
      <div className={styles.cron}>
        {cronFields.map(({ name }) => {
          const isWrong = problems.some(({ field }) => field === name);
          return (
            <label key={name} className={isWrong ? styles.fieldWrong : undefined}>
              <span>
                {isWrong && <X aria-hidden="true" />}
                {say(`lab.schedules.field.${name}`)}
              </span>
              <input
                type="text"
                spellCheck={false}
                autoComplete="off"
                aria-invalid={isWrong}
                value={fields.find((each) => each.name === name)?.text ?? ''}
                onChange={({ target }) => onWrite(withField(expression, name, target.value.replaceAll(/\s/g, '')))}
              />
              <span className={styles.says}>{words?.[name] ?? ' '}</span>
            </label>
          );
        })}
      </div>
      <p className={lab.quiet}>{say('lab.schedules.cron.what')}</p>
    </>
  );
}
