/** The throttled share of the function that is called and waited for, measured, beside what Erlang B says; and the curve. */
import { useMemo } from 'react';
import { seconds } from '../../../engine/time.ts';
import type { StageId } from '../../../stages/catalogue.ts';
import { MEAN_RUN_SECONDS } from '../../../stages/function-lab/limits.ts';
import { useRunState, useSession } from '../../../stores/session-context.tsx';
import { formatClock, formatDuration, formatNumber, formatRate, formatShare, NOTHING } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import type { EnvironmentLog } from '../environments/environment-log.ts';
import { isStruckBetween, lastChangeBefore } from '../environments/measured.ts';
import { PoolButton } from '../PoolButton.tsx';
import { TheoryChart } from '../TheoryChart.tsx';
import { TheoryTable } from '../TheoryTable.tsx';
import { erlangB } from '../theory.ts';
import { usePoolRuns } from '../use-pool-runs.ts';
import { FORGOTTEN_AFTER_SECONDS, LIMITS, pointsFrom, scenariosFor, throttledShare } from './erlang.ts';

export interface ErlangBProps {
  stage: StageId;
  /** Of the function that is called and waited for. */
  log: EnvironmentLog;
  /** The moment of the clock, s. */
  t: number;
  ratePerSecond: number;
}

const MOST = LIMITS.at(-1) as number;
const RANGE = [0, MOST] as const;
const EVERY_LIMIT = Array.from({ length: MOST + 1 }, (_, limit) => limit);

export function ErlangB({ stage, log, t, ratePerSecond }: ErlangBProps) {
  const say = useText();
  const session = useSession();
  const scenario = useRunState((state) => state.scenario);
  const runs = usePoolRuns<number>();
  const limit = Number(session.parameterNow(stage, 'handler', 'reservedConcurrency'));
  const from = lastChangeBefore(scenario, t) + FORGOTTEN_AFTER_SECONDS;
  const found = throttledShare(log, seconds(from), seconds(t));
  const heldSeconds = found?.heldSeconds ?? MEAN_RUN_SECONDS;
  const load = ratePerSecond * heldSeconds;
  const points = useMemo(() => pointsFrom(runs.reports), [runs.reports]);
  const isSameTraffic = runs.key === ratePerSecond;
  const line = EVERY_LIMIT.map((each) => [each, erlangB(each, ratePerSecond * MEAN_RUN_SECONDS)] as const);
  const title = say('lab.limits.erlang.curve', { rate: formatRate(ratePerSecond) });
  const isStruck = isStruckBetween(scenario, from, t);
  const notMeant = limit < 0 ? say('lab.limits.erlang.no-limit') : isStruck ? say('lab.theory.disturbed.fault') : null;

  return (
    <section className={lab.part} aria-label={say('lab.limits.erlang')}>
      <h3>{say('lab.limits.erlang')}</h3>
      <p className={lab.quiet}>
        {found === null
          ? say('lab.limits.erlang.counted-from.not', { time: formatClock(from) })
          : say('lab.limits.erlang.counted-from', {
              time: formatClock(from),
              n: found.calls,
              throttled: found.throttled,
            })}
      </p>
      <TheoryTable
        label={say('lab.limits.erlang')}
        rows={[
          {
            id: 'erlang-b',
            name: say('lab.limits.erlang.share'),
            measured: found?.share ?? null,
            theory: say('lab.limits.erlang.theory', {
              load: formatNumber(load),
              rate: formatRate(ratePerSecond),
              time: formatDuration(heldSeconds),
              limit: limit < 0 ? NOTHING : limit,
            }),
            expected: limit < 0 ? null : erlangB(limit, load),
            format: formatShare,
            notMeant,
          },
        ]}
      />
      <p className={lab.quiet}>{say('lab.limits.erlang.method')}</p>
      <h4>{title}</h4>
      <TheoryChart
        label={title}
        axisX={say('lab.limits.erlang.axis.limit')}
        axisY={say('lab.limits.erlang.axis.share')}
        rangeX={RANGE}
        ticksX={LIMITS}
        formatX={(x) => `${x}`}
        formatY={formatShare}
        lines={[{ name: say('lab.limits.erlang.line'), kind: 'closed', points: line }]}
        measured={isSameTraffic ? points : []}
        current={limit < 0 || limit > MOST ? null : { x: limit, estimate: found?.share ?? null }}
      />
      <PoolButton
        runs={runs}
        label={say('lab.limits.erlang.measure')}
        onStart={() => runs.start(ratePerSecond, scenariosFor(ratePerSecond))}
      />
      {runs.key !== null && !isSameTraffic && <p className={lab.quiet}>{say('lab.theory.other')}</p>}
    </section>
  );
}
