/** The bill of a run, line by line: what, how much, at what price, from which source; and what it comes to. */
import { useRef } from 'react';
import { type BillLine, leftOut, monthUsd, rebilled, splitOf, totalUsd } from '../../cost/bill.ts';
import { bookWith, listPrices, NO_CHANGES, type Price, type PriceBook, priceOf } from '../../cost/prices.ts';
import { shares } from '../../cost/shares.ts';
import { dateOf } from '../../cost/source-dates.ts';
import type { RunReport } from '../../scenario/report.ts';
import { useRun, useRunState, useSession, useSettings } from '../../stores/session-context.tsx';
import { isTextKey, text, type Vocabulary } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatCount, formatLength, formatMoney, formatNumber, formatShare, NOTHING } from '../../ui/format.ts';
import { type Say, useText, useVocabulary } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import { useFigures } from '../use-figures.ts';
import styles from './BillDialog.module.css';
import { OwnPrices } from './OwnPrices.tsx';
import { PriceField } from './PriceField.tsx';

export function BillDialog({ onClose }: { onClose: () => void }) {
  const say = useText();
  const report = useRunState((state) => state.report);
  // With another price the run is run again; until it is known, what was used is the same.
  const last = useRef(report);
  if (report) last.current = report;
  const shown = last.current;
  return (
    <Dialog title={say('cost.bill.title')} onClose={onClose} wide>
      {shown ? <Bill report={shown} /> : <p>{say('cost.bill.wait')}</p>}
    </Dialog>
  );
}

