/**
 * The instrument of this bench: a map of the private network and of what lies outside, where the function stands, whom its
 * calls reach, what its environments wait for as they start, and the same then and now.
 */
import { listPrices, priceOf } from '../../../cost/prices.ts';
import type { WorldNode } from '../../../models/world.ts';
import { nameOf } from '../../../panels/names.ts';
import { useRunState, useSession } from '../../../stores/session-context.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { formatDuration, formatLength, formatMegabytes, formatMoney, formatUnitPrice } from '../../../ui/format.ts';
import { useText, useVocabulary } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import { useFunctionRuns } from '../use-function-runs.ts';
import styles from './Network.module.css';
import { NetworkMap, type Vpc } from './NetworkMap.tsx';
import { callsAt, environmentsAt, MOST_MEMORY_THEN, medianOf, packageSecondsOf, startsAt } from './network-figures.ts';
import { Starts } from './Starts.tsx';
import { ThenAndNow } from './ThenAndNow.tsx';

const HANDLER = 'handler';
/** Starts that are listed. Our choice. */
const MOST_STARTS = 6;
const SECONDS_PER_HOUR = 3600;

const places = ['no', 'with-way-out', 'without-way-out'] as const satisfies readonly Vpc[];
const interfaceKinds = ['shared', 'per-environment'] as const;

export function Network({ stage }: InstrumentProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const scenario = useRunState((state) => state.scenario);
  const { runs, nodes, t } = useFunctionRuns();
  const component = nodes.findIndex(({ id }) => id === HANDLER);
  const handler = nodes[component] as WorldNode;
  const vpc = session.parameterNow(stage, HANDLER, 'vpc') as Vpc;
  const isShared = session.parameterNow(stage, HANDLER, 'vpcInterfaces') === 'shared';
  const memory = Number(session.parameterNow(stage, HANDLER, 'memoryMegabytes'));
  const calls = callsAt(runs, nodes, component, t);
  const typical = medianOf(calls.waitsSeconds);
  const [hour, gb] = [priceOf(listPrices, 'nat.hour'), priceOf(listPrices, 'nat.gb')];
  return (
    <div className={lab.whole}>
      <div className={`${lab.row} ${styles.settings}`}>
        <Choice
          label={say('lab.network.where')}
          labelShown
          value={vpc}
          options={places.map((value) => ({ value, label: say(`lab.network.where.${value}`) }))}
          onChange={(value) => session.setParameter(HANDLER, 'vpc', value)}
        />
        <Choice
          label={say('lab.network.when')}
          labelShown
          value={isShared ? 'shared' : 'per-environment'}
          options={interfaceKinds.map((value) => ({ value, label: say(`lab.network.when.${value}`) }))}
          onChange={(value) => session.setParameter(HANDLER, 'vpcInterfaces', value)}
        />
        <p className={lab.quiet}>{say('lab.network.fromStart')}</p>
      </div>
      <NetworkMap
        vpc={vpc}
        isShared={isShared}
        calls={calls}
        environments={environmentsAt(runs, component, t)}
        names={{
          handler: nameOf(vocabulary, HANDLER),
          database: nameOf(vocabulary, 'database'),
          records: nameOf(vocabulary, 'records'),
        }}
      />
      <p className={typical === null ? lab.quiet : styles.waited}>
        {typical === null
          ? say('lab.network.noneWaited')
          : say('lab.network.waited', {
              typical: formatDuration(typical),
              n: calls.waitsSeconds.length,
              most: formatDuration(calls.waitsSeconds.at(-1) ?? typical),
            })}
      </p>
      {!isShared && vpc !== 'no' && memory < MOST_MEMORY_THEN && (
        <p className={lab.quiet}>{say('lab.network.ownRuns', { memory: formatMegabytes(MOST_MEMORY_THEN) })}</p>
      )}
      <div className={lab.columns}>
        <Starts starts={startsAt(runs, nodes, component, t, MOST_STARTS)} packageSeconds={packageSecondsOf(handler)} />
        <ThenAndNow scenario={scenario} memoryMegabytes={memory} />
      </div>
      <p className={lab.quiet}>
        {say('lab.network.price', {
          hour: formatUnitPrice(hour.unitPriceUsd),
          gb: formatUnitPrice(gb.unitPriceUsd),
          run: formatMoney((hour.unitPriceUsd * scenario.durationSeconds) / SECONDS_PER_HOUR),
          length: formatLength(scenario.durationSeconds),
        })}
      </p>
    </div>
  );
}
