/** The bill of a run, line by line: what, how much, at what price, from which source. */
import { type BillLine, leftOut } from '../../cost/bill.ts';
import { listPrices, priceOf } from '../../cost/prices.ts';
import type { BillReport } from '../../scenario/report.ts';
import { useRunState } from '../../stores/session-context.tsx';
import { isTextKey, text, type Vocabulary } from '../../text/text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatLength, formatMoney, formatNumber, formatUnitPrice } from '../../ui/format.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import styles from './BillDialog.module.css';

export function BillDialog({ onClose }: { onClose: () => void }) {
  const say = useText();
  const report = useRunState((state) => state.report);
  return (
    <Dialog title={say('cost.bill.title')} onClose={onClose} wide>
      {report ? (
        <>
          <p>{say('cost.bill.at', { time: formatLength(report.untilSeconds) })}</p>
          <Bill bill={report.bill} />
        </>
      ) : (
        <p>{say('cost.bill.wait')}</p>
      )}
    </Dialog>
  );
}

function Bill({ bill }: { bill: BillReport }) {
  const say = useText();
  const left = leftOut.map((what) => say(`bill.leftOut.${what}`)).join('; ');
  const sources = sourcesOf(bill.lines);
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.bill}>
          <thead>
            <tr>
              <th scope="col">{say('cost.bill.what')}</th>
              <th scope="col" className={styles.figure}>
                {say('cost.bill.amount')}
              </th>
              <th scope="col" className={styles.figure}>
                {say('cost.bill.price')}
              </th>
              <th scope="col" className={styles.figure}>
                {say('cost.bill.sum')}
              </th>
              <th scope="col" className={styles.figure}>
                {say('cost.bill.source')}
              </th>
            </tr>
          </thead>
          <tbody>
            {bill.lines.map((line) => (
              <Line key={`${line.component} ${line.what} ${line.share}`} line={line} sources={sources} />
            ))}
          </tbody>
          <tfoot>
            <Sum words={say('cost.bill.total')} usd={bill.totalUsd} />
            {bill.perThousandWatchableUsd !== null && (
              <Sum words={say('cost.per1000')} usd={bill.perThousandWatchableUsd} />
            )}
          </tfoot>
        </table>
      </div>
      <div className={styles.note}>
        <p>
          {say('cost.bill.note', { region: bill.region, date: bill.pricesAsOf })} {say('bill.leftOut', { what: left })}
        </p>
        <ol className={styles.sources}>
          {sources.map((key) => (
            <li key={key}>{wordsOfSource(key)}</li>
          ))}
        </ol>
      </div>
    </>
  );
}

function Sum({ words, usd }: { words: string; usd: number }) {
  return (
    <tr>
      <th scope="row" colSpan={3}>
        {words}
      </th>
      <td className={`number ${styles.figure}`}>{formatMoney(usd)}</td>
      <td />
    </tr>
  );
}

function Line({ line, sources }: { line: BillLine; sources: readonly string[] }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const notes = priceOf(listPrices, line.priceId).sources.map((key) => sources.indexOf(key) + 1);
  return (
    <tr>
      <th scope="row">
        {nameOf(vocabulary, line.component)}: {say(`bill.${line.what}`)}
        {line.share !== 'working' && <span className={styles.share}>, {say(`cost.${line.share}`)}</span>}
      </th>
      <td className={`number ${styles.figure}`}>
        {formatNumber(line.amount)} <span className={styles.unit}>{unitWords(line, vocabulary)}</span>
      </td>
      <td className={`number ${styles.figure}`}>{formatUnitPrice(line.unitPriceUsd)}</td>
      <td className={`number ${styles.figure}`}>{formatMoney(line.sumUsd)}</td>
      <td className={`number ${styles.figure} ${styles.unit}`}>{notes.join(', ')}</td>
    </tr>
  );
}

/** The unit in words, where the catalogue has some; else as the price book has it. */
function unitWords({ unit, amount: n }: BillLine, vocabulary: Vocabulary): string {
  const key = `bill.unit.${unit}`;
  return isTextKey(key) ? text(vocabulary, key as 'bill.unit.request', { n }) : unit;
}

/** The sources of all prices on the bill, each once, in the order in which they are first needed. */
function sourcesOf(lines: readonly BillLine[]): string[] {
  return [...new Set(lines.flatMap(({ priceId }) => priceOf(listPrices, priceId).sources))];
}

/** Title of a source, with its date where it has one. */
function wordsOfSource(key: string): string {
  const source = listPrices.sources[key];
  if (!source) return key;
  return source.date === undefined ? source.title : `${source.title}, ${source.date}`;
}
