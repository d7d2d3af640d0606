/** Everything that can break, to pick from: what it does and imitates, where, how strongly, from when and how long. */
import { Zap } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useId, useMemo, useState } from 'react';
import { faultCatalogue, usualStrength } from '../../faults/catalogue.ts';
import type { Fault } from '../../models/facts.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import type { Session } from '../../stores/session.ts';
import { useSession } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { NARROW } from '../../ui/media.ts';
import { useMedia } from '../../ui/use-media.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import { useRunsOnScreen } from '../use-runs-on-screen.ts';
import { useScenarios } from '../use-scenarios.ts';
import { type FaultChoice, faultChoices, firstTarget, type Missing, placesIn } from './choices.ts';
import { ExactField, RefusalWords } from './ExactField.tsx';
import styles from './FaultPicker.module.css';
import fieldStyles from './Faults.module.css';
import {
  type FaultField,
  type ReadFault,
  type Refusal,
  readFault,
  readMoment,
  writtenStrength,
} from './fault-draft.ts';
import { StrengthFields } from './StrengthFields.tsx';
import { TargetSelect } from './TargetSelect.tsx';
import { useIsOver } from './use-fault.ts';
import { fewStruckBy } from './where-struck.ts';

export function FaultPicker({ onClose }: { onClose: () => void }) {
  const say = useText();
  const session = useSession();
  const narrow = useMedia(NARROW);
  const now = useScenarios(useRunsOnScreen());
  const scenarios = useMemo(() => now.map(({ scenario }) => scenario), [now]);
  const families = useMemo(() => faultChoices(placesIn(scenarios)), [scenarios]);
  const all = families.flatMap(({ choices }) => choices);
  const [chosen, setChosen] = useState<Fault | null>(() => all.find(({ missing }) => missing === null)?.fault ?? null);
  const isOver = useIsOver();
  const hint = useId();
  const choice = all.find(({ fault }) => fault === chosen);
  const form = choice && <Details key={choice.fault} choice={choice} scenarios={scenarios} onDone={onClose} />;
  return (
    <Dialog wide="most" title={say('break.pick.title')} onClose={onClose}>
      {isOver && (
        <p className={`${fieldStyles.over} ${styles.over}`} role="status">
          {say('break.over')}
        </p>
      )}
      <p id={hint} className={styles.keys}>
        {say('break.pick.keys')}
      </p>
      <div className={styles.picker}>
        <div className={styles.list} role="radiogroup" aria-label={say('break.pick.faults')}>
          {families.map(({ family, choices }) => (
            <fieldset key={family} className={styles.family}>
              <legend>{say(`fault.family.${family}`)}</legend>
              {choices.map((each) => (
                <div key={each.fault}>
                  <Row
                    choice={each}
                    isChosen={each.fault === chosen}
                    isOver={isOver}
                    hint={hint}
                    onChoose={() => setChosen(each.fault)}
                    onStrike={() => {
                      if (strikeNow(session, each, scenarios).ok) onClose();
                      else setChosen(each.fault);
                    }}
                  />
                  {narrow && each.fault === chosen && form}
                </div>
              ))}
            </fieldset>
          ))}
        </div>
        {!narrow && (form ?? <p>{say('break.pick.nothing')}</p>)}
      </div>
    </Dialog>
  );
}

interface RowProps {
  choice: FaultChoice;
  isChosen: boolean;
  isOver: boolean;
  /** Id of what says which keys there are. */
  hint: string;
  onChoose: () => void;
  onStrike: () => void;
}

function Row({ choice: { fault, missing }, isChosen, isOver, hint, onChoose, onStrike }: RowProps) {
  const say = useText();
  const name = say(`fault.${fault}`);
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (!isOver) onStrike();
  };
  return (
    <div className={styles.row} data-chosen={isChosen || undefined} data-missing={missing !== null || undefined}>
      <label className={styles.name}>
        <input
          type="radio"
          name="fault"
          value={fault}
          checked={isChosen}
          disabled={missing !== null}
          // The browser looks for it when it opens the dialog.
          ref={isChosen ? markFirst : undefined}
          aria-describedby={hint}
          onChange={onChoose}
          onKeyDown={keyDown}
        />
        <span>
          {name}
          {missing !== null && <span className={styles.missing}>{missingWords(say, fault, missing)}</span>}
        </span>
      </label>
      {missing === null && (
        <IconButton
          quiet
          label={say('break.pick.strike.one', { fault: name })}
          title={say(isOver ? 'break.over' : 'break.pick.strike')}
          icon={<Zap />}
          // By keys one goes from what is chosen on to where and when; Enter there does what this does.
          tabIndex={-1}
          unavailable={isOver}
          onClick={onStrike}
        />
      )}
    </div>
  );
}

function markFirst(input: HTMLInputElement | null): void {
  input?.setAttribute('autofocus', '');
}

/** Why it means nothing here; and, where it means something in few places, in which. */
function missingWords(say: Say, fault: Fault, missing: Missing): string {
  const words = missingHere(say, missing);
  const few = fewStruckBy(fault);
  if (few === null) return words;
  return say('break.missing.where', { words, where: few.map((stage) => say(`stage.${stage}`)).join(', ') });
}

