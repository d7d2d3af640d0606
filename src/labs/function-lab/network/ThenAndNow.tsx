/** The same requests outside, inside as it is now, and inside as it was then: run in the background, side by side. */
import { useMemo } from 'react';
import type { RunReport } from '../../../scenario/report.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { varied } from '../../../stores/scenario-edits.ts';
import { formatCount, formatDuration, NOTHING } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { PoolButton } from '../PoolButton.tsx';
import { usePoolRuns } from '../use-pool-runs.ts';
import { interfacesThen } from './network-figures.ts';
import styles from './ThenAndNow.module.css';

/** Outside everybody is given a public address, so that the function does the same work. */
const settings = {
  public: { vpc: 'no', vpcInterfaces: 'shared', privateNeighbours: null },
  now: { vpc: 'with-way-out', vpcInterfaces: 'shared' },
  before: { vpc: 'with-way-out', vpcInterfaces: 'per-environment' },
} as const;

type Setting = keyof typeof settings;
const settingIds = Object.keys(settings) as Setting[];

/** A scenario of the bench as it would be in one of the settings. */
export function inSetting(scenario: StageScenario, setting: Setting): StageScenario {
  return varied(scenario, { handler: settings[setting] });
}

/** Interfaces that the network needs for as many environments at once. */
export function interfacesIn(setting: Setting, peak: number, memoryMegabytes: number): number {
  if (setting === 'public') return 0;
  return setting === 'now' ? 1 : interfacesThen(peak, memoryMegabytes);
}

const seconds = (value: number | null | undefined): string =>
  value === null || value === undefined ? NOTHING : formatDuration(value);

export function ThenAndNow({ scenario, memoryMegabytes }: { scenario: StageScenario; memoryMegabytes: number }) {
  const say = useText();
  const pool = usePoolRuns<string>();
  const scenarios = useMemo(() => settingIds.map((setting) => inSetting(scenario, setting)), [scenario]);
  const key = JSON.stringify(scenarios);
  return (
    <section className={lab.part} aria-label={say('lab.network.compare')}>
      <h3>{say('lab.network.compare')}</h3>
      <p className={lab.quiet}>{say('lab.network.compare.what')}</p>
      <PoolButton runs={pool} label={say('lab.network.compare.run')} onStart={() => pool.start(key, scenarios)} />
      {pool.key !== null && pool.key !== key && <p className={lab.quiet}>{say('lab.network.compare.again')}</p>}
      {pool.reports.size > 0 && (
        <div className={lab.scroll}>
          <table className={`numbers ${lab.ownWidth} ${lab.cards} ${styles.table}`}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {say(`lab.network.compare.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {settingIds.map((setting, n) => (
                <Row key={setting} setting={setting} report={pool.reports.get(n)} memoryMegabytes={memoryMegabytes} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className={lab.quiet}>{say('lab.network.compare.formula')}</p>
    </section>
  );
}

const columns = ['setting', 'cold', 'p50', 'p99', 'peak', 'interfaces', 'slowest'] as const;

function Row({
  setting,
  report,
  memoryMegabytes,
}: {
  setting: Setting;
  report: RunReport | undefined;
  memoryMegabytes: number;
}) {
  const say = useText();
  const found = report?.components.find(({ id }) => id === 'handler');
  const own = found?.kind === 'function' ? found : undefined;
  const peak = own?.concurrency.maximum;
  return (
    <tr>
      <th scope="row">{say(`lab.network.compare.${setting}`)}</th>
      <td className="number" data-label={say('lab.network.compare.cold')}>
        {own === undefined ? NOTHING : formatCount(own.coldStarts)}
      </td>
      <td className="number" data-label={say('lab.network.compare.p50')}>
        {seconds(own?.untilReady.p50Seconds)}
      </td>
      <td className="number" data-label={say('lab.network.compare.p99')}>
        {seconds(own?.untilReady.p99Seconds)}
      </td>
      <td className="number" data-label={say('lab.network.compare.peak')}>
        {peak === undefined ? NOTHING : formatCount(peak)}
      </td>
      <td className="number" data-label={say('lab.network.compare.interfaces')}>
        {peak === undefined ? NOTHING : formatCount(interfacesIn(setting, peak, memoryMegabytes))}
      </td>
      <td className="number" data-label={say('lab.network.compare.slowest')}>
        {seconds(report?.untilAccepted.maximumSeconds)}
      </td>
    </tr>
  );
}
