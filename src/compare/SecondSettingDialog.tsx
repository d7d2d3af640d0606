/** Sets in what the second setting of an architecture differs from the first: part by part, in exact values. */
import { Undo2 } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { Knob } from '../panels/knobs/knobs.ts';
import { optionWords, withUnit } from '../panels/knobs/value-words.ts';
import { nameOf } from '../panels/names.ts';
import type { Problem } from '../scenario/problem.ts';
import type { StageId } from '../stages/catalogue.ts';
import { useSession, useSessionState } from '../stores/session-context.tsx';
import { textOf } from '../text/text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useText, useVocabulary } from '../ui/use-text.ts';
import styles from './SecondSettingDialog.module.css';
import {
  declarationOf,
  differenceWords,
  optionsOf,
  problemOf,
  settable,
  settingDifferences,
  valueWords,
} from './second-setting.ts';

export interface SecondSettingDialogProps {
  stage: StageId;
  onClose: () => void;
}

export function SecondSettingDialog({ stage, onClose }: SecondSettingDialogProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const scenario = useSessionState((state) => state.scenarios[stage]);
  const variant = useSessionState((state) => state.variants[stage]);
  const parts = useMemo(() => settable(scenario), [scenario]);
  const differences = settingDifferences(scenario, variant);
  const [chosen, setChosen] = useState<string | null>(differences[0]?.knob.component ?? null);
  const part =
    parts.find(({ node }) => node.id === chosen) ??
    parts.find(({ node }) => node.kind !== 'client' && node.kind !== 'bucket') ??
    parts[0];
  const name = say(`stage.${stage}`);
  return (
    <Dialog wide title={say('compare.second.title', { name })} onClose={onClose}>
      <p className={styles.quiet}>{say('compare.second.what')}</p>
      <section aria-label={say('compare.second.list')}>
        {differences.length === 0 ? (
          <p>{say('compare.second.same')}</p>
        ) : (
          <ul className={styles.list}>
            {differences.map((each) => (
              <li key={`${each.knob.component} ${each.knob.parameter}`}>{differenceWords(vocabulary, each)}</li>
            ))}
          </ul>
        )}
      </section>
      {part && (
        <>
          <label className={styles.part}>
            <span>{say('compare.second.component')}</span>
            <select value={part.node.id} onChange={(event) => setChosen(event.currentTarget.value)}>
              {parts.map(({ node }) => (
                <option key={node.id} value={node.id}>
                  {nameOf(vocabulary, node.id)}
                </option>
              ))}
            </select>
          </label>
          <ul
            className={styles.rows}
            aria-label={say('compare.second.parameters', { component: nameOf(vocabulary, part.node.id) })}
          >
            {part.knobs.map((knob) => (
              <SettingRow
                key={`${knob.component} ${knob.parameter}`}
                stage={stage}
                knob={knob}
                first={part.node.params[knob.parameter]}
              />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

/** One parameter: what it is in the first setting, and what it is to be here. */
function SettingRow({ stage, knob, first }: { stage: StageId; knob: Knob; first: unknown }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const id = useId();
  const scenario = useSessionState((state) => state.scenarios[stage]);
  const variant = useSessionState((state) => state.variants[stage]);
  const [refused, setRefused] = useState<Problem | null>(null);
  const options = useMemo(() => optionsOf(scenario, knob), [scenario, knob]);
  const own = variant?.[knob.component]?.[knob.parameter];
  const value = own ?? first;
  const name = textOf(vocabulary, `parameter.${knob.kind}.${knob.parameter}`);
  const set = (next: unknown): void => {
    const wanted = next === first ? undefined : next;
    const problem = problemOf(scenario, variant, knob, wanted);
    setRefused(problem);
    if (problem === null && wanted !== own) session.vary(stage, knob.component, knob.parameter, wanted);
  };
  return (
    <li className={styles.row} data-differs={own !== undefined || undefined}>
      <label htmlFor={id} title={textOf(vocabulary, `parameter.${knob.kind}.${knob.parameter}.help`)}>
        {name}
      </label>
      <span className={styles.value}>
        {options === null ? (
          <NumberSetting id={id} knob={knob} value={Number(value)} onSet={set} />
        ) : (
          <select
            id={id}
            value={String(value)}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              set(options.find((each) => String(each) === chosen) ?? chosen);
            }}
          >
            {options.map((each) => (
              <option key={each} value={String(each)}>
                {optionWords(knob, each, vocabulary)}
              </option>
            ))}
          </select>
        )}
        {own !== undefined && (
          <IconButton
            quiet
            label={say('compare.second.back', { parameter: name })}
            icon={<Undo2 />}
            onClick={() => {
              document.getElementById(id)?.focus();
              set(undefined);
            }}
          />
        )}
      </span>
      <span className={styles.quiet}>
        {own !== undefined && say('compare.second.first', { value: valueWords(vocabulary, knob, first) })}
      </span>
      <p role="status" className={styles.bad}>
        {refused !== null &&
          `${say('compare.second.bad', {
            parameter: refused.path,
            value: refused.value,
            allowed: refused.allowed,
          })}. ${say('compare.second.kept')}`}
      </p>
    </li>
  );
}

interface NumberSettingProps {
  id: string;
  knob: Knob;
  value: number;
  onSet: (value: unknown) => void;
}

/** An exact number, taken over on Enter or when the field is left. */
function NumberSetting({ id, knob, value, onSet }: NumberSettingProps) {
  const say = useText();
  const [typed, setTyped] = useState(String(value));
  // The field stays, and with it the focus, when its value changes.
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    setTyped(String(value));
  }
  const declared = declarationOf(knob);
  if (declared.type !== 'number') return null;
  const { min, max, unit } = declared;
  const range = say('compare.second.range', { min: withUnit(min, unit, say), max: withUnit(max, unit, say) });
  const decide = (): void => {
    if (typed.trim() === '') setTyped(String(value));
    else if (Number(typed) !== value) onSet(Number.isNaN(Number(typed)) ? typed : Number(typed));
  };
  return (
    <>
      <input
        id={id}
        className="number"
        inputMode="decimal"
        value={typed}
        title={range}
        aria-describedby={`${id}-range`}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={decide}
        onKeyDown={(event) => {
          if (event.key === 'Enter') decide();
        }}
      />
      <span className={styles.unit}>{say(`unit.${unit}` as 'unit.messages', { n: value })}</span>
      <span id={`${id}-range`} className="for-readers">
        {range}
      </span>
    </>
  );
}
