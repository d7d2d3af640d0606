/** Waits before a retry, as measured, under the bound from which they are drawn: a closed form, and said to be one. */
import { useSize } from '../../../panels/time/use-size.ts';
import { Fold } from '../../../ui/Fold.tsx';
import { formatDuration } from '../../../ui/format.ts';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import styles from './Deliveries.module.css';
import { boundAfter, type MeasuredWait, summaryOf } from './lanes.ts';

export interface BackoffProps {
  waits: readonly MeasuredWait[];
  baseSeconds: number;
  capSeconds: number;
}

/** Height of the plot and room for figures beside and below it, in rem. */
const HEIGHT_REM = 8;
const LEFT_REM = 3.2;
const BELOW_REM = 1.4;
/** Tries that are drawn at least, and at most. Our choice. */
const LEAST_TRIES = 8;
const MOST_TRIES = 16;
/** Waits that are drawn, the latest ones. Our choice: more lie upon each other. */
const MOST_DOTS = 400;

export function Backoff({ waits, baseSeconds, capSeconds }: BackoffProps) {
  const say = useText();
  const [ref, size] = useSize();
  const summary = summaryOf(waits);
  const [base, cap] = [formatDuration(baseSeconds), formatDuration(capSeconds)];
  const isFlat = baseSeconds > capSeconds;
  return (
    <PanelSection title={say('lab.bus-deliveries.backoff')}>
      <p className={lab.quiet}>{say('lab.bus-deliveries.backoff.what')}</p>
      {isFlat && <p>{say('lab.bus-deliveries.backoff.flat', { base, cap })}</p>}
      <div ref={ref} className={lab.drawing}>
        {size && (
          <Plot
            waits={waits}
            baseSeconds={baseSeconds}
            capSeconds={capSeconds}
            width={size.width}
            rem={size.rem}
            label={say(isFlat ? 'lab.bus-deliveries.backoff.plot.flat' : 'lab.bus-deliveries.backoff.plot', {
              base,
              cap,
              n: waits.length,
            })}
          />
        )}
      </div>
      <Fold title={say('lab.bus-deliveries.backoff.table')}>
        <table className="numbers">
          <thead>
            <tr>
              <th>{say('lab.bus-deliveries.backoff.after')}</th>
              <th>{say('lab.bus-deliveries.backoff.bound')}</th>
              <th>{say('lab.bus-deliveries.backoff.n')}</th>
              <th>{say('lab.bus-deliveries.backoff.range')}</th>
              <th>{say('lab.bus-deliveries.backoff.mean')}</th>
            </tr>
          </thead>
          <tbody>
            {summary.map(({ tries, n, shortest, longest, mean }) => (
              <tr key={tries} className="number">
                <th scope="row">{tries}</th>
                <td>{formatDuration(boundAfter(tries, baseSeconds, capSeconds))}</td>
                <td>{n}</td>
                <td>{`${formatDuration(shortest)} – ${formatDuration(longest)}`}</td>
                <td>{formatDuration(mean)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {summary.length === 0 && <p className={lab.quiet}>{say('lab.bus-deliveries.backoff.none')}</p>}
      </Fold>
    </PanelSection>
  );
}

function Plot({
  waits,
  baseSeconds,
  capSeconds,
  width,
  rem,
  label,
}: BackoffProps & { width: number; rem: number; label: string }) {
  const say = useText();
  const left = LEFT_REM * rem;
  const height = HEIGHT_REM * rem;
  const most = waits.reduce((largest, { tries }) => Math.max(largest, tries), LEAST_TRIES);
  const columns = Math.min(MOST_TRIES, most);
  const pitch = (width - left) / columns;
  const top = Math.max(
    capSeconds,
    waits.reduce((longest, each) => Math.max(longest, each.seconds), 0),
  );
  const yOf = (seconds: number): number => height - (seconds / top) * (height - rem);
  const tries = Array.from({ length: columns }, (_, place) => place + 1);
  const bound = tries
    .map((each, place) => {
      const y = yOf(boundAfter(each, baseSeconds, capSeconds)).toFixed(1);
      return `${place === 0 ? 'M' : 'L'}${left + pitch * place},${y} H${(left + pitch * (place + 1)).toFixed(1)}`;
    })
    .join(' ');
  return (
    <svg width={width} height={height + BELOW_REM * rem} role="img" aria-label={label}>
      <line className={styles.ground} x1={left} x2={width} y1={height} y2={height} />
      <text className={styles.tick} x={left - 6} y={yOf(top) + 4} textAnchor="end">
        {formatDuration(top)}
      </text>
      <text className={styles.tick} x={left - 6} y={height} textAnchor="end">
        0
      </text>
      {waits.slice(-MOST_DOTS).map(({ tries: after, seconds }, place) =>
        after > columns ? null : (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a wait is its place
            key={place}
            className={styles.measured}
            cx={left + pitch * (after - 1) + pitch * (0.2 + 0.6 * ((place * 0.618) % 1))}
            cy={yOf(seconds)}
            r="2.5"
          />
        ),
      )}
      <path className={styles.bound} d={bound} />
      <text className={styles.tick} x={left + 4} y={rem * 0.9}>
        {say('lab.bus-deliveries.backoff.form')}
      </text>
      {tries.map((each) => (
        <text key={each} className={styles.tick} x={left + pitch * (each - 0.5)} y={height + rem} textAnchor="middle">
          {each}
        </text>
      ))}
    </svg>
  );
}
