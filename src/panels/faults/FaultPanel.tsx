/** Break something: each switch shows what holds at the moment of the playhead, and changes the run from there on. */
import { Wrench } from 'lucide-react';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useText } from '../../ui/use-text.ts';
import { type FaultSwitch, faultSwitches } from './switches.ts';
import { setFault, useFaultIsOn } from './use-fault.ts';

export function FaultPanel() {
  const say = useText();
  const session = useSession();
  const screen = useSessionState((state) => state.screen);
  const switches = faultSwitches[screen];
  const anyOn = useFaultIsOn(switches.flatMap(({ targets }) => targets));
  return (
    <PanelSection title={say('break.title')}>
      <div>
        {switches.map((each) => (
          <FaultRow key={each.label} {...each} />
        ))}
      </div>
      <Button icon={<Wrench />} aria-keyshortcuts="R" disabled={!anyOn} onClick={() => session.repairAll()}>
        {say('break.repair')}
      </Button>
    </PanelSection>
  );
}

function FaultRow({ label, targets }: FaultSwitch) {
  const say = useText();
  const session = useSession();
  const on = useFaultIsOn(targets);
  return <Switch label={say(label)} tone="failed" checked={on} onChange={(next) => setFault(session, targets, next)} />;
}
