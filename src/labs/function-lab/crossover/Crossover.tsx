/** The instrument of the crossover: what the same work costs on functions and on instances, against traffic. */
import { useMemo, useState } from 'react';
import { CostChart } from '../../../compare/costs/CostChart.tsx';
import {
  type Crossover as Crossing,
  ownPricesIn,
  perThousandUsd,
  toldCrossoversIn,
} from '../../../compare/costs/crossovers.ts';
import type { Point } from '../../../compare/costs/fit.ts';
import { IdleBars } from '../../../compare/costs/IdleBars.tsx';
import { NearPoints, PointPicker } from '../../../compare/costs/PointPicker.tsx';
import { Progress } from '../../../compare/costs/Progress.tsx';
import { vcpuOf } from '../../../models/function/runtimes.ts';
import type { StepProgram } from '../../../models/parameters.ts';
import { OwnPrices } from '../../../panels/cost/OwnPrices.tsx';
import { nodesOf } from '../../../scenario/create-simulation.ts';
import { newScenario } from '../../../scenario/new-scenario.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { varied } from '../../../stores/scenario-edits.ts';
import { useRunState, useSession } from '../../../stores/session-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import {
  formatDuration,
  formatMegabytes,
  formatMoney,
  formatNumber,
  formatShare,
  NOTHING,
} from '../../../ui/format.ts';
import { BY_HAND } from '../../../ui/media.ts';
import { Slider } from '../../../ui/Slider.tsx';
import { useMedia } from '../../../ui/use-media.ts';
import { type Say, useText } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import { MemoryControl } from '../memory/MemoryControl.tsx';
import { useDraft } from '../memory/use-draft.ts';
import styles from './Crossover.module.css';
import {
  CALL_RATES,
  type CrossoverId,
  contestants,
  contestOf,
  FUNCTIONS,
  INSTANCES,
  parametersOf,
  shownSecondsAt,
  type Terms,
} from './contest.ts';
import type { Tried } from './crossovers-store.ts';
import { useCrossovers } from './use-crossovers.ts';

type CallPoint = Point<CrossoverId>;
const amounts = ['million', 'hour'] as const;
type Amount = (typeof amounts)[number];

const SECONDS_PER_HOUR = 3600;
/** What is drawn, of the dollars for 1,000 calls. */
const drawn: Readonly<Record<Amount, (perThousandUsd: number, ratePerSecond: number) => number>> = {
  million: (perThousand) => perThousand * 1000,
  hour: (perThousand, ratePerSecond) => (perThousand / 1000) * ratePerSecond * SECONDS_PER_HOUR,
};
const LEGEND = 'lab-crossover-legend';
/** Height of the chart, wide and narrow, rem. Our choice: the instrument has half of the page. */
const HEIGHTS = [15, 13] as const;
/** Which traffic is shown side by side where nothing was read and nothing crosses, calls per second. Our choice. */
const USUAL_RATE = 3;

/** The terms that a form of the bench is set to, as far as it says them. */
function termsIn(scenario: StageScenario, or: Terms): Terms {
  const nodes = nodesOf(scenario);
  const handler = nodes.find(({ id }) => id === 'handler');
  const worker = handler ?? nodes.find(({ id }) => id === 'servers');
  const [step] = (worker?.params['steps'] ?? []) as readonly StepProgram[];
  const [work] = step?.work ?? [];
  return {
    seconds: work?.seconds.kind === 'constant' ? work.seconds.value : or.seconds,
    cpuShare: work?.cpuShare ?? or.cpuShare,
    memoryMegabytes: handler === undefined ? or.memoryMegabytes : Number(handler.params['memoryMegabytes']),
  };
}

const usualTerms = termsIn(newScenario(FUNCTIONS), { seconds: 0, cpuShare: 0, memoryMegabytes: 0 });

function isSame(one: Terms, other: Terms): boolean {
  return (
    one.seconds === other.seconds && one.cpuShare === other.cpuShare && one.memoryMegabytes === other.memoryMegabytes
  );
}