function Bill({ report: { bill, untilSeconds, uploads } }: { report: RunReport }) {
  const say = useText();
  const book = bookWith(useSettings(({ prices }) => prices));
  const lines = rebilled(bill.lines, book);
  const total = totalUsd(splitOf(lines));
  const sources = sourcesOf(lines, book);
  const ownPrices = [...new Set(lines.map(({ priceId }) => priceId))].filter((id) => priceOf(book, id).isChanged);
  return (
    <>
      <p>{say('cost.bill.at', { time: formatLength(untilSeconds) })}</p>
      <Totals total={total} untilSeconds={untilSeconds} watchable={uploads.watchable} book={book} />
      <Split lines={lines} total={total} />
      <Own n={ownPrices.length} />
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
              <th scope="col" className={styles.source}>
                {say('cost.bill.source')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={`${line.component} ${line.what} ${line.share}`} line={line} book={book} sources={sources} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {say('cost.bill.total')}
                {ownPrices.length > 0 && (
                  <span className={styles.share}>, {say('bill.prices.own', { n: ownPrices.length })}</span>
                )}
              </th>
              <td className={`number ${styles.figure}`}>{formatMoney(total)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <Notes sources={sources} book={book} hasMinimums={lines.some(({ what }) => what === 'instance-minimums')} />
    </>
  );
}

interface TotalsProps {
  total: number;
  untilSeconds: number;
  watchable: number;
  book: PriceBook;
}

/** So far, per run, per hour, per 1,000 videos, and per month with what is assumed for it. */
function Totals({ total, untilSeconds, watchable, book }: TotalsProps) {
  const say = useText();
  const figures = useFigures(useRun());
  const month = monthUsd(total, untilSeconds, book);
  const rows: readonly [words: string, usd: number | null][] = [
    [say('bill.moment'), figures?.soFarUsd ?? null],
    [say('bill.run', { time: formatLength(untilSeconds) }), total],
    [say('bill.hour'), untilSeconds === 0 ? null : (total / untilSeconds) * 3600],
    [say('cost.per1000'), watchable === 0 ? null : (total / watchable) * 1000],
    [say('bill.month'), month],
  ];
  return (
    <div className={styles.totals}>
      <dl>
        {rows.map(([words, usd]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd className="number">{usd === null ? NOTHING : formatMoney(usd)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.assumed}>{say('bill.month.what', { hours: book.monthHours })}</p>
    </div>
  );
}

function Split({ lines, total }: { lines: readonly BillLine[]; total: number }) {
  const say = useText();
  const split = splitOf(lines);
  return (
    <section className={styles.totals} aria-label={say('bill.split')}>
      <h3 className={styles.heading}>{say('bill.split')}</h3>
      <dl>
        {shares.map((share) => (
          <div key={share}>
            <dt>{say(`cost.${share}`)}</dt>
            <dd className="number">
              {say('bill.split.share', {
                usd: formatMoney(split[`${share}Usd`]),
                share: formatShare(total === 0 ? 0 : split[`${share}Usd`] / total),
              })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** How many prices are the reader's own, and the way back. */
function Own({ n }: { n: number }) {
  const say = useText();
  const session = useSession();
  const changed = useSettings(({ prices }) => Object.keys(prices).length);
  return (
    <div className={styles.own}>
      <p className={styles.assumed}>{say('bill.prices.how')}</p>
      <OwnPrices n={n} />
      {/* Stays when there is nothing to go back from, so that it keeps the focus. */}
      <Button unavailable={changed === 0} onClick={() => session.settings.setState({ prices: NO_CHANGES })}>
        {say('bill.prices.back')}
      </Button>
    </div>
  );
}

function Line({ line, book, sources }: { line: BillLine; book: PriceBook; sources: readonly string[] }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const price = priceOf(book, line.priceId);
  const what = `${nameOf(vocabulary, line.component)}: ${say(`bill.${line.what}`)}`;
  const share = line.share === 'working' ? '' : `, ${say(`cost.${line.share}`)}`;
  return (
    <tr>
      <th scope="row">
        {what}
        {share && <span className={styles.share}>{share}</span>}
      </th>
      <td className={`number ${styles.figure}`} data-label={say('cost.bill.amount')}>
        <span>
          {formatNumber(line.amount)}{' '}
          <span className={styles.unit}>{unitWords(line.unit, line.amount, vocabulary)}</span>
        </span>
      </td>
      <td className={styles.figure} data-label={say('cost.bill.price')}>
        <PriceField price={price} item={`${what}${share}`} unit={priceUnit(price, vocabulary)} />
      </td>
      <td className={`number ${styles.figure}`} data-label={say('cost.bill.sum')}>
        {formatMoney(line.sumUsd)}
      </td>
      <td className={`${styles.source} ${styles.unit}`} data-label={say('cost.bill.source')}>
        <SourcesOf price={price} sources={sources} />
      </td>
    </tr>
  );
}

/** Of which day each source of a price is, and its number below; of a price of the reader's own, that it is. */
function SourcesOf({ price, sources }: { price: Price; sources: readonly string[] }) {
  const say = useText();
  if (price.isChanged) return say('bill.source.own');
  return (
    <ul>
      {price.sources.map((key) => {
        const date = dateOf(key, price);
        const n = sources.indexOf(key) + 1;
        return (
          <li key={key}>{date === null ? say('bill.source.undated', { n }) : say('bill.source.date', { date, n })}</li>
        );
      })}
    </ul>
  );
}

interface NotesProps {
  sources: readonly string[];
  book: PriceBook;
  /** Whether something was paid for the least time of a machine alone. */
  hasMinimums: boolean;
}

function Notes({ sources, book, hasMinimums }: NotesProps) {
  const say = useText();
  const left = leftOut.map((what) => say(`bill.leftOut.${what}`)).join('; ');
  return (
    <div className={styles.note}>
      {hasMinimums && <p>{say('bill.minimums')}</p>}
      <p>
        {say('cost.bill.note', { region: book.region, date: book.asOf })} {say('bill.leftOut', { what: left })}
      </p>
      <ol className={styles.sources} aria-label={say('bill.sources')}>
        {sources.map((key) => (
          <li key={key}>{wordsOfSource(key, say)}</li>
        ))}
      </ol>
    </div>
  );
}

/** The unit in words, where the catalogue has some; else as the price book has it. */
function unitWords(unit: string, n: number, vocabulary: Vocabulary): string {
  const key = `bill.unit.${unit}`;
  return isTextKey(key) ? text(vocabulary, key as 'bill.unit.request', { n }) : unit;
}

/** `instance-hour`, or, where the price is for many at once, `1,000,000 requests`. */
function priceUnit({ unit, per }: Price, vocabulary: Vocabulary): string {
  const words = unitWords(unit, per, vocabulary);
  return per === 1 ? words : text(vocabulary, 'bill.unit.many', { per: formatCount(per), unit: words });
}

/** The sources of the list prices on the bill, each once, in the order in which they are first needed. */
function sourcesOf(lines: readonly BillLine[], book: PriceBook): string[] {
  const prices = lines.map(({ priceId }) => priceOf(book, priceId));
  return [...new Set(prices.flatMap(({ sources, isChanged }) => (isChanged ? [] : sources)))];
}

/** Title of a source, its date or that it has none, and from whom it is. */
function wordsOfSource(key: string, say: Say): string {
  const source = listPrices.sources[key];
  if (!source) return key;
  const { title, date, kind } = source;
  const dated = date === undefined ? say('bill.source.isUndated', { title }) : `${title}, ${date}`;
  return kind === undefined ? dated : `${dated}; ${kind}`;
}