function missingHere(say: Say, missing: Missing): string {
  if (missing.what !== 'kinds') return say(`break.missing.${missing.what}`);
  if (missing.kinds.length === 0) return say('break.missing.nobody');
  return say('break.missing.kinds', { kinds: missing.kinds.map((kind) => say(`component.${kind}`)).join(', ') });
}

/** The moment that is shown, to the millisecond. */
function momentShown(session: Session): string {
  return String(Math.round(session.clock.getState().t * 1000) / 1000);
}

/** Strikes at the usual place, as strongly as usual, until somebody repairs it. */
function strikeNow(session: Session, choice: FaultChoice, scenarios: readonly StageScenario[]): ReadFault {
  const { fault } = choice;
  const strength = faultCatalogue[fault].strength === null ? '' : writtenStrength(fault, usualStrength(fault));
  const draft = { fault, target: firstTarget(choice) ?? '', strength, at: momentShown(session), until: '' };
  const read = readFault(draft, scenarios, null);
  if (read.ok) session.addFault(read.fault);
  return read;
}

interface DetailsProps {
  choice: FaultChoice;
  scenarios: readonly StageScenario[];
  onDone: () => void;
}

function Details({ choice, scenarios, onDone }: DetailsProps) {
  const say = useText();
  const session = useSession();
  const isOver = useIsOver();
  const { fault } = choice;
  const [target, setTarget] = useState(() => firstTarget(choice) ?? '');
  const [strength, setStrength] = useState(() => usualStrength(fault));
  const [begins, setBegins] = useState<'now' | 'at'>('now');
  const [at, setAt] = useState(() => momentShown(session));
  const [lasts, setLasts] = useState<'repaired' | 'for'>('repaired');
  const [length, setLength] = useState(USUAL_LENGTH);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  const draftWith = (written: string) => {
    const from = begins === 'now' ? momentShown(session) : at;
    const seconds = readMoment(length);
    const until = lasts === 'repaired' ? '' : seconds === null ? length : String((readMoment(from) ?? 0) + seconds);
    return { fault, target, strength: written, at: from, until };
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isOver && begins === 'now') return;
    const read = readFault(draftWith(writtenStrength(fault, strength)), scenarios, null);
    if (!read.ok) return setRefusals(read.refusals);
    session.addFault(read.fault);
    onDone();
  };
  const commitStrength = (written: string): boolean => {
    const read = readFault({ ...draftWith(written), at: '0', until: '' }, scenarios, null);
    const own = read.ok ? [] : read.refusals.filter(({ field }) => field === 'strength');
    setRefusals(own);
    if (own.length > 0) return false;
    if (read.ok) setStrength(read.fault.strength ?? strength);
    return true;
  };
  const keep = (set: (written: string) => void) => (written: string) => {
    set(written);
    setRefusals([]);
    return true;
  };
  const untold = refusals.filter(({ field }) => field !== 'strength');
  return (
    <form className={styles.details} onSubmit={submit} aria-label={say(`fault.${fault}`)}>
      <h3 className={styles.title}>{say(`fault.${fault}`)}</h3>
      <p>{say(`fault.${fault}.what`)}</p>
      <p className={styles.imitates}>
        <strong>{say('break.pick.imitates')}</strong> {say(`fault.${fault}.imitates`)}
      </p>
      <TargetSelect choice={choice} value={target} onChange={setTarget} />
      <StrengthFields
        fault={fault}
        strength={strength}
        refusal={refusals.find(({ field }) => field === 'strength')}
        onCommit={commitStrength}
      />
      <div className={styles.when}>
        <Choice
          labelShown
          label={say('break.pick.begins')}
          value={begins}
          options={[
            { value: 'now', label: say('break.pick.begins.now') },
            { value: 'at', label: say('break.pick.begins.at') },
          ]}
          onChange={setBegins}
        />
        {begins === 'at' && (
          <ExactField label={say('break.pick.at')} unit="s" value={at} refusal={undefined} onCommit={keep(setAt)} />
        )}
      </div>
      <div className={styles.when}>
        <Choice
          labelShown
          label={say('break.pick.lasts')}
          value={lasts}
          options={[
            { value: 'repaired', label: say('break.pick.lasts.repaired') },
            { value: 'for', label: say('break.pick.lasts.for') },
          ]}
          onChange={setLasts}
        />
        {lasts === 'for' && (
          <ExactField
            label={say('break.pick.for')}
            unit="s"
            value={length}
            refusal={undefined}
            onCommit={keep(setLength)}
          />
        )}
      </div>
      <Button
        type="submit"
        weight="strong"
        icon={<Zap />}
        className={fieldStyles.strike}
        unavailable={isOver && begins === 'now'}
        title={isOver && begins === 'now' ? say('break.over') : undefined}
      >
        {say(begins === 'now' ? 'break.pick.strike' : 'break.pick.add')}
      </Button>
      {/* Under the button: it must not move away under the pointer when they go. */}
      {untold.map((refusal) => (
        <RefusalWords key={refusal.field} name={fieldName(say, refusal.field)} refusal={refusal} />
      ))}
    </form>
  );
}

/** Seconds that a fault lasts where it is to end by itself. Our choice: long enough to see it, and what comes after. */
const USUAL_LENGTH = '30';

function fieldName(say: Say, field: FaultField): string {
  return say(`break.field.${field}`);
}
