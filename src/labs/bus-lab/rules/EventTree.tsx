/** Event and pattern side by side, field by field: ticked, crossed or not asked for, each with its reason. */
import { Check, Minus, X } from 'lucide-react';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import type { EventRow } from './event-rows.ts';
import styles from './Rules.module.css';

const signs = { yes: Check, no: X, unasked: Minus } as const;

export function EventTree({ rows }: { rows: readonly EventRow[] }) {
  const say = useText();
  return (
    <table className={`${lab.cards} ${styles.tree}`}>
      <caption className="for-readers">{say('lab.bus-rules.tree')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('lab.bus-rules.tree.field')}</th>
          <th scope="col">{say('lab.bus-rules.tree.event')}</th>
          <th scope="col">{say('lab.bus-rules.tree.pattern')}</th>
          <th scope="col">{say('lab.bus-rules.tree.result')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row: { depth, name, event, pattern, result, reasons } }: { row: EventRow }) {
  const say = useText();
  const Sign = signs[result];
  return (
    <tr data-result={result}>
      <th scope="row" style={{ paddingInlineStart: `${0.5 + depth}rem` }}>
        <span className={styles.fieldName}>{name}</span>
      </th>
      <td className={styles.code} data-label={say('lab.bus-rules.tree.event')}>
        {event ?? <em>{say('lab.bus-rules.tree.nothing')}</em>}
      </td>
      <td className={styles.code} data-label={say('lab.bus-rules.tree.pattern')}>
        {pattern ?? ''}
      </td>
      <td className={styles.why}>
        <Sign className={styles.sign} aria-hidden="true" />
        <span>
          <strong>{say(`lab.bus-rules.tree.${result}`)}.</strong> {reasons.join(' ')}
        </span>
      </td>
    </tr>
  );
}
