/** The three ways to do long work in a table: what each finishes, loses and costs, from runs in the background. */
import { useId } from 'react';
import type { PriceChanges } from '../../../cost/prices.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { useSession } from '../../../stores/session-context.tsx';
import { textOf } from '../../../text/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatCount, formatDuration, formatMoney, NOTHING } from '../../../ui/format.ts';
import { useText, useVocabulary } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import styles from './Timeouts.module.css';
import { useWays } from './use-ways.ts';
import { type WayResult, ways } from './ways.ts';

interface WaysProps {
  scenario: StageScenario;
  prices: PriceChanges;
}

const columns = ['finished', 'lost', 'open', 'cost', 'wasted', 'longest', 'slowest'] as const;

export function Ways({ scenario, prices }: WaysProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const id = useId();
  const results = useWays(scenario, prices);
  return (
    <div className={lab.part}>
      <h3 id={id}>{say('lab.timeouts.compare')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={lab.scroll} tabIndex={0} aria-label={say('lab.timeouts.compare')}>
        <table className={`${lab.ownWidth} ${lab.cards} ${styles.table}`} aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{say('lab.timeouts.compare.way')}</th>
              {columns.map((each) => (
                <th key={each} scope="col">
                  {say(`lab.timeouts.compare.${each}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ways.map((way, place) => {
              const result = results[place] ?? null;
              return (
                <tr key={way} className={way === scenario.stage ? styles.here : undefined}>
                  <th scope="row">
                    <Button
                      weight="bare"
                      aria-current={way === scenario.stage ? 'true' : undefined}
                      onClick={() => session.show(way)}
                    >
                      {textOf(vocabulary, `form.${way}`)}
                    </Button>
                  </th>
                  {result === null || result === 'failed' ? (
                    <td colSpan={columns.length}>
                      {say(result === null ? 'lab.timeouts.compare.running' : 'lab.timeouts.compare.failed')}
                    </td>
                  ) : (
                    <Cells result={result} />
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <p className={lab.quiet}>{say('lab.timeouts.compare.note')}</p>
    </div>
  );
}

function Cells({ result }: { result: WayResult }) {
  const say = useText();
  const heading = (column: (typeof columns)[number]): string => say(`lab.timeouts.compare.${column}`);
  const { sent, finished, lost, open, costUsd, wastedUsd, longestRunSeconds, slowestSeconds } = result;
  return (
    <>
      <td
        className="number"
        data-label={heading('finished')}
      >{`${formatCount(finished)} ${say('lab.timeouts.of', { n: formatCount(sent) })}`}</td>
      <td className={lost > 0 ? `number ${lab.bad}` : 'number'} data-label={heading('lost')}>
        {formatCount(lost)}
      </td>
      <td className="number" data-label={heading('open')}>
        {formatCount(open)}
      </td>
      <td className="number" data-label={heading('cost')}>
        {formatMoney(costUsd)}
      </td>
      <td className={wastedUsd > 0 ? `number ${lab.bad}` : 'number'} data-label={heading('wasted')}>
        {formatMoney(wastedUsd)}
      </td>
      <td className="number" data-label={heading('longest')}>
        {longestRunSeconds === null ? say('lab.timeouts.compare.unlimited') : formatDuration(longestRunSeconds)}
      </td>
      <td className="number" data-label={heading('slowest')}>
        {slowestSeconds === null ? NOTHING : formatDuration(slowestSeconds)}
      </td>
    </>
  );
}
