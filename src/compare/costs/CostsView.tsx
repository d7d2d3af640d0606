/** Cost against traffic: what 1,000 watchable videos cost in each architecture, from a trickle to a flood. */
import { useState } from 'react';
import { leftOut } from '../../cost/bill.ts';
import type { PriceBook } from '../../cost/prices.ts';
import { datesOfList } from '../../cost/source-dates.ts';
import { serverlessFunctionParameters } from '../../models/function/params.ts';
import { MOST_INSTANCES } from '../../models/instance-group/scaling-params.ts';
import { OwnPrices } from '../../panels/cost/OwnPrices.tsx';
import { nameOf } from '../../panels/names.ts';
import { type LadderId, ladderIds } from '../../stages/catalogue.ts';
import { textOf } from '../../text/text.ts';
import { Fold } from '../../ui/Fold.tsx';
import { formatCount, formatDuration, formatMoney, formatNumber, formatShare, NOTHING } from '../../ui/format.ts';
import { BY_HAND } from '../../ui/media.ts';
import { useMedia } from '../../ui/use-media.ts';
import { type Say, useText, useVocabulary } from '../../ui/use-text.ts';
import { CostChart, wordsOf } from './CostChart.tsx';
import styles from './CostsView.module.css';
import {
  type Crossover,
  type Curves,
  cheapestOver,
  ownPricesIn,
  perThousandUsd,
  toldCrossovers,
  tooMuchForAll,
} from './crossovers.ts';
import type { Point } from './fit.ts';
import { IdleBars } from './IdleBars.tsx';
import { NearPoints, PointPicker } from './PointPicker.tsx';
import { Progress } from './Progress.tsx';
import { RATES } from './traffic.ts';
import { useCosts } from './use-costs.ts';

export function CostsView() {
  const say = useText();
  const { state, book, start, stop } = useCosts();
  const { curves, idle } = state;
  const [read, setRead] = useState<Point | null>(null);
  const [near, setNear] = useState<readonly Point[]>([]);
  const onRead = (point: Point, among: readonly Point[] = []): void => {
    setRead(point);
    setNear(among);
  };
  const byHand = useMedia(BY_HAND);
  const crossings = toldCrossovers(curves, book);
  return (
    <div className={styles.costs}>
      <header className={styles.head}>
        <h2 className={styles.title}>{say('costs.title')}</h2>
        <p>{say('costs.what')}</p>
        <OwnPrices n={ownPricesIn(ladderIds, curves, idle, book)} />
        <Progress state={state} onStart={start} onStop={stop} />
      </header>
      <div className={styles.charts}>
        <section className={styles.chart}>
          <CostChart
            stages={ladderIds}
            rates={RATES}
            curves={curves}
            crossings={crossings}
            book={book}
            words={{
              chart: say('costs.chart'),
              axisX: say('costs.axis.x'),
              axisY: say('costs.axis.y'),
              point: (point, usd) => wordsOf(point, usd, say),
            }}
            read={read}
            describedBy="costs-legend"
            onRead={onRead}
          />
          <div className={styles.readout}>
            <PointPicker stages={ladderIds} curves={curves} read={read} onRead={onRead} />
            <Readout point={read} book={book} byHand={byHand} />
            <NearPoints near={near} read={read} onRead={onRead} />
          </div>
          <p id="costs-legend" className={styles.legend}>
            {say('costs.legend')} {!byHand && say('costs.legend.keys')}
          </p>
        </section>
        <IdleBars
          stages={ladderIds}
          idle={idle}
          book={book}
          words={{ title: say('costs.idle'), what: say('costs.idle.what', { hours: book.monthHours }) }}
        />
      </div>
      <Crossings
        crossings={crossings}
        curves={curves}
        book={book}
        isWhole={state.done === state.wanted}
        isFine={state.status === 'done'}
      />
      <div>
        <Fold title={say('costs.table')}>
          <Figures curves={curves} book={book} />
          <Limits curves={curves} />
        </Fold>
        <Fold title={say('costs.how')}>
          <How book={book} />
        </Fold>
      </div>
    </div>
  );
}