export function Crossover({ stage }: InstrumentProps) {
  const say = useText();
  const session = useSession();
  const scenario = useRunState((state) => state.scenario);
  const { terms, choose, state, tried, book, start, stop } = useCrossovers(termsIn(scenario, usualTerms));
  const contest = useMemo(() => contestOf(terms), [terms]);
  const [amount, setAmount] = useState<Amount>('million');
  const [read, setRead] = useState<CallPoint | null>(null);
  const [near, setNear] = useState<readonly CallPoint[]>([]);
  const byHand = useMedia(BY_HAND);
  const lineName = (id: CrossoverId): string => say(`lab.function-crossover.line.${id}`);
  const { curves, idle } = state;
  const crossings = toldCrossoversIn(contest, curves, book);
  // What was read before the terms were others is read anew.
  const shown = read && (curves[read.stage].find((point) => point.ratePerSecond === read.ratePerSecond) ?? null);

  /** Gives the run on screen this work. */
  const give = (to: Terms): void =>
    session.rearrange((before) => varied(before, parametersOf(stage as CrossoverId, to)));
  const decide = (to: Terms): void => {
    choose(to);
    give(to);
  };
  const memory = useDraft(terms.memoryMegabytes, (memoryMegabytes) => decide({ ...terms, memoryMegabytes }));
  const rate = shown?.ratePerSecond ?? roughly(crossings[0]?.ratePerSecond ?? USUAL_RATE);

  const sideBySide = (): void => {
    const duration = shownSecondsAt(rate);
    const sizes = curves[INSTANCES].findLast(({ ratePerSecond }) => ratePerSecond <= rate)?.sizes ?? {};
    session.compare([FUNCTIONS, INSTANCES]);
    session.show('compare');
    session.rearrange((before) => contest.scenarioAt(before.stage as CrossoverId, rate, sizes, duration));
    session.seek(0);
  };
  const onRead = (point: CallPoint, among: readonly CallPoint[] = []): void => {
    setRead(point);
    setNear(among);
  };
  return (
    <div className={lab.whole}>
      <header className={lab.head}>
        <p className={lab.lead}>{say('stage.function-crossover.line')}.</p>
        <OwnPrices n={ownPricesIn(contestants, curves, idle, book)} />
        <Progress state={state} onStart={start} onStop={stop} />
      </header>
      <div className={styles.parts}>
        <section className={styles.controls} aria-label={say('lab.function-crossover.controls')}>
          <Slider
            label={say('lab.function-crossover.seconds')}
            help={say('lab.function-crossover.seconds.help')}
            value={terms.seconds}
            range={{ min: 0.02, max: 5, log: true }}
            format={formatDuration}
            onChange={(seconds) => decide({ ...terms, seconds })}
          />
          <Slider
            label={say('lab.function-crossover.share')}
            help={say('lab.function-crossover.share.help')}
            value={terms.cpuShare}
            range={{ min: 0, max: 1 }}
            format={formatShare}
            onChange={(cpuShare) => decide({ ...terms, cpuShare })}
          />
          <MemoryControl value={memory.shown} onMove={memory.move} onDecide={memory.decide} />
          <p className={lab.quiet}>
            {say('lab.function-crossover.vcpu', { vcpu: formatNumber(vcpuOf(memory.shown)) })}
          </p>
          {!isSame(termsIn(scenario, terms), terms) && (
            <p className={styles.other}>
              {say('lab.function-crossover.other')}{' '}
              <Button onClick={() => give(terms)}>{say('lab.function-crossover.give')}</Button>
            </p>
          )}
          <Button weight="strong" onClick={sideBySide}>
            {say('lab.function-crossover.sideBySide', { rate: formatNumber(rate) })}
          </Button>
        </section>
        <section className={styles.chart}>
          <Choice
            label={say('lab.function-crossover.amount')}
            options={amounts.map((id) => ({ value: id, label: say(`lab.function-crossover.amount.${id}`) }))}
            value={amount}
            onChange={setAmount}
          />
          <p className={styles.sentence} role="status">
            {crossings.length > 0
              ? crossings.map((crossing) => crossingWords(crossing, say)).join(' ')
              : noCrossing(state.status, curves, book, say)}
            {crossings.length > 0 && state.status !== 'done' && ` ${say('lab.function-crossover.soFar')}`}
          </p>
          <CostChart
            stages={contestants}
            rates={CALL_RATES}
            curves={curves}
            crossings={crossings}
            book={book}
            amount={drawn[amount]}
            words={{
              chart: say(`lab.function-crossover.chart.${amount}`),
              nameOf: lineName,
              axisX: say('lab.function-crossover.axis.x'),
              axisY: say(`lab.function-crossover.axis.${amount}`),
              point: (point, usd) => pointWords(point, usd, amount, say),
            }}
            heights={HEIGHTS}
            read={shown}
            describedBy={LEGEND}
            onRead={onRead}
          />
          <div className={styles.readout}>
            <PointPicker stages={contestants} nameOf={lineName} curves={curves} read={shown} onRead={onRead} />
            <Readout point={shown} usd={shown && perThousandUsd(shown, book)} byHand={byHand} />
            <NearPoints nameOf={lineName} near={near} read={shown} onRead={onRead} />
          </div>
          <p id={LEGEND} className={lab.quiet}>
            {say('lab.function-crossover.legend')} {!byHand && say('costs.legend.keys')}
          </p>
        </section>
        <div className={styles.side}>
          <IdleBars
            stages={contestants}
            nameOf={lineName}
            idle={idle}
            book={book}
            words={{
              title: say('lab.function-crossover.idle'),
              what: say('lab.function-crossover.idle.what', { hours: book.monthHours }),
            }}
          />
          <History tried={tried} terms={terms} book={book} onChoose={decide} />
        </div>
      </div>
      <p className={lab.quiet}>{say('lab.function-crossover.how')}</p>
    </div>
  );
}

