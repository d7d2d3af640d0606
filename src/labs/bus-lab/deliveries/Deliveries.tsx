/** The instrument of this bench: a lane for each target, with every try on it, and the waits held against their bound. */
import { useState } from 'react';
import { numberIn } from '../../../canvas/params-now.ts';
import { useParamsNow, usePicture } from '../../../canvas/use-picture.ts';
import { seconds } from '../../../engine/time.ts';
import { deliveryTargets } from '../../../stages/bus-lab/deliveries.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { useBus, useBusCopies } from '../use-bus.ts';
import { Backoff } from './Backoff.tsx';
import styles from './Deliveries.module.css';
import { Lane } from './Lane.tsx';
import { beginningOf, waitsBy } from './lanes.ts';

/** How far back the lanes show, in seconds; null for the whole run. */
const windows = { minute: 60, run: null } as const;
type Window = keyof typeof windows;

export function Deliveries() {
  const say = useText();
  const bus = useBus();
  const copies = useBusCopies(bus);
  const t = usePicture()?.t ?? 0;
  const params = useParamsNow(bus.index);
  const [shown, setShown] = useState<Window>('minute');
  const from = beginningOf(windows[shown], t);
  return (
    <div className={lab.whole}>
      <div className={lab.row}>
        <Choice
          label={say('lab.bus-deliveries.window')}
          value={shown}
          options={[
            { value: 'minute', label: say('lab.bus-deliveries.window.minute') },
            { value: 'run', label: say('lab.bus-deliveries.window.run') },
          ]}
          onChange={setShown}
        />
        <Legend />
      </div>
      {deliveryTargets.map((target) => (
        <Lane
          key={target}
          bus={bus}
          target={target}
          copies={copies.all}
          from={from}
          until={shown === 'run' ? seconds(bus.scenario.durationSeconds) : Math.max(t, seconds(windows.minute))}
          t={t}
          patience={{
            maximumRetries: numberIn(params, 'maximumRetries'),
            maximumAgeSeconds: numberIn(params, 'maximumAgeSeconds'),
          }}
        />
      ))}
      <Backoff
        waits={waitsBy(copies.all, t)}
        baseSeconds={numberIn(params, 'retryBaseSeconds')}
        capSeconds={numberIn(params, 'retryCapSeconds')}
      />
    </div>
  );
}

function Legend() {
  const say = useText();
  return (
    <ul className={lab.legend}>
      {(['done', 'failed', 'wait', 'kept', 'dropped'] as const).map((sign) => (
        <li key={sign}>
          <svg width="16" height="12" aria-hidden="true">
            {sign === 'done' && <circle className={styles.done} cx="8" cy="6" r="4" />}
            {sign === 'failed' && <path className={styles.failed} d="M4,2 l8,8 m0,-8 l-8,8" />}
            {sign === 'wait' && <path className={styles.wait} d="M1,6 H15" />}
            {sign === 'kept' && <rect className={styles.kept} x="3" y="1" width="10" height="10" />}
            {sign === 'dropped' && <rect className={styles.dropped} x="3" y="1" width="10" height="10" />}
          </svg>
          {say(`lab.bus-deliveries.legend.${sign}`)}
        </li>
      ))}
    </ul>
  );
}