/** The figures of one point, in words. */
function Readout({ point, book, byHand }: { point: Point | null; book: PriceBook; byHand: boolean }) {
  const say = useText();
  if (point === null) return <p>{say(byHand ? 'costs.readout.none.touch' : 'costs.readout.none')}</p>;
  const usd = perThousandUsd(point, book);
  return (
    <div className={styles.told} aria-live="polite">
      <p className={styles.what}>{wordsOf(point, usd, say)}</p>
      {point.cannot !== null && <WhyNot point={point} />}
      {usd !== null && (
        <p>
          <Machines point={point} />{' '}
          {say('costs.took', {
            time: point.p95Seconds === null ? NOTHING : formatDuration(point.p95Seconds),
            bad: formatCount(Math.round(point.badShare * point.started)),
            started: formatCount(point.started),
            runs: point.runs,
          })}
        </p>
      )}
    </div>
  );
}

function Machines({ point }: { point: Point }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const sizes = Object.entries(point.meanInstances).map(([id, n]) => `${nameOf(vocabulary, id)} ${formatNumber(n)}`);
  return sizes.length === 0 ? say('costs.sized.none') : say('costs.sized', { sizes: sizes.join(', ') });
}

function WhyNot({ point: { cannot } }: { point: Point }) {
  const say = useText();
  const vocabulary = useVocabulary();
  if (cannot === null) return null;
  const share = formatShare(Math.min(1, cannot.badShare + cannot.openShare));
  return (
    <p>
      {cannot.limit === 'instances' &&
        say('costs.cannot.instances', {
          needed: formatCount(cannot.needed ?? MOST_INSTANCES),
          component: nameOf(vocabulary, cannot.component ?? ''),
          most: formatCount(MOST_INSTANCES),
          share,
        })}
      {cannot.limit === 'concurrency' &&
        say('costs.cannot.concurrency', {
          atOnce: formatCount(serverlessFunctionParameters.accountConcurrency.real),
          share,
        })}
      {cannot.limit === 'other' && say('costs.cannot.other', { share })}{' '}
      {cannot.reason !== null && say('costs.cannot.reason', { reason: textOf(vocabulary, `reason.${cannot.reason}`) })}
    </p>
  );
}

interface CrossingsProps {
  crossings: readonly Crossover[];
  curves: Curves;
  book: PriceBook;
  /** Whether all points were run. */
  isWhole: boolean;
  /** Whether the crossings were looked at closely. */
  isFine: boolean;
}

/** The crossings in sentences, numbered as in the chart; and who is the cheapest where. */
function Crossings({ crossings, curves, book, isWhole, isFine }: CrossingsProps) {
  const say = useText();
  const stretches = cheapestWords(curves, book, isWhole, say);
  const tooMuch = tooMuchForAll(curves);
  const never = ladderIds.flatMap((stage) => neverCrosses(stage, crossings, curves, book));
  if (crossings.length === 0 && stretches === null) return null;
  return (
    <section className={styles.crossings} aria-labelledby="costs-crossings">
      <h3 id="costs-crossings" className={styles.heading}>
        {say(isWhole ? 'costs.crossings' : 'costs.crossings.soFar')}
      </h3>
      {stretches !== null && (
        <p className={styles.cheapest}>
          {stretches} {tooMuch !== null && say('costs.cheapest.none', { rate: formatNumber(tooMuch) })}
        </p>
      )}
      <ol>
        {crossings.map(({ below, above, ratePerSecond, until }) => (
          <li key={`${below} ${above} ${ratePerSecond}`}>
            {say('costs.crossing', {
              below: say(`stage.${below}`),
              above: say(`stage.${above}`),
              rate: roughly(ratePerSecond),
              until: roughly(until),
            })}
          </li>
        ))}
      </ol>
      {isFine &&
        never.map(({ below, above }) => (
          <p key={`${below} ${above}`}>
            {say('costs.crossing.never', { below: say(`stage.${below}`), above: say(`stage.${above}`) })}
          </p>
        ))}
    </section>
  );
}

/** Two digits: a crossing is not known better. */
function roughly(rate: number): string {
  return formatNumber(Number(rate.toPrecision(2)));
}

