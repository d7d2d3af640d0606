/** Break something: each switch shows what holds at the moment of the playhead, and changes the run from there on. */
import { Wrench } from 'lucide-react';
import { useMemo } from 'react';
import { useSession } from '../../stores/session-context.tsx';
import { filledTextOf, textOf } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import { useStagesOnScreen } from '../use-stages.ts';
import { type FaultSwitch, faultSwitches } from './switches.ts';
import { setFault, useFaultIsOn } from './use-fault.ts';

/** Nothing where nothing can be broken: what is fixed, and what has no machine and no function. */
export function FaultPanel() {
  const say = useText();
  const session = useSession();
  const stages = useStagesOnScreen();
  const switches = useMemo(() => faultSwitches(stages), [stages]);
  const anyOn = useFaultIsOn(switches);
  if (switches.length === 0) return null;
  return (
    <PanelSection title={say('break.title')}>
      <div>
        {switches.map((each) => (
          <FaultRow key={`${each.fault} ${each.targets[0]}`} {...each} />
        ))}
      </div>
      <Button icon={<Wrench />} aria-keyshortcuts="R" unavailable={!anyOn} onClick={() => session.repairAll()}>
        {say('break.repair')}
      </Button>
    </PanelSection>
  );
}

function FaultRow(each: FaultSwitch) {
  const vocabulary = useVocabulary();
  const session = useSession();
  const on = useFaultIsOn([each]);
  const { label, component } = each;
  const words =
    component === undefined
      ? textOf(vocabulary, label)
      : filledTextOf(vocabulary, label, { name: nameOf(vocabulary, component) });
  return <Switch label={words} tone="failed" checked={on} onChange={(next) => setFault(session, each, next)} />;
}
