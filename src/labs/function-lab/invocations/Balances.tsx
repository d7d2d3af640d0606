/** What stands in the account of one request on each way, if each write sets the balance, and if each adds to it. */
import { useId } from 'react';
import { formatCount } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { balanceAfter, DEPOSIT, type LaneId, type LaneStory, laneIds } from './lanes.ts';

export function Balances({ stories }: { stories: Readonly<Record<LaneId, LaneStory>> }) {
  const say = useText();
  const id = useId();
  return (
    <div className={lab.part}>
      <h3 id={id}>{say('lab.invocations.balance')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={lab.scroll} tabIndex={0} aria-label={say('lab.invocations.balance')}>
        <table className={lab.ownWidth} aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{say('lab.invocations.balance.way')}</th>
              <th scope="col">{say('lab.invocations.balance.writes')}</th>
              <th scope="col">{say('lab.invocations.balance.recognised')}</th>
              <th scope="col">{say('lab.invocations.balance.set', { n: String(DEPOSIT) })}</th>
              <th scope="col">{say('lab.invocations.balance.add', { n: String(DEPOSIT) })}</th>
              <th scope="col">{say('lab.invocations.balance.others')}</th>
            </tr>
          </thead>
          <tbody>
            {laneIds.map((lane) => {
              const { writes, recognised, othersWrittenAgain } = stories[lane];
              const { set, add } = balanceAfter(writes);
              const isWrong = add > DEPOSIT;
              return (
                <tr key={lane}>
                  <th scope="row">{say(`lab.invocations.lane.${lane}`)}</th>
                  <td className="number">{formatCount(writes)}</td>
                  <td className="number">{formatCount(recognised)}</td>
                  <td className="number">{formatCount(set)}</td>
                  <td className={isWrong ? `number ${lab.bad}` : 'number'}>
                    {isWrong ? say('lab.invocations.balance.wrong', { n: formatCount(add) }) : formatCount(add)}
                  </td>
                  <td className="number">{formatCount(othersWrittenAgain)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <p className={lab.quiet}>{say('lab.invocations.balance.note')}</p>
    </div>
  );
}
