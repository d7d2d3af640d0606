/** What determines the run as a whole: defaults, seed, length. */
import { Dices, RotateCcw } from 'lucide-react';
import { useId, useState } from 'react';
import { LARGEST_SEED } from '../../scenario/limits.ts';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { cut } from '../../text/wording.ts';
import { Button } from '../../ui/Button.tsx';
import { formatLength } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { intoView } from '../../ui/into-view.ts';
import { Switch } from '../../ui/Switch.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './RunPanel.module.css';

/** Lengths on offer, in seconds. Our choice: from one minute to a day. */
const DURATIONS = [60, 120, 300, 600, 1800, 3600, 14_400, 86_400];

export function RunPanel() {
  const say = useText();
  const session = useSession();
  // Seed, length and defaults are the same in every stage.
  const { seed, defaults, durationSeconds } = useSessionState((state) => state.scenarios.queued);
  const durations = DURATIONS.includes(durationSeconds)
    ? DURATIONS
    : [...DURATIONS, durationSeconds].sort((a, b) => a - b);
  return (
    <div className={styles.panel}>
      <Switch
        label={say('knobs.real')}
        help={say('knobs.real.what')}
        checked={defaults === 'real'}
        onChange={(real) => session.setDefaults(real ? 'real' : 'classroom')}
      />
      <label className={styles.row}>
        <span>{say('knobs.duration')}</span>
        <select
          className={styles.field}
          value={durationSeconds}
          onChange={(event) => session.setDuration(Number(event.currentTarget.value))}
        >
          {durations.map((each) => (
            <option key={each} value={each}>
              {formatLength(each)}
            </option>
          ))}
        </select>
      </label>
      <SeedField key={seed} seed={seed} />
      <div>
        <Button icon={<RotateCcw />} title={say('knobs.reset.what')} onClick={() => session.reset()}>
          {say('knobs.reset')}
        </Button>
      </div>
    </div>
  );
}

function SeedField({ seed }: { seed: number }) {
  const say = useText();
  const session = useSession();
  const id = useId();
  const [typed, setTyped] = useState(String(seed));
  /** What was typed and is no seed. */
  const [refused, setRefused] = useState<string | null>(null);
  const decide = (): void => {
    const next = seedOf(typed);
    if (next === null) {
      setRefused(typed.trim());
      setTyped(String(seed));
    } else if (next !== seed) session.setSeed(next);
  };
  const row = (
    <div className={styles.row}>
      <label htmlFor={id} title={say('knobs.seed.what')}>
        {say('knobs.seed')}
      </label>
      <span className={styles.seed}>
        <input
          id={id}
          className={`number ${styles.field}`}
          inputMode="numeric"
          value={typed}
          aria-describedby={refused === null ? undefined : `${id}-refused`}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setRefused(null);
          }}
          onBlur={decide}
          onKeyDown={(event) => {
            if (event.key === 'Enter') decide();
          }}
        />
        <IconButton
          framed
          label={say('knobs.seed.new')}
          icon={<Dices />}
          onClick={() => session.setSeed((seed + 1) % (LARGEST_SEED + 1))}
        />
      </span>
    </div>
  );
  return (
    <>
      {row}
      <div role="status" id={`${id}-refused`} className={styles.refused}>
        {refused !== null && (
          <p ref={intoView}>
            {say('knobs.seed.refused', { typed: cut(refused), most: String(LARGEST_SEED), seed: String(seed) })}
          </p>
        )}
      </div>
    </>
  );
}

/** The seed that was typed; null if it is none. */
function seedOf(typed: string): number | null {
  const digits = typed.trim();
  const seed = Number(digits);
  return /^\d+$/.test(digits) && seed <= LARGEST_SEED ? seed : null;
}
