/** The instrument of this bench: every run at every long piece of work against the limit, and the three ways beside it. */
import { useMemo } from 'react';
import { bookWith } from '../../../cost/prices.ts';
import { seconds, toSeconds } from '../../../engine/time.ts';
import { REASON } from '../../../models/reasons.ts';
import { usePlayhead } from '../../../panels/use-playhead.ts';
import { planOf } from '../../../scenario/create-simulation.ts';
import { useRun, useRunState, useSession, useSettings } from '../../../stores/session-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Figure, Figures } from '../../../ui/Figure.tsx';
import { formatCount, formatDuration, formatMoney } from '../../../ui/format.ts';
import { Slider } from '../../../ui/Slider.tsx';
import { useText } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import { callPrices } from '../memory/closed-form.ts';
import { Pieces } from './Pieces.tsx';
import { type Attempt, billOf, isInVain, neededSeconds, piecesUntil } from './pieces.ts';
import { Ways } from './Ways.tsx';
import { functionsOf, LONGEST_TIMEOUT_SECONDS, limitOf, minutesOf, withLimit, withMinutes } from './ways.ts';

/** Our choice: from what fits easily to what does not fit into any part. */
const LENGTHS = { min: 2, max: 60, integer: true };
const LIMITS = { min: 60, max: LONGEST_TIMEOUT_SECONDS, integer: true };

/** Simulated seconds a second: a run of an hour and three quarters takes half a minute. */
const FAST = 200;

export function Timeouts({ stage }: InstrumentProps) {
  const say = useText();
  const session = useSession();
  const run = useRun();
  const t = usePlayhead(run);
  const scenario = useRunState((state) => state.scenario);
  // The reel grows in place; this number says that it did.
  useRunState((state) => state.version);
  const prices = useSettings((state) => state.prices);
  const plan = useMemo(() => planOf(scenario), [scenario]);
  const unit = useMemo(() => callPrices(bookWith(prices)), [prices]);
  const functions = functionsOf(scenario);
  const pieces = piecesUntil(run.reel.facts, plan, seconds(t));
  const bill = (attempt: Attempt): number | null =>
    billOf(attempt, session.parameterNow(stage, attempt.component, 'memoryMegabytes') as number, unit);
  const limit = (component: string): number | null =>
    functions.includes(component) ? (session.parameterNow(stage, component, 'timeoutSeconds') as number) : null;
  const needed = (component: string, lengthSeconds: number): number | null => {
    const node = plan.nodes.find(({ id, kind }) => id === component && kind === 'function');
    if (node === undefined) return null;
    const memoryMegabytes = session.parameterNow(stage, component, 'memoryMegabytes');
    return neededSeconds({ ...node.params, memoryMegabytes }, lengthSeconds);
  };
  const inVain = pieces.flatMap(({ attempts }) => attempts.filter(isInVain));
  const cut = inVain.filter(({ reason }) => reason === REASON['function-timed-out']).length;
  const secondsInVain = inVain.reduce((sum, { began, ended }) => sum + toSeconds((ended ?? began) - began), 0);
  const paid = inVain.reduce((sum, each) => sum + (bill(each) ?? 0), 0);
  const done = pieces.filter(({ state }) => state === 'done').length;

  return (
    <div className={lab.whole}>
      <div className={lab.sliders}>
        <Slider
          label={say('lab.timeouts.length')}
          value={minutesOf(scenario)}
          range={LENGTHS}
          format={(n) => say('lab.timeouts.minutes', { n: formatCount(n) })}
          onChange={(minutes) => session.rearrange((each) => withMinutes(each, minutes))}
        />
        {functions.length > 0 ? (
          <Slider
            label={say('lab.timeouts.limit')}
            value={limitOf(scenario)}
            range={LIMITS}
            format={formatDuration}
            onChange={(timeout) => session.rearrange((each) => withLimit(each, timeout))}
          />
        ) : (
          <p className={lab.quiet}>{say('lab.timeouts.no-limit')}</p>
        )}
      </div>
      <div>
        <Button
          onClick={() => {
            session.setSpeed(FAST);
            session.play();
          }}
        >
          {say('lab.timeouts.fast')}
        </Button>
      </div>
      <Figures>
        <Figure
          label={say('lab.timeouts.done')}
          value={formatCount(done)}
          unit={say('lab.timeouts.of', { n: formatCount(pieces.length) })}
          tone={done > 0 ? 'done' : 'plain'}
        />
        <Figure label={say('lab.timeouts.cut')} value={formatCount(cut)} tone={cut > 0 ? 'failed' : 'plain'} />
        <Figure
          label={say('lab.timeouts.vain')}
          value={formatDuration(secondsInVain)}
          tone={secondsInVain > 0 ? 'failed' : 'plain'}
        />
        {functions.length > 0 && (
          <Figure
            label={say('lab.timeouts.paid')}
            value={formatMoney(paid)}
            tone={paid > 0 ? 'failed' : 'plain'}
            title={say('lab.timeouts.paid.title')}
          />
        )}
      </Figures>
      <p className={lab.quiet}>{say(functions.length > 0 ? 'lab.timeouts.intro' : 'lab.timeouts.intro.machines')}</p>
      <Pieces pieces={pieces} now={seconds(t)} bill={bill} limit={limit} needed={needed} />
      <Ways scenario={scenario} prices={prices} />
    </div>
  );
}
