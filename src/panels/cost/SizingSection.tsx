/** Advice on sizes, on demand: each fleet is tried with other numbers, and what came of it is said in words. */
import { Scaling } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { RunReport } from '../../scenario/report.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import { isVariantId } from '../../stores/run-ids.ts';
import { runSearches, type Searching } from '../../stores/searches.ts';
import { useRun, useRunState, useSession } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatDuration, formatMoney, formatNumber, formatShare, NOTHING } from '../../ui/format.ts';
import { type Say, useText, useVocabulary } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import styles from './SizingSection.module.css';
import { type Advice, adviseOn, fleetsOf, numbersFor, TOLERANCE, withNumber } from './sizing.ts';

/** Advice for one scenario, as far as it has come. */
interface Found {
  scenario: StageScenario;
  status: 'running' | 'done' | 'stopped';
  advice: readonly Advice[];
  fleets: number;
  failure: string | null;
}

export function SizingSection() {
  const say = useText();
  const session = useSession();
  const scenario = useRunState((state) => state.scenario);
  const report = useRunState((state) => state.report);
  const [found, setFound] = useState<Found | null>(null);
  const pool = useRef<Searching | null>(null);
  const finder = useRef<HTMLButtonElement>(null);
  const stop = (): void => {
    pool.current?.stop();
    pool.current = null;
  };
  // What is being tried is of no use any more once the scenario is another, or nobody looks.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scenario is what it hangs on.
  useEffect(() => stop, [scenario]);

  const find = (of: RunReport): void => {
    const { prices } = session.settings.getState();
    const fleets = fleetsOf(scenario, of);
    setFound({ scenario, status: 'running', advice: [], fleets: fleets.length, failure: null });
    const change = (to: (was: Found) => Partial<Found>): void =>
      setFound((was) => (was === null ? was : { ...was, ...to(was) }));
    pool.current = runSearches(
      fleets.map((fleet) => adviseOn(scenario, of, fleet, prices)),
      {
        found: (_, advice) => change((was) => ({ advice: [...was.advice, advice] })),
        failed: (_, failure) => change(() => ({ failure })),
        ended: () => change(() => ({ status: 'done' })),
      },
    );
  };
  // Advice is about the scenario for which it was found.
  const shown = found?.scenario === scenario ? found : null;

  return (
    <div className={styles.sizing}>
      {shown?.status === 'running' ? (
        <Button
          ref={finder}
          onClick={() => {
            stop();
            setFound((was) => was && { ...was, status: 'stopped' });
          }}
        >
          {say('sizing.stop')}
        </Button>
      ) : (
        <Button ref={finder} icon={<Scaling />} unavailable={report === null} onClick={() => report && find(report)}>
          {say('sizing.find')}
        </Button>
      )}
      <div role="status" className={styles.found}>
        {shown && <Told found={shown} say={say} onTried={() => finder.current?.focus()} />}
      </div>
    </div>
  );
}

interface ToldProps {
  found: Found;
  say: Say;
  /** Advice that is tried goes away with the scenario that it was about, and so does its button. */
  onTried: () => void;
}

function Told({ found: { status, advice, fleets, failure }, say, onTried }: ToldProps) {
  if (fleets === 0) return <p>{say('sizing.none')}</p>;
  return (
    <>
      {status === 'running' && <p>{say('sizing.finding', { done: advice.length, fleets })}</p>}
      {failure !== null && <p>{say('costs.failed', { message: failure })}</p>}
      <ul>
        {advice.map((each) => (
          <li key={each.fleet.component}>
            <AdviceWords advice={each} onTried={onTried} />
          </li>
        ))}
      </ul>
      {advice.length > 0 && <p className={styles.quiet}>{say('sizing.same', { percent: TOLERANCE * 100 })}</p>}
    </>
  );
}

function AdviceWords({ advice, onTried }: { advice: Advice; onTried: () => void }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const run = useRun();
  const { fleet, kind, to } = advice;
  const isBetter = kind === 'fewer' || kind === 'more';
  const tryIt = (): void => {
    const numbers = numbersFor(fleet, to);
    if (isVariantId(run.id)) {
      for (const [name, value] of Object.entries(numbers)) session.vary(run.stage, fleet.component, name, value);
    } else session.rearrange((scenario) => (scenario.stage === run.stage ? withNumber(scenario, fleet, to) : scenario));
    onTried();
  };
  return (
    <>
      <p>
        {fleet.used === null
          ? say('sizing.unused', { name: nameOf(vocabulary, fleet.component) })
          : say('sizing.used', { name: nameOf(vocabulary, fleet.component), share: formatShare(fleet.used) })}{' '}
        {adviceText(advice, say)}
      </p>
      {isBetter && session.canChange() && (
        <Button weight="bare" className={styles.try} onClick={tryIt}>
          {say('sizing.try')}
        </Button>
      )}
    </>
  );
}

/** The advice as a sentence, without what it was used for. */
function adviceText({ fleet, kind, to, before, after }: Advice, say: Say): string {
  const times = { before: timeWords(before.p95Seconds), after: timeWords(after.p95Seconds) };
  const saved = before.perHourUsd - after.perHourUsd;
  if (kind === 'least') return say('sizing.least');
  if (kind === 'keep') return say(before.badShare > 0.01 ? 'sizing.notThis' : 'sizing.keep');
  if (kind === 'more') {
    const shares = { from: formatShare(before.badShare), to: formatShare(after.badShare), usd: formatMoney(-saved) };
    return fleet.turned === 'size'
      ? say('sizing.more', { n: to - fleet.set, ...shares })
      : say('sizing.more.minimum', { n: to, ...shares });
  }
  const cost = Math.abs(saved) < before.perHourUsd / 1000 ? say('sizing.costsSame') : costWords(saved, say);
  if (fleet.turned === 'size') return say('sizing.fewer', { n: fleet.set - to, ...times, cost });
  return say(fleet.turned === 'minimum' ? 'sizing.fewer.minimum' : 'sizing.fewer.maximum', {
    n: to,
    set: fleet.set,
    ...times,
    cost,
  });
}

/** To three digits, so that a small difference is seen. */
function timeWords(seconds: number | null): string {
  if (seconds === null) return NOTHING;
  return seconds >= 1 && seconds < 60 ? `${formatNumber(seconds)} s` : formatDuration(seconds);
}

function costWords(saved: number, say: Say): string {
  return saved > 0
    ? say('sizing.costsLess', { usd: formatMoney(saved) })
    : say('sizing.costsMore', { usd: formatMoney(-saved) });
}
