/** The instrument of this bench: every environment at the moment of the clock, and what theory says of all of them. */
import { useMemo, useState } from 'react';
import type { Distribution } from '../../../engine/distributions.ts';
import { seconds } from '../../../engine/time.ts';
import { usePlayhead } from '../../../panels/use-playhead.ts';
import { nodesOf } from '../../../scenario/create-simulation.ts';
import { useRun, useRunState, useSession } from '../../../stores/session-context.tsx';
import { formatDuration, formatRate } from '../../../ui/format.ts';
import { Slider } from '../../../ui/Slider.tsx';
import { useText } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import { CallList } from './CallList.tsx';
import { ColdShares } from './ColdShares.tsx';
import { EnvironmentGrid } from './EnvironmentGrid.tsx';
import { EnvironmentLog } from './environment-log.ts';

const CALLERS = 'callers';
const HANDLER = 'handler';

/** Ranges of the two sliders. Our choice: above, an hour has more calls than a page wants to keep. */
const RATES = { min: 0.02, max: 4, log: true };
const IDLE_SECONDS = { min: 5, max: 120, integer: true };

export function Environments({ stage }: InstrumentProps) {
  const say = useText();
  const session = useSession();
  const run = useRun();
  const t = usePlayhead(run);
  const scenario = useRunState((state) => state.scenario);
  // The reel grows in place; the version says that it did.
  useRunState((state) => state.version);
  const component = useMemo(() => nodesOf(scenario).findIndex(({ id }) => id === HANDLER), [scenario]);
  const [log] = useState(() => new EnvironmentLog(component));
  log.readUntil(run.reel, seconds(t));

  const ratePerSecond = Number(session.parameterNow(stage, CALLERS, 'ratePerSecond'));
  const idle = session.parameterNow(stage, HANDLER, 'idleSeconds') as Distribution;
  const idleSeconds = idle.kind === 'constant' ? idle.value : null;

  return (
    <div className={`${lab.whole} ${lab.narrow}`}>
      <div className={lab.sliders}>
        <Slider
          label={say('lab.environments.rate')}
          help={say('lab.environments.rate.help')}
          value={ratePerSecond}
          range={RATES}
          format={formatRate}
          onChange={(value) => session.setParameter(CALLERS, 'ratePerSecond', value)}
        />
        <Slider
          label={say('lab.environments.idle')}
          help={say('lab.environments.idle.help')}
          value={idleSeconds ?? IDLE_SECONDS.max}
          range={IDLE_SECONDS}
          format={formatDuration}
          onChange={(value) => session.setParameter(HANDLER, 'idleSeconds', { kind: 'constant', value })}
        />
      </div>
      <EnvironmentGrid log={log} t={seconds(t)} idleSeconds={idleSeconds} />
      <CallList log={log} t={seconds(t)} />
      <ColdShares stage={stage} log={log} t={t} ratePerSecond={ratePerSecond} idleSeconds={idleSeconds} />
    </div>
  );
}
