/** The instrument of the bench of memory: what a call takes and costs at each size, and what the last one was billed. */
import { useMemo } from 'react';
import { bookWith, type PriceBook } from '../../../cost/prices.ts';
import { seconds } from '../../../engine/time.ts';
import { serverlessFunctionParameters } from '../../../models/function/params.ts';
import { REFERENCE_VCPU, vcpuOf } from '../../../models/function/runtimes.ts';
import { OwnPrices } from '../../../panels/cost/OwnPrices.tsx';
import { usePlayhead } from '../../../panels/use-playhead.ts';
import { nodesOf } from '../../../scenario/create-simulation.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { handling } from '../../../stages/function-lab/handling.ts';
import { valueAtTime } from '../../../stores/scenario-edits.ts';
import { useRun, useRunState, useSession, useSettings } from '../../../stores/session-context.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { Figure, Figures } from '../../../ui/Figure.tsx';
import {
  formatCount,
  formatDuration,
  formatMoney,
  formatNumber,
  formatShare,
  formatTimes,
  formatUnitPrice,
} from '../../../ui/format.ts';
import { Slider } from '../../../ui/Slider.tsx';
import { type Say, useText } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import {
  type Bests,
  bestsOf,
  type CallPrices,
  callPrices,
  durationOn,
  gbSecondsOf,
  placeAt,
  usdOfCall,
  type Work,
} from './closed-form.ts';
import { lastCallBefore } from './invocation.ts';
import styles from './Memory.module.css';
import { MemoryChart } from './MemoryChart.tsx';
import { MemoryControl } from './MemoryControl.tsx';
import { type Agreement, agreementOf, MEASURED_MEGABYTES, workIn, writeSeconds } from './measured.ts';
import { useDraft } from './use-draft.ts';
import { usePoints } from './use-points.ts';

const LEGEND = 'lab-memory-legend';
const { threads: threadsDeclared } = serverlessFunctionParameters;
const threadOptions = Array.from({ length: threadsDeclared.max }, (_, n) => String(n + 1));
/** Prices that count here. */
const PRICES = ['lambda.requests', 'lambda.gb-s.x86'] as const;

export function Memory({ stage }: InstrumentProps) {
  const say = useText();
  const session = useSession();
  const t = usePlayhead(useRun());
  const scenario = useRunState((state) => state.scenario);
  const changes = useSettings(({ prices }) => prices);
  const book = useMemo(() => bookWith(changes), [changes]);
  const prices = useMemo(() => callPrices(book), [book]);
  const numberNow = (parameter: string): number => Number(valueAtTime(scenario, 'handler', parameter, t));
  const threads = numberNow('threads');
  const timeoutSeconds = numberNow('timeoutSeconds');
  const work = useMemo(() => workIn(scenario, threads), [scenario, threads]);
  const extraSeconds = useMemo(() => writeSeconds(scenario), [scenario]);
  const bests = useMemo(
    () => bestsOf(work, prices, timeoutSeconds, extraSeconds),
    [work, prices, timeoutSeconds, extraSeconds],
  );
  const { points, isWhole, failure } = usePoints(work, timeoutSeconds);
  const memory = useDraft(numberNow('memoryMegabytes'), (size) =>
    session.setParameter('handler', 'memoryMegabytes', size),
  );
  const agreement = agreementOf(points, work, prices, timeoutSeconds, extraSeconds);
  return (
    <div className={lab.whole}>
      <header className={lab.lead}>
        <p>{say(`stage.${stage}.line`)}.</p>
        <OwnPrices n={PRICES.filter((id) => book.prices.get(id)?.isChanged).length} />
      </header>
      <div className={styles.parts}>
        <section className={styles.controls} aria-label={say('lab.function-memory.controls')}>
          <MemoryControl value={memory.shown} onMove={memory.move} onDecide={memory.decide} />
          <p className={styles.vcpu}>
            {say('lab.function-memory.vcpu', {
              vcpu: formatNumber(vcpuOf(memory.shown)),
              usable: formatNumber(Math.min(vcpuOf(memory.shown), threads)),
            })}
          </p>
          <Slider
            label={say('lab.function-memory.share')}
            help={say('lab.function-memory.share.help', {
              usable: formatNumber(Math.min(REFERENCE_VCPU, threads)),
              seconds: formatDuration(durationOn(work, REFERENCE_VCPU)),
            })}
            value={work.cpuShare}
            range={{ min: 0, max: 1 }}
            format={formatShare}
            onChange={(share) => session.setParameter('handler', 'steps', [handling(work.seconds, share)])}
          />
          <Choice
            label={say('lab.function-memory.threads')}
            labelShown
            options={threadOptions.map((n) => ({ value: n, label: n }))}
            value={String(threads)}
            onChange={(n) => session.setParameter('handler', 'threads', Number(n))}
          />
        </section>
        <section className={styles.curves}>
          <MemoryChart
            work={work}
            prices={prices}
            timeoutSeconds={timeoutSeconds}
            extraSeconds={extraSeconds}
            bests={bests}
            points={points}
            memoryMegabytes={memory.shown}
            onMove={memory.move}
            onDecide={memory.decide}
            describedBy={LEGEND}
          />
          <p id={LEGEND} className={lab.quiet}>
            {say('lab.function-memory.legend', { write: formatDuration(extraSeconds) })}
          </p>
          <p role="status" className={lab.quiet}>
            {failure === null
              ? agreementWords(agreement, points.length, isWhole, say)
              : say('lab.function-memory.failed', { message: failure })}
          </p>
        </section>
        <section className={styles.told} aria-live="polite" aria-label={say('lab.function-memory.told')}>
          <Comparison
            work={work}
            prices={prices}
            bests={bests}
            memoryMegabytes={memory.shown}
            extraSeconds={extraSeconds}
            timeoutSeconds={timeoutSeconds}
          />
        </section>
        <LastCall scenario={scenario} t={t} book={book} prices={prices} />
      </div>
    </div>
  );
}

