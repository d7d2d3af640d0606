/** The one burst that all seven meet: how many come, who has come, and where the playhead stands; it can be moved. */
import { Pause, Play, RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { spokenTime } from '../../panels/time/spoken-time.ts';
import type { Series } from '../../scenario/samples.ts';
import { classroomUsers } from '../../stages/classroom-traffic.ts';
import { burstTraffic } from '../../stores/fixed-runs.ts';
import type { Run } from '../../stores/session.ts';
import { useClock, useSession } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatClock, formatRate } from '../../ui/format.ts';
import { LESS_MOTION, NARROW } from '../../ui/media.ts';
import { useMedia } from '../../ui/use-media.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { Legend } from './Legend.tsx';
import styles from './Traffic.module.css';
import { burstTimes } from './verdict.ts';

/** The playhead goes in steps of so many simulated seconds, one or two pixels. Our choice. */
const STEP = 0.25;
/** With reduced motion the playhead goes in steps of so many simulated seconds. Our choice: half a second on the wall. */
const STILL_STEP = 5;

/** How many come a second at the peak. */
const peak = formatRate(burstTimes.peak * classroomUsers.ratePerSecond);

/** `run`: one of the seven; the same people come to all of them. */
export function Traffic({ run, total }: { run: Run; total: number }) {
  const say = useText();
  const narrow = useMedia(NARROW);
  return (
    <div className={styles.traffic}>
      <Controls />
      <Curve run={run} total={total} isBare={narrow} />
      {/* Where the curve is small, its words stand clear of it, and the legend below the seven. */}
      {narrow ? (
        <p className={styles.words}>{say('home.burst.whole', { n: total, peak })}</p>
      ) : (
        <Legend className={styles.legend} />
      )}
    </div>
  );
}

function Controls() {
  const say = useText();
  const session = useSession();
  const playing = useClock((clock) => clock.playing);
  const ended = useClock((clock) => clock.t >= burstTimes.end);
  const does = playing ? 'pause' : ended ? 'again' : 'play';
  const icons = {
    pause: <Pause fill="currentColor" />,
    again: <RotateCcw />,
    play: <Play fill="currentColor" />,
  } as const;
  return (
    <div className={styles.controls}>
      <Button
        weight="strong"
        className={styles.play}
        icon={icons[does]}
        aria-keyshortcuts="Space"
        onClick={() => session.togglePlay()}
      >
        {say(`home.${does}`)}
      </Button>
      <p className={`number ${styles.clock}`}>
        <Clock /> <span className={styles.of}>/ {formatClock(burstTimes.end)}</span>
      </p>
    </div>
  );
}

function Clock() {
  const words = useClock((clock) => formatClock(clock.t));
  return <span>{words}</span>;
}

function Curve({ run, total, isBare }: { run: Run; total: number; isBare: boolean }) {
  const say = useText();
  const session = useSession();
  const vocabulary = useVocabulary();
  const isStill = useMedia(LESS_MOTION);
  const step = isStill ? STILL_STEP : STEP;
  const t = useClock((clock) => Math.floor(clock.t / step + 1e-6) * step);
  useStore(run.store, (state) => state.version);
  const { series } = run.store.getState();
  const known = series?.length ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the series grows in place; its length says that it did.
  const ticks = useMemo(() => (series ? ticksOf(series) : ''), [series, known]);
  const share = t / burstTimes.end;
  return (
    <div className={styles.curve}>
      <svg
        viewBox={`0 0 ${burstTimes.end} 100`}
        preserveAspectRatio="none"
        className={styles.drawing}
        aria-hidden="true"
      >
        <path className={styles.rest} d={silhouette} />
        <path className={styles.past} d={silhouette} style={{ clipPath: `inset(0 ${(1 - share) * 100}% 0 0)` }} />
        <path className={styles.ticks} d={ticks} />
      </svg>
      {!isBare && (
        <>
          <p className={styles.peak} style={{ insetInlineStart: `${(burstTimes.until / burstTimes.end) * 100}%` }}>
            {say('home.burst', { n: total, peak })}
          </p>
          <p className={styles.none} style={{ insetInlineStart: `${(burstTimes.last / burstTimes.end) * 100}%` }}>
            {say('home.nobody')}
          </p>
        </>
      )}
      <input
        type="range"
        className={styles.playhead}
        aria-label={say('home.time')}
        aria-valuetext={spokenTime(vocabulary, t)}
        min={0}
        max={burstTimes.end}
        step={0.1}
        value={t}
        onChange={(event) => session.seek(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}

/** Where the baseline lies, and how high the peak reaches over it, of 100. */
const BASE = 84;
const REACH = 80;

/** The rate at which people come, as it was set. */
const silhouette = silhouetteOf(burstTraffic.factors, burstTraffic.binSeconds);

function silhouetteOf(factors: readonly number[], binSeconds: number): string {
  const steps = factors.map((factor, index) => {
    const y = BASE - (factor / burstTimes.peak) * REACH;
    return `L${index * binSeconds} ${y}L${(index + 1) * binSeconds} ${y}`;
  });
  return `M0 ${BASE}${steps.join('')}L${factors.length * binSeconds} ${BASE}z`;
}

/** A tick for each upload that was started, from the samples: never more exact than those. */
function ticksOf({ run, length, everySeconds }: Series): string {
  let path = '';
  for (let k = 1; k < length; k += 1) {
    const came = (run.started[k] as number) - (run.started[k - 1] as number);
    for (let n = 0; n < came; n += 1)
      path += `M${((k - 1 + (n + 0.5) / came) * everySeconds).toFixed(2)} ${BASE + 4}v12`;
  }
  return path;
}
