/** The faults of the runs on screen: exact values that can be set, with and without each of them, and what it did. */
import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { usualStrength } from '../../faults/catalogue.ts';
import { strengthText } from '../../faults/strength-text.ts';
import type { FaultIntervention, StageScenario } from '../../scenario/scenario.ts';
import { useSession } from '../../stores/session-context.tsx';
import { faultAt } from '../../text/target-name.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { minuteText } from '../time/clock-text.ts';
import { useRunsOnScreen } from '../use-runs-on-screen.ts';
import { useScenarios } from '../use-scenarios.ts';
import { choiceOf, placesIn } from './choices.ts';
import { Differences } from './Differences.tsx';
import { ExactField } from './ExactField.tsx';
import { FaultMeasures } from './FaultMeasures.tsx';
import styles from './Faults.module.css';
import { draftOf, type FaultDraft, type Refusal, readFault } from './fault-draft.ts';
import { type ListedFault, listedFaults, scenariosWith } from './listed-faults.ts';
import { StrengthFields } from './StrengthFields.tsx';
import { useStableIds } from './stable-ids.ts';
import { TargetSelect } from './TargetSelect.tsx';

/** Nothing where nothing breaks. */
export function FaultList() {
  const say = useText();
  const runs = useRunsOnScreen();
  const now = useScenarios(runs);
  const scenarios = useMemo(() => now.map(({ scenario }) => scenario), [now]);
  const listed = useMemo(() => listedFaults(now), [now]);
  const ids = useStableIds(listed.map(({ fault }) => fault));
  if (listed.length === 0) return null;
  return (
    <PanelSection title={say('break.list')}>
      <ul className={styles.list}>
        {listed.map((each, place) => (
          <Item key={ids[place]} listed={each} scenarios={scenarios} />
        ))}
      </ul>
    </PanelSection>
  );
}

function Item({ listed, scenarios }: { listed: ListedFault; scenarios: readonly StageScenario[] }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const { fault, isLifted } = listed;
  const what = faultAt(vocabulary, fault.fault, fault.target);
  const { kind: _, ...toBe } = fault;
  return (
    <li className={styles.item} data-lifted={isLifted || undefined}>
      <div className={styles.head}>
        <h3 className={styles.what}>{what}</h3>
        <Choice
          label={say('break.choice', { what })}
          value={isLifted ? 'without' : 'with'}
          options={[
            { value: 'with', label: say('break.choice.with') },
            { value: 'without', label: say('break.choice.without') },
          ]}
          onChange={(next) => (next === 'with' ? session.addFault(toBe) : session.removeFault(fault))}
        />
      </div>
      <p className={styles.when}>
        <button
          type="button"
          className={`number ${styles.go}`}
          title={say('break.list.go')}
          onClick={() => session.seek(fault.atSeconds)}
        >
          <When fault={fault} />
        </button>
        <Strength fault={fault} />
      </p>
      <Differences fault={fault} />
      {isLifted ? (
        <p className={styles.when}>{say('break.list.lifted')}</p>
      ) : (
        <>
          <FaultMeasures fault={fault} />
          <Fold title={say('break.list.exact')}>
            <Fields fault={fault} scenarios={scenarios} />
          </Fold>
        </>
      )}
    </li>
  );
}

function When({ fault: { atSeconds, untilSeconds } }: { fault: FaultIntervention }) {
  const say = useText();
  const from = minuteText(atSeconds);
  if (untilSeconds === undefined) return say('break.list.from', { from });
  return say('break.list.from-to', { from, to: minuteText(untilSeconds) });
}

function Strength({ fault: { fault, strength } }: { fault: FaultIntervention }) {
  const words = strengthText(useVocabulary(), fault, strength ?? usualStrength(fault));
  return words === '' ? null : `, ${words}`;
}

function Fields({ fault, scenarios }: { fault: FaultIntervention; scenarios: readonly StageScenario[] }) {
  const say = useText();
  const session = useSession();
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const choice = useMemo(() => choiceOf(fault.fault, placesIn(scenarios)), [fault.fault, scenarios]);
  const draft = draftOf(fault);
  const commit = (change: Partial<FaultDraft>): boolean => {
    const read = readFault({ ...draft, ...change }, scenariosWith(scenarios, fault), fault);
    setRefusals(read.ok ? [] : read.refusals);
    if (read.ok) session.changeFault(fault, withoutUsual(read.fault, fault));
    return read.ok;
  };
  const refusalOf = (field: Refusal['field']) => refusals.find((each) => each.field === field);
  return (
    <div className={styles.fields}>
      <ExactField
        label={say('break.field.at')}
        unit="s"
        value={draft.at}
        refusal={refusalOf('at')}
        onCommit={(at) => commit({ at })}
      />
      <ExactField
        label={say('break.field.until')}
        unit="s"
        placeholder={say('break.field.until.open')}
        value={draft.until}
        refusal={refusalOf('until')}
        onCommit={(until) => commit({ until })}
      />
      <StrengthFields
        fault={fault.fault}
        strength={fault.strength ?? usualStrength(fault.fault)}
        refusal={refusalOf('strength')}
        onCommit={(strength) => commit({ strength })}
      />
      <TargetSelect choice={choice} value={fault.target} onChange={(target) => commit({ target })} />
      <Button icon={<Trash2 />} onClick={() => session.removeFault(fault)}>
        {say('break.list.remove')}
      </Button>
    </div>
  );
}

/** A strength that nobody has set stays unsaid while it is the usual one. */
function withoutUsual<F extends Omit<FaultIntervention, 'kind'>>(made: F, was: FaultIntervention): F {
  if (was.strength !== undefined || made.strength !== usualStrength(made.fault)) return made;
  const { strength: _, ...rest } = made;
  return rest as F;
}
