/** How many start cold and how many are at work: measured in this run, beside what theory says; and the curve of it. */
import { useMemo } from 'react';
import type { Distribution } from '../../../engine/distributions.ts';
import { seconds, toSeconds } from '../../../engine/time.ts';
import type { Runtime } from '../../../models/function/runtimes.ts';
import type { StageId } from '../../../stages/catalogue.ts';
import { MEAN_RUN_SECONDS } from '../../../stages/function-lab/environments.ts';
import { useRunState, useSession } from '../../../stores/session-context.tsx';
import { formatClock, formatDuration, formatNumber, formatRate, formatShare } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { PoolButton } from '../PoolButton.tsx';
import { TheoryChart } from '../TheoryChart.tsx';
import { type TheoryRow, TheoryTable } from '../TheoryTable.tsx';
import { coldShareOfLoneRuns, coldSharesWithStarts, FEW_AT_WORK, meanAtWork } from '../theory.ts';
import { usePoolRuns } from '../use-pool-runs.ts';
import { IDLE_TIMES, pointsFrom, scenariosFor } from './cold-points.ts';
import type { EnvironmentLog } from './environment-log.ts';
import { countedFrom, isStruckBetween, lastChangeBefore, measured } from './measured.ts';
import { meanStartSeconds } from './start-seconds.ts';

export interface ColdSharesProps {
  stage: StageId;
  log: EnvironmentLog;
  /** The moment of the clock, s. */
  t: number;
  ratePerSecond: number;
  idleSeconds: number | null;
}

/** Where the lines are worked out, s; between them they are drawn straight. Our choice. */
const FINE = [5, 7, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 90, 105, 120] as const;
const RANGE = [0, 120] as const;

export function ColdShares({ stage, log, t, ratePerSecond, idleSeconds }: ColdSharesProps) {
  const say = useText();
  const session = useSession();
  const scenario = useRunState((state) => state.scenario);
  const runs = usePoolRuns<string>();
  const now = (parameter: string): unknown => session.parameterNow(stage, 'handler', parameter);
  const startSeconds = meanStartSeconds({
    runtime: now('runtime') as Runtime,
    packageMegabytes: Number(now('packageMegabytes')),
    initSeconds: now('initSeconds') as Distribution,
    memoryMegabytes: Number(now('memoryMegabytes')),
  });

  const lines = useMemo(() => {
    const workedOut = coldSharesWithStarts(ratePerSecond, MEAN_RUN_SECONDS, startSeconds, FINE);
    return {
      closed: FINE.map((idle) => [idle, coldShareOfLoneRuns(ratePerSecond, idle)] as const),
      workedOut: FINE.map((idle, place) => [idle, workedOut[place] as number] as const),
    };
  }, [ratePerSecond, startSeconds]);
  const expected = useMemo(
    () =>
      idleSeconds === null
        ? null
        : (coldSharesWithStarts(ratePerSecond, MEAN_RUN_SECONDS, startSeconds, [idleSeconds])[0] ?? null),
    [ratePerSecond, startSeconds, idleSeconds],
  );

  // What stands in the drawing and in the table is the share from the last change on.
  const from = countedFrom(lastChangeBefore(scenario, t), idleSeconds ?? 0, MEAN_RUN_SECONDS);
  const found = measured(log.calls, seconds(from), seconds(t));
  const key = JSON.stringify([ratePerSecond, scenario.parameters]);
  const points = useMemo(() => pointsFrom(runs.reports), [runs.reports]);
  const isSameTraffic = runs.key === key;

  const atWork = meanAtWork(ratePerSecond, MEAN_RUN_SECONDS);
  const disturbed = disturbedBy();
  const notLone = atWork > FEW_AT_WORK ? say('lab.environments.not-lone', { n: formatNumber(atWork) }) : null;
  const rows: TheoryRow[] = [
    {
      id: 'closed',
      name: say('lab.environments.share'),
      measured: found?.coldShare ?? null,
      theory: say('lab.environments.theory.closed'),
      expected: idleSeconds === null ? null : coldShareOfLoneRuns(ratePerSecond, idleSeconds),
      format: formatShare,
      notMeant: disturbed ?? notLone,
    },
    {
      id: 'worked-out',
      name: say('lab.environments.share'),
      measured: found?.coldShare ?? null,
      theory: say('lab.environments.theory.worked-out'),
      expected,
      format: formatShare,
      notMeant: disturbed,
    },
    {
      id: 'at-work',
      name: say('lab.environments.at-work'),
      measured: found?.atWork ?? null,
      theory: say('lab.environments.theory.at-work', {
        rate: formatRate(ratePerSecond),
        time: formatDuration(MEAN_RUN_SECONDS),
      }),
      expected: atWork,
      format: formatNumber,
      notMeant: disturbed,
    },
  ];

  return (
    <section className={lab.part} aria-label={say('lab.environments.theory')}>
      <h3>{say('lab.environments.theory')}</h3>
      <p className={lab.quiet}>
        {found === null
          ? say('lab.environments.counted-from.not', { time: formatClock(from) })
          : say('lab.environments.counted-from', { time: formatClock(from), n: found.calls, cold: found.cold })}
      </p>
      <TheoryTable label={say('lab.environments.theory')} rows={rows} />
      <p className={lab.quiet}>{say('lab.environments.method')}</p>
      <h4>{say('lab.environments.curve', { rate: formatRate(ratePerSecond) })}</h4>
      <TheoryChart
        label={say('lab.environments.curve', { rate: formatRate(ratePerSecond) })}
        axisX={say('lab.environments.axis.idle')}
        axisY={say('lab.environments.axis.share')}
        rangeX={RANGE}
        ticksX={IDLE_TIMES}
        formatX={(x) => `${x}`}
        formatY={formatShare}
        lines={[
          { name: say('lab.environments.line.closed'), kind: 'closed', points: lines.closed },
          { name: say('lab.environments.line.worked-out'), kind: 'worked-out', points: lines.workedOut },
        ]}
        measured={isSameTraffic ? points : []}
        current={idleSeconds === null ? null : { x: idleSeconds, estimate: found?.coldShare ?? null }}
      />
      <PoolButton
        runs={runs}
        label={say('lab.environments.measure')}
        onStart={() => runs.start(key, scenariosFor(ratePerSecond, scenario.parameters))}
      />
      {runs.key !== null && !isSameTraffic && <p className={lab.quiet}>{say('lab.theory.other')}</p>}
    </section>
  );

  /** Why theory has nothing to say of what was counted; null if it has. */
  function disturbedBy(): string | null {
    if (isStruckBetween(scenario, from, t)) return say('lab.theory.disturbed.fault');
    if (log.throttledAt.some((at) => toSeconds(at) >= from)) return say('lab.theory.disturbed.throttled');
    return idleSeconds === null ? say('lab.environments.disturbed.idle') : null;
  }
}
