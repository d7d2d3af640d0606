/**
 * Break something: a few switches, each of which shows what holds at the moment of the playhead and changes the run from
 * there on; everything else that can break, to pick from; and the faults of the run.
 */
import { Wrench, Zap } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useSession } from '../../stores/session-context.tsx';
import { filledTextOf, textOf } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import { timeShortcuts } from '../time/shortcuts.ts';
import { UndoButtons } from '../time/UndoButtons.tsx';
import { useStagesOnScreen } from '../use-stages.ts';
import { FaultList } from './FaultList.tsx';
import { FaultPicker } from './FaultPicker.tsx';
import styles from './Faults.module.css';
import { type FaultSwitch, faultSwitches } from './switches.ts';
import { setFault, useAnyFaultIsOn, useFaultIsOn, useIsOver } from './use-fault.ts';

/** Nothing where nothing can be broken: what is fixed. */
export function FaultPanel() {
  const say = useText();
  const session = useSession();
  const stages = useStagesOnScreen();
  const switches = useMemo(() => faultSwitches(stages), [stages]);
  const anyOn = useAnyFaultIsOn();
  const isOver = useIsOver();
  const [isPicking, setPicking] = useState(false);
  if (stages.length === 0) return null;
  return (
    <>
      <PanelSection title={say('break.title')} aside={<UndoButtons isQuiet />}>
        {isOver && <p className={styles.over}>{say('break.over')}</p>}
        <div>
          {switches.map((each) => (
            <FaultRow key={`${each.fault} ${each.targets[0]}`} each={each} isOver={isOver} />
          ))}
        </div>
        <div className={styles.buttons}>
          <Button
            icon={<Zap />}
            aria-keyshortcuts={timeShortcuts.breakIt.aria}
            aria-haspopup="dialog"
            onClick={() => setPicking(true)}
          >
            {say('break.pick.open')}
          </Button>
          <Button icon={<Wrench />} aria-keyshortcuts="R" unavailable={!anyOn} onClick={() => session.repairAll()}>
            {say('break.repair')}
          </Button>
        </div>
      </PanelSection>
      <FaultList />
      {isPicking && <FaultPicker onClose={() => setPicking(false)} />}
    </>
  );
}

function FaultRow({ each, isOver }: { each: FaultSwitch; isOver: boolean }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const on = useFaultIsOn([each]);
  const { label, component } = each;
  const words =
    component === undefined
      ? textOf(vocabulary, label)
      : filledTextOf(vocabulary, label, { name: nameOf(vocabulary, component) });
  return (
    <Switch
      label={words}
      tone="failed"
      checked={on}
      unavailable={isOver && !on}
      title={isOver && !on ? say('break.over') : undefined}
      onChange={(next) => setFault(session, each, next)}
    />
  );
}
