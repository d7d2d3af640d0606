/** What each rule of the bus has taken, up to the moment that is shown: counted in the run. */
import type { BusRule } from '../../../models/parameters.ts';
import type { EventBusView } from '../../../playback/views/event-bus-view.ts';
import { formatCount, formatShare } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import styles from './Rules.module.css';

export interface RuleCountsProps {
  rules: readonly BusRule[];
  /** Live: read while rendering. Null before the first picture. */
  view: EventBusView | null;
  /** Name of the rule that is edited. */
  edited: string;
  nameOf: (rule: BusRule) => string;
}

export function RuleCounts({ rules, view, edited, nameOf }: RuleCountsProps) {
  const say = useText();
  const published = view?.published ?? 0;
  return (
    <div className={lab.part}>
      <h2>{say('lab.bus-rules.counts')}</h2>
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col">{say('lab.bus-rules.rule')}</th>
            <th scope="col">{say('lab.bus-rules.counts.matched')}</th>
            <th scope="col">{say('lab.bus-rules.counts.not')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule, number) => {
            const taken = view?.rules.get(number)?.matched ?? 0;
            return (
              <tr key={rule.name} data-edited={rule.name === edited}>
                <th scope="row">{nameOf(rule)}</th>
                <td className="number">
                  {formatCount(taken)}
                  <Bar share={published === 0 ? 0 : taken / published} />
                </td>
                <td className="number">{formatCount(published - taken)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('lab.bus-rules.counts.unmatched')}</th>
            <td className="number">{formatCount(view?.unmatched ?? 0)}</td>
            <td>{say('lab.bus-rules.counts.of', { n: published })}</td>
          </tr>
        </tfoot>
      </table>
      <p className={lab.quiet}>{say('lab.bus-rules.counts.what')}</p>
    </div>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <span className={styles.bar} title={formatShare(share)} aria-hidden="true">
      <span style={{ width: `${100 * share}%` }} />
    </span>
  );
}
