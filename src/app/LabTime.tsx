/** Time in a lab: as under every picture, or with its lanes folded away, so that the instrument has their room. */
import { PanelBottomClose, PanelBottomOpen } from 'lucide-react';
import { useState } from 'react';
import { LiveSummary } from '../panels/time/LiveSummary.tsx';
import { TimeArea } from '../panels/time/TimeArea.tsx';
import { Transport } from '../panels/time/Transport.tsx';
import { useRunsOnScreen } from '../panels/use-runs-on-screen.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMedia } from '../ui/use-media.ts';
import { useText } from '../ui/use-text.ts';
import styles from './LabTime.module.css';
import { TimeSlider } from './PhoneTime.tsx';

/** Less high than a large screen: lanes, picture and instrument would squeeze each other. Our choice. */
const LOW = '(max-height: 64.99rem)';

export function LabTime() {
  const say = useText();
  const isLow = useMedia(LOW);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const hasLanes = chosen ?? !isLow;
  const fold = (
    <IconButton
      className={styles.fold}
      label={say(hasLanes ? 'lab.lanes.hide' : 'lab.lanes.show')}
      icon={hasLanes ? <PanelBottomClose /> : <PanelBottomOpen />}
      aria-expanded={hasLanes}
      onClick={() => setChosen(!hasLanes)}
    />
  );
  return (
    <div className={styles.time}>
      {hasLanes ? <TimeArea /> : <Bar />}
      {fold}
    </div>
  );
}

/** The transport, and the whole run as one slider. */
function Bar() {
  const say = useText();
  const runs = useRunsOnScreen();
  return (
    <section className={`time-area ${styles.bar}`} data-room="middle" aria-label={say('time.area')}>
      <Transport />
      <TimeSlider runs={runs} />
      <LiveSummary runs={runs} />
    </section>
  );
}
