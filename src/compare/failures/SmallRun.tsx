/**
 * The run of the picked cell, small and alive beside the table: it plays from shortly before the fault until some time
 * after it, again and again, and leaves the table all the workers that it has.
 */
import { Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { MiniCanvas } from '../../canvas/MiniCanvas.tsx';
import type { StageId } from '../../stages/catalogue.ts';
import { createRun, type RunControl } from '../../stores/create-run.ts';
import { RunProvider } from '../../stores/session-context.tsx';
import { formatClock } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { LESS_MOTION } from '../../ui/media.ts';
import { useMedia } from '../../ui/use-media.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './SmallRun.module.css';
import { LEAD_SECONDS, type RowId, TIMES, tableScenario } from './table-scenario.ts';
import { OPENED_SEED } from './use-open.ts';

/** Simulated seconds a second. Our choice: the whole of it is over in a dozen seconds. */
const SPEED = 8;
/** From when to when it plays, in seconds of the run. Our choice. */
const FROM = TIMES.faultFrom - LEAD_SECONDS;
const UNTIL = TIMES.faultUntil + 60;
/** Where it stands while it does not play: in the middle of the fault. */
const STILL = (TIMES.faultFrom + TIMES.faultUntil) / 2;
/** How long a cell must stay picked before its run is begun, in milliseconds. Our choice: whoever goes by is not followed. */
const SETTLE_MS = 200;

export function SmallRun({ row, stage }: { row: RowId; stage: StageId }) {
  const say = useText();
  const isStill = useMedia(LESS_MOTION);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isPlaying = chosen ?? !isStill;
  const run = useRunOf(row, stage);
  const t = usePlayed(run, isPlaying);
  const { faultFrom, faultUntil } = TIMES;
  const phase =
    row === 'none' ? 'calm' : t < faultFrom ? 'before' : t < faultUntil ? ('during' as const) : ('after' as const);
  return (
    <figure className={styles.small} aria-label={say('failures.small')}>
      <div className={styles.picture}>
        {run && (
          <RunProvider run={run}>
            <MiniCanvas />
          </RunProvider>
        )}
      </div>
      <figcaption className={styles.caption}>
        <IconButton
          label={say(isPlaying ? 'failures.small.pause' : 'failures.small.play')}
          icon={isPlaying ? <Pause /> : <Play />}
          onClick={() => setChosen(!isPlaying)}
        />
        <span className="number">{formatClock(t)}</span>
        <span className={phase === 'during' ? styles.during : ''}>{say(`failures.small.${phase}`)}</span>
      </figcaption>
    </figure>
  );
}

/** The run of a cell, once it has been picked for a moment. */
function useRunOf(row: RowId, stage: StageId): RunControl | null {
  const [run, setRun] = useState<RunControl | null>(null);
  useEffect(() => {
    let made: RunControl | null = null;
    const timer = setTimeout(() => {
      made = createRun(stage, tableScenario(stage, row, OPENED_SEED), () => undefined);
      setRun(made);
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      made?.stop();
      setRun(null);
    };
  }, [row, stage]);
  return run;
}

/** Draws the run as it plays; the moment that is shown, in whole seconds of the run. */
function usePlayed(run: RunControl | null, isPlaying: boolean): number {
  const [shown, setShown] = useState(STILL);
  useEffect(() => {
    if (!run) return;
    let t = isPlaying ? FROM : STILL;
    let last: number | null = null;
    let next = requestAnimationFrame(function tick(wallMs) {
      const passed = last === null ? 0 : Math.min(0.1, (wallMs - last) / 1000);
      last = wallMs;
      // It does not run on before what it shows is known.
      const { recordedUntilSeconds } = run.store.getState();
      if (isPlaying) t = Math.min(t + passed * SPEED, Math.max(FROM, recordedUntilSeconds));
      if (t >= UNTIL) t = FROM;
      run.draw(t, SPEED, null, wallMs, !isPlaying);
      setShown(Math.floor(t));
      next = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(next);
  }, [run, isPlaying]);
  return shown;
}
