/** What each architecture costs in a month in which nobody comes, as bars. */
import { useId } from 'react';
import type { PriceBook } from '../../cost/prices.ts';
import type { StageId } from '../../stages/catalogue.ts';
import { formatMoney } from '../../ui/format.ts';
import { useText } from '../../ui/use-text.ts';
import { lineOf } from './CostChart.tsx';
import type { CostsState, IdleUse } from './costs-store.ts';
import { usdOf } from './crossovers.ts';
import styles from './IdleBars.module.css';

export interface IdleBarsProps<S extends StageId> {
  stages: readonly S[];
  idle: CostsState<S>['idle'];
  book: PriceBook;
  /** What each is called; by its name where nothing is said. */
  nameOf?: (stage: S) => string;
  words: { title: string; what: string };
}

export function IdleBars<S extends StageId>({ stages, idle, book, nameOf, words }: IdleBarsProps<S>) {
  const say = useText();
  const heading = useId();
  const usd = (use: IdleUse): number => (usdOf(use.used, book) / use.hours) * book.monthHours;
  const most = Math.max(1, ...stages.map((stage) => (idle[stage] ? usd(idle[stage]) : 0)));
  return (
    <section className={styles.idle} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {words.title}
      </h3>
      <dl className={styles.bars}>
        {stages.map((stage) => {
          const use = idle[stage];
          return (
            <div key={stage}>
              <dt>{nameOf?.(stage) ?? say(`stage.${stage as StageId}`)}</dt>
              <dd>
                <span
                  className={styles.bar}
                  style={{
                    inlineSize: `${use ? (usd(use) / most) * 100 : 0}%`,
                    background: lineOf(stage, stages).colour,
                  }}
                  aria-hidden="true"
                />
                <span className="number">
                  {use ? say('costs.idle.value', { usd: formatMoney(usd(use)) }) : say('costs.idle.waits')}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
      <p className={styles.note}>{words.what}</p>
    </section>
  );
}
