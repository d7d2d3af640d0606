/** What archive and replay cost: the lines of the bill that are theirs, for the whole run. */
import { rebilled } from '../../../cost/bill.ts';
import { bookWith } from '../../../cost/prices.ts';
import { useRunState, useSettings } from '../../../stores/session-context.tsx';
import { formatMoney, formatNumber, formatUnitPrice } from '../../../ui/format.ts';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { LAB_BUS } from '../bus.ts';

const lines = ['custom-events', 'archiving', 'storage', 'replayed-events'] as const;

export function Prices() {
  const say = useText();
  const report = useRunState((run) => run.report);
  const book = bookWith(useSettings(({ prices }) => prices));
  const own = rebilled(report?.bill.lines ?? [], book).filter(({ component }) => component === LAB_BUS);
  return (
    <PanelSection title={say('lab.bus-archive.prices')}>
      {report === null ? (
        <p className={lab.quiet}>{say('cost.bill.wait')}</p>
      ) : (
        <table className="numbers">
          <tbody>
            {lines.map((what) => {
              const line = own.find((each) => each.what === what);
              return (
                <tr key={what}>
                  <th scope="row">{say(`lab.bus-archive.price.${what}`)}</th>
                  <td className="number">
                    {line ? `${formatNumber(line.amount)} × ${formatUnitPrice(line.unitPriceUsd)}` : '0'}
                  </td>
                  <td className="number">{formatMoney(line?.sumUsd ?? 0)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <p className={lab.quiet}>{say('lab.bus-archive.prices.what')}</p>
    </PanelSection>
  );
}