type Book = Parameters<typeof perThousandUsd>[1];
type CallCurves = Readonly<Record<CrossoverId, readonly CallPoint[]>>;

/** Two digits: a crossing is not known better. */
function roughly(rate: number): number {
  return Number(rate.toPrecision(2));
}

function crossingWords({ below, above, ratePerSecond, usd }: Crossing<CrossoverId>, say: Say): string {
  return say('lab.function-crossover.crossing', {
    rate: formatNumber(roughly(ratePerSecond)),
    below: say(`lab.function-crossover.name.${below}`),
    above: say(`lab.function-crossover.name.${above}`),
    million: formatMoney(drawn.million(usd, ratePerSecond)),
    hour: formatMoney(drawn.hour(usd, ratePerSecond)),
  });
}

/** What there is to say where nothing crosses: nothing is known yet, or the one is the cheaper throughout. */
function noCrossing(
  status: Parameters<typeof Progress>[0]['state']['status'],
  curves: CallCurves,
  book: Book,
  say: Say,
): string {
  if (status !== 'done') return say('lab.function-crossover.none.yet');
  const both = CALL_RATES.flatMap((rate) => {
    const [a, b] = contestants.map((id) => {
      const point = curves[id].find(({ ratePerSecond }) => ratePerSecond === rate);
      return point ? perThousandUsd(point, book) : null;
    });
    return a == null || b == null ? [] : [{ rate, isFunction: a < b }];
  });
  const [first, last] = [both[0], both.at(-1)];
  if (first === undefined || last === undefined) return say('lab.function-crossover.none.yet');
  return say('lab.function-crossover.none', {
    name: say(`lab.function-crossover.name.${first.isFunction ? FUNCTIONS : INSTANCES}`),
    from: formatNumber(first.rate),
    to: formatNumber(last.rate),
  });
}

function pointWords(point: CallPoint, usd: number | null, amount: Amount, say: Say): string {
  const at = { name: say(`lab.function-crossover.line.${point.stage}`), rate: formatNumber(point.ratePerSecond) };
  if (usd === null) return say('lab.function-crossover.point.cannot', at);
  return say(`lab.function-crossover.point.${amount}`, { ...at, usd: formatMoney(usd) });
}

/** The figures of one point, in words. */
function Readout({ point, usd, byHand }: { point: CallPoint | null; usd: number | null; byHand: boolean }) {
  const say = useText();
  if (point === null) return <p>{say(byHand ? 'costs.readout.none.touch' : 'costs.readout.none')}</p>;
  if (usd === null) {
    return <p aria-live="polite">{pointWords(point, null, 'million', say)}</p>;
  }
  const machines = point.meanInstances['servers'];
  return (
    <div aria-live="polite">
      <p className={styles.what}>
        {say('lab.function-crossover.read', {
          name: say(`lab.function-crossover.line.${point.stage}`),
          rate: formatNumber(point.ratePerSecond),
          million: formatMoney(drawn.million(usd, point.ratePerSecond)),
          hour: formatMoney(drawn.hour(usd, point.ratePerSecond)),
        })}
      </p>
      <p>
        {machines === undefined
          ? say('costs.sized.none')
          : say('lab.function-crossover.machines', { n: Number(machines.toPrecision(2)) })}{' '}
        {say('lab.function-crossover.took', {
          time: point.p95Seconds === null ? NOTHING : formatDuration(point.p95Seconds),
          started: point.started,
        })}
      </p>
    </div>
  );
}

interface HistoryProps {
  tried: readonly Tried[];
  terms: Terms;
  book: Book;
  onChoose: (terms: Terms) => void;
}

/** Where it crossed under other terms; to go back to any of them. */
function History({ tried, terms, book, onChoose }: HistoryProps) {
  const say = useText();
  if (tried.length < 2) return null;
  return (
    <section className={styles.history} aria-labelledby="lab-crossover-tried">
      <h3 id="lab-crossover-tried">{say('lab.function-crossover.tried')}</h3>
      <ul>
        {tried.map(({ terms: each, costs }) => {
          const { curves } = costs.state.getState();
          const rates = toldCrossoversIn(contestOf(each), curves, book).map(({ ratePerSecond }) =>
            formatNumber(roughly(ratePerSecond)),
          );
          return (
            <li key={Object.values(each).join(' ')}>
              <Button weight="bare" wide aria-pressed={isSame(each, terms)} onClick={() => onChoose(each)}>
                {say('lab.function-crossover.tried.one', {
                  seconds: formatDuration(each.seconds),
                  share: formatShare(each.cpuShare),
                  memory: formatMegabytes(each.memoryMegabytes),
                  rates: rates.length === 0 ? NOTHING : rates.join(', '),
                })}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
