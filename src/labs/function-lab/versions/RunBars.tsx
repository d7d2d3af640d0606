/** Runs over time as bars: those that went well, and hatched on top of them those that failed. */
import { useId } from 'react';
import { formatDuration } from '../../../ui/format.ts';
import styles from './RunBars.module.css';
import type { Bin } from './version-log.ts';

export interface RunBarsProps {
  bins: readonly Bin[];
  /** What a bar of full height stands for. */
  most: number;
  /** Where the moment of the clock stands, 0 to 1. */
  until: number;
  /** The same in words, with what is counted. */
  mostLabel: string;
  /** Of the whole run, which is the width. */
  durationSeconds: number;
  /** What is seen, in words. */
  label: string;
}

/** Units of the drawing; it is stretched to the room there is. */
const WIDTH = 400;
const HEIGHT = 48;

export function RunBars({ bins, most, until, mostLabel, durationSeconds, label }: RunBarsProps) {
  const hatch = useId();
  const width = WIDTH / bins.length;
  const heightOf = (n: number): number => (n / most) * HEIGHT;
  return (
    <figure className={styles.plot}>
      <figcaption className={styles.most}>{mostLabel}</figcaption>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        <defs>
          <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className={styles.failed} width="4" height="4" />
            <rect className={styles.stripe} width="1.2" height="4" />
          </pattern>
        </defs>
        {bins.map(({ done, failed }, place) => {
          const x = place * width;
          const top = HEIGHT - heightOf(done);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar stands for its place in time.
            <g key={place}>
              <rect className={styles.done} x={x} y={top} width={width - 1} height={heightOf(done)} />
              <rect
                fill={`url(#${hatch})`}
                x={x}
                y={top - heightOf(failed)}
                width={width - 1}
                height={heightOf(failed)}
              />
            </g>
          );
        })}
        <line className={styles.base} x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} />
        <line className={styles.now} x1={until * WIDTH} y1="0" x2={until * WIDTH} y2={HEIGHT} />
      </svg>
      <div className={styles.times} aria-hidden="true">
        <span>{formatDuration(0)}</span>
        <span>{formatDuration(durationSeconds)}</span>
      </div>
    </figure>
  );
}
