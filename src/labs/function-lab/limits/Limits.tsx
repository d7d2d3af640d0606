/** The instrument of this bench: who has what of the account, what is throttled and what the caller sees, and Erlang B. */
import { useState } from 'react';
import { seconds } from '../../../engine/time.ts';
import { nameOf } from '../../../panels/names.ts';
import { usePlayhead } from '../../../panels/use-playhead.ts';
import { nodesOf } from '../../../scenario/create-simulation.ts';
import type { StageId } from '../../../stages/catalogue.ts';
import { ACCOUNT_CONCURRENCY, MOST_RESERVED } from '../../../stages/function-lab/limits.ts';
import { useRun, useRunState, useSession } from '../../../stores/session-context.tsx';
import { formatCount, formatRate } from '../../../ui/format.ts';
import { Slider } from '../../../ui/Slider.tsx';
import type { SliderRange } from '../../../ui/slider-scale.ts';
import { useText, useVocabulary } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import { EnvironmentLog } from '../environments/environment-log.ts';
import { AccountBar } from './AccountBar.tsx';
import { type Kept, keptWithin, leftToReserve, takenBy } from './account.ts';
import { ErlangB } from './ErlangB.tsx';
import { ThrottleTable } from './ThrottleTable.tsx';
import { ThrottleLog } from './throttle-log.ts';

/** The functions of the account, in the order in which they stand in the picture. */
const functions = ['handler', 'event-function', 'neighbour'] as const;

/** What can be turned here, and over which range. Ranges are our choice; all that is reserved leaves 100 of the account. */
const knobs: readonly { component: string; parameter: string; range: SliderRange; word: Word }[] = [
  { component: 'crowd', parameter: 'ratePerSecond', range: { min: 0.1, max: 20, log: true }, word: 'crowd' },
  {
    component: 'handler',
    parameter: 'reservedConcurrency',
    range: { min: -1, max: MOST_RESERVED, integer: true },
    word: 'handler',
  },
  {
    component: 'neighbour',
    parameter: 'reservedConcurrency',
    range: { min: -1, max: MOST_RESERVED, integer: true },
    word: 'neighbour',
  },
  {
    component: 'handler',
    parameter: 'provisionedConcurrency',
    range: { min: 0, max: MOST_RESERVED, integer: true },
    word: 'provisioned',
  },
  {
    component: 'neighbour',
    parameter: 'scaleUpEnvironments',
    range: { min: 1, max: 1000, integer: true, log: true },
    word: 'scaling',
  },
];

type Word = 'crowd' | 'handler' | 'neighbour' | 'provisioned' | 'scaling';

export function Limits({ stage }: InstrumentProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const run = useRun();
  const t = usePlayhead(run);
  const scenario = useRunState((state) => state.scenario);
  // The reel grows in place; the version says that it did.
  useRunState((state) => state.version);
  const [logs] = useState(() =>
    logsOf(
      stage,
      nodesOf(scenario).map(({ id }) => id),
    ),
  );
  for (const log of [logs.throttles, ...logs.environments]) log.readUntil(run.reel, seconds(t));

  const now = (component: string, parameter: string): number =>
    Number(session.parameterNow(stage, component, parameter));
  const taken = functions.map((id, place) => ({
    name: nameOf(vocabulary, id),
    id,
    ...takenBy(logs.environments[place]?.places ?? [], now(id, 'reservedConcurrency')),
  }));
  const kept: Kept = {
    handler: now('handler', 'reservedConcurrency'),
    neighbour: now('neighbour', 'reservedConcurrency'),
    provisioned: now('handler', 'provisionedConcurrency'),
  };
  const ratePerSecond = now('callers', 'ratePerSecond');
  const handlerLog = logs.environments[0];

  return (
    <div className={`${lab.whole} ${lab.narrow}`}>
      <div className={lab.sliders}>
        {knobs.map(({ component, parameter, range, word }) => (
          <Slider
            key={word}
            label={say(`lab.limits.knob.${word}`)}
            help={say(`lab.limits.knob.${word}.help`)}
            value={now(component, parameter)}
            range={range}
            format={(value) => written(word, value)}
            onChange={(value) => session.setParameter(component, parameter, allowed(word, value))}
          />
        ))}
      </div>
      <p role="status" className={lab.quiet}>
        {say('lab.limits.reservable', {
          of: ACCOUNT_CONCURRENCY,
          unreserved: ACCOUNT_CONCURRENCY - MOST_RESERVED,
          most: MOST_RESERVED,
          left: leftToReserve(MOST_RESERVED, kept),
        })}
      </p>
      <AccountBar account={ACCOUNT_CONCURRENCY} taken={taken} />
      <ThrottleTable log={logs.throttles} t={seconds(t)} functions={taken} numberOf={logs.numberOf} />
      {handlerLog && <ErlangB stage={stage} log={handlerLog} t={t} ratePerSecond={ratePerSecond} />}
    </div>
  );

  function allowed(word: Word, value: number): number {
    return word === 'crowd' || word === 'scaling' ? value : keptWithin(MOST_RESERVED, kept, word, value);
  }

  function written(word: Word, value: number): string {
    if (word === 'crowd') return formatRate(value);
    if (word === 'scaling') return say('lab.limits.per-ten-seconds', { n: formatCount(value) });
    return value < 0 ? say('lab.limits.nothing-reserved') : formatCount(value);
  }
}

interface Logs {
  throttles: ThrottleLog;
  /** In the order of `functions`. */
  environments: readonly EnvironmentLog[];
  numberOf: (id: string) => number;
}

function logsOf(stage: StageId, ids: readonly string[]): Logs {
  const numberOf = (id: string): number => {
    const number = ids.indexOf(id);
    if (number < 0) throw new Error(`"${stage}" has no "${id}"`);
    return number;
  };
  return {
    numberOf,
    environments: functions.map((id) => new EnvironmentLog(numberOf(id))),
    throttles: new ThrottleLog({
      callers: numberOf('callers'),
      handler: numberOf('handler'),
      eventHandler: numberOf('event-function'),
      queue: numberOf('jobs'),
      stream: numberOf('clicks'),
      neighbour: numberOf('neighbour'),
    }),
  };
}