/** Whether functions and this one never cross, and which of them is the cheaper one then. */
function neverCrosses(
  stage: LadderId,
  crossings: readonly Crossover[],
  curves: Curves,
  book: PriceBook,
): { below: LadderId; above: LadderId }[] {
  if (stage === 'serverless' || crossings.some(({ below, above }) => below === stage || above === stage)) return [];
  for (const point of curves[stage]) {
    const own = perThousandUsd(point, book);
    const other = curves.serverless.find(({ ratePerSecond }) => ratePerSecond === point.ratePerSecond);
    const functions = other ? perThousandUsd(other, book) : null;
    if (own === null || functions === null || own === functions) continue;
    return own < functions ? [{ below: stage, above: 'serverless' }] : [{ below: 'serverless', above: stage }];
  }
  return [];
}

/** Who is the cheapest, over the traffic at which all were run and one at least can take it; null before there is any. */
function cheapestWords(curves: Curves, book: PriceBook, isWhole: boolean, say: Say): string | null {
  const stretches = cheapestOver(curves, book);
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined) return null;
  const words = stretches.map(({ stage, from, to }, index) => {
    const at = { name: say(`stage.${stage}`), from: roughly(from), to: roughly(to) };
    if (stretches.length === 1) return say('costs.cheapest.all', { name: at.name });
    if (index === 0) return say('costs.cheapest.below', { name: at.name, to: at.to });
    return index === stretches.length - 1
      ? say('costs.cheapest.above', { name: at.name, from: at.from })
      : say('costs.cheapest.between', at);
  });
  const range = { from: formatNumber(first.from), to: formatNumber(last.to), stretches: words.join('; ') };
  if (isWhole) return say('costs.cheapest', range);
  return say(first.from === last.to ? 'costs.cheapest.soFar.one' : 'costs.cheapest.soFar', range);
}

/** The figures of all points that were run for every architecture. */
function Figures({ curves, book }: { curves: Curves; book: PriceBook }) {
  const say = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={say('costs.table')}>
      <table className={`numbers ${styles.table}`}>
        <caption>
          <span>{say('costs.table.caption')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('costs.table.rate')}</th>
            {ladderIds.map((stage) => (
              <th key={stage} scope="col">
                {say(`stage.${stage}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RATES.map((rate) => (
            <tr key={rate}>
              <th scope="row" className="number">
                {formatNumber(rate)}
              </th>
              {ladderIds.map((stage) => (
                <Cell key={stage} point={curves[stage].find((point) => point.ratePerSecond === rate)} book={book} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Where each architecture was first run with more than it can take, and why it cannot. */
function Limits({ curves }: { curves: Curves }) {
  const say = useText();
  const first = ladderIds.flatMap((stage) => curves[stage].find(({ cannot }) => cannot !== null) ?? []);
  if (first.length === 0) return null;
  return (
    <section className={styles.limits} aria-labelledby="costs-limits">
      <h4 id="costs-limits">{say('costs.table.cannot')}</h4>
      <ul>
        {first.map((point) => (
          <li key={point.stage}>
            {wordsOf(point, null, say)}. <WhyNot point={point} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cell({ point, book }: { point: Point | undefined; book: PriceBook }) {
  const say = useText();
  if (point === undefined) return <td>{NOTHING}</td>;
  const usd = perThousandUsd(point, book);
  if (usd === null) return <td className={styles.cannot}>{say('costs.cannot')}</td>;
  const machines = Object.values(point.meanInstances).reduce((sum, n) => sum + n, 0);
  return (
    <td className="number">
      {formatMoney(usd)}
      {machines > 0 && (
        <span className={styles.machines}>
          {say('costs.table.machines', { n: Number(machines.toPrecision(machines >= 100 ? 3 : 2)) })}
        </span>
      )}
    </td>
  );
}

function How({ book }: { book: PriceBook }) {
  const say = useText();
  const what = leftOut.map((each) => say(`bill.leftOut.${each}`)).join('; ');
  const dates = datesOfList();
  return (
    <div className={styles.how}>
      <p>{say('costs.how.settings')}</p>
      <p>{say('costs.how.sizing')}</p>
      <p>{say('costs.how.runs')}</p>
      <p>{say('costs.how.leftOut', { what })}</p>
      <p>{say('costs.how.prices', { region: book.region, date: book.asOf, ...dates })}</p>
    </div>
  );
}