function agreementWords({ most, agrees, tooSlow }: Agreement, done: number, isWhole: boolean, say: Say): string {
  if (!isWhole) return say('lab.function-memory.measuring', { done, of: MEASURED_MEGABYTES.length });
  const late = tooSlow > 0 ? ` ${say('lab.function-memory.late', { n: tooSlow })}` : '';
  if (most === null) return late.trim();
  const share = formatShare(most);
  return say(agrees ? 'lab.function-memory.agrees' : 'lab.function-memory.differs', { share }) + late;
}

interface ComparisonProps {
  work: Work;
  prices: CallPrices;
  bests: Bests | null;
  memoryMegabytes: number;
  extraSeconds: number;
  timeoutSeconds: number;
}

/** What this size, the cheapest and the fastest take and cost; and what twice the memory would do. */
function Comparison({ work, prices, bests, memoryMegabytes, extraSeconds, timeoutSeconds }: ComparisonProps) {
  const say = useText();
  if (bests === null) return <p>{say('lab.function-memory.none', { timeout: formatDuration(timeoutSeconds) })}</p>;
  const { cheapest, fastest } = bests;
  const now = placeAt(work, memoryMegabytes, prices, extraSeconds);
  const twice = placeAt(work, memoryMegabytes * 2, prices, extraSeconds);
  const isLate = now.seconds >= timeoutSeconds;
  const rows = [
    { id: 'now', place: now },
    { id: 'cheapest', place: cheapest },
    { id: 'fastest', place: fastest },
  ] as const;
  return (
    <>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{say('lab.function-memory.size')}</th>
            <th scope="col">MB</th>
            <th scope="col">{say('lab.function-memory.takes')}</th>
            <th scope="col">{say('lab.function-memory.million')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, place }) => (
            <tr key={id}>
              <th scope="row">{say(`lab.function-memory.row.${id}`)}</th>
              <td className="number">{formatCount(place.memoryMegabytes)}</td>
              <td className="number">
                {id === 'now' && isLate ? say('lab.function-memory.row.late') : formatDuration(place.seconds)}
              </td>
              <td className="number">{formatMoney(place.usd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {say('lab.function-memory.compare', {
          times: formatTimes(cheapest.seconds / fastest.seconds),
          more: formatTimes(fastest.usd / cheapest.usd),
        })}
      </p>
      {!isLate && memoryMegabytes * 2 <= serverlessFunctionParameters.memoryMegabytes.max && (
        <p>
          {say('lab.function-memory.twice', {
            memory: formatCount(twice.memoryMegabytes),
            time: formatShare(twice.seconds / now.seconds),
            cost: formatShare(twice.usd / now.usd),
          })}
        </p>
      )}
    </>
  );
}

interface LastCallProps {
  scenario: StageScenario;
  t: number;
  book: PriceBook;
  prices: CallPrices;
}

/** The last call of the run that was over at the moment that is shown, as it was billed. */
function LastCall({ scenario, t, book, prices }: LastCallProps) {
  const say = useText();
  const { reel } = useRun();
  const component = useMemo(() => nodesOf(scenario).findIndex(({ id }) => id === 'handler'), [scenario]);
  const call = lastCallBefore(reel, component, seconds(t));
  const memory = call && Number(valueAtTime(scenario, 'handler', 'memoryMegabytes', call.atSeconds));
  return (
    <section className={styles.bill} aria-labelledby="lab-memory-bill">
      <h3 id="lab-memory-bill">{say('lab.function-memory.bill')}</h3>
      {call === null || memory === null ? (
        <p className={lab.quiet}>{say('lab.function-memory.bill.none')}</p>
      ) : (
        <>
          <Figures>
            <Figure label={say('lab.function-memory.bill.took')} value={milliseconds(call.tookSeconds, 3)} unit="ms" />
            <Figure
              label={say('lab.function-memory.bill.billed')}
              value={milliseconds(call.billedSeconds, 0)}
              unit="ms"
            />
            <Figure
              label={say('lab.function-memory.bill.gb')}
              value={formatNumber(gbSecondsOf(memory, call.billedSeconds))}
              unit="GB-s"
            />
            <Figure
              label={say('lab.function-memory.bill.usd')}
              value={formatMoney(usdOfCall(memory, call.billedSeconds, prices))}
            />
          </Figures>
          <p className={lab.quiet}>
            {say('lab.function-memory.bill.how', {
              memory: formatCount(memory),
              gbSecond: formatUnitPrice(prices.gbSecondUsd),
              request: formatUnitPrice(prices.requestUsd),
            })}{' '}
            {call.startSeconds > 0 &&
              say('lab.function-memory.bill.cold', { start: milliseconds(call.startSeconds, 0) })}{' '}
            {call.failed && say('lab.function-memory.bill.failed')}
          </p>
        </>
      )}
      <p className={lab.quiet}>{say('lab.function-memory.bill.free', { region: book.region })}</p>
    </section>
  );
}

const exact = new Map(
  [0, 3].map((digits) => [digits, new Intl.NumberFormat('en-US', { maximumFractionDigits: digits })]),
);

/** Whole milliseconds, or with what is beyond them: that is what rounding is about. */
function milliseconds(ofSeconds: number, digits: 0 | 3): string {
  return exact.get(digits)?.format(ofSeconds * 1000) ?? '';
}
