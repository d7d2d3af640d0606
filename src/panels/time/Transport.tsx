/** Plays, stops, steps and sets the speed; says what time it is. */
import { ChevronFirst, ChevronLeft, ChevronRight, Minus, Pause, Play, Plus, SkipBack, SkipForward } from 'lucide-react';
import { type ReactNode, useCallback, useSyncExternalStore } from 'react';
import { longestLagSeconds } from '../../playback/choreography.ts';
import { SPEEDS } from '../../playback/pacer.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import { useClock, useSession } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatClock, formatTimes } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useText } from '../../ui/use-text.ts';
import { useRunsOnScreen } from '../use-runs-on-screen.ts';
import { exactText, minuteText } from './clock-text.ts';
import { Live } from './Live.tsx';
import { type Shortcut, timeShortcuts } from './shortcuts.ts';
import { UndoButtons } from './UndoButtons.tsx';
import { useIsAsked } from './use-kept-back.ts';

export function Transport() {
  const session = useSession();
  const say = useText();
  return (
    <div className="time-transport">
      <div className="time-buttons">
        <PlayButton />
        <KeyButton
          name={say('time.restart')}
          shortcut={timeShortcuts.restart}
          icon={<ChevronFirst />}
          onClick={() => session.seek(0)}
        />
        <KeyButton
          name={say('time.note.previous')}
          shortcut={timeShortcuts.previousNote}
          icon={<SkipBack />}
          onClick={() => session.previousNote()}
        />
        <KeyButton
          name={say('time.fact.previous')}
          shortcut={timeShortcuts.previousFact}
          icon={<ChevronLeft />}
          onClick={() => session.stepBack()}
        />
        <KeyButton
          name={say('time.fact.next')}
          shortcut={timeShortcuts.nextFact}
          icon={<ChevronRight />}
          onClick={() => session.stepForward()}
        />
        <KeyButton
          name={say('time.note.next')}
          shortcut={timeShortcuts.nextNote}
          icon={<SkipForward />}
          onClick={() => session.nextNote()}
        />
      </div>
      <div className="time-readings">
        <Clock />
        <Seed />
        <Speed />
        <UndoButtons />
        <Lag />
      </div>
    </div>
  );
}

function PlayButton() {
  const session = useSession();
  const say = useText();
  const playing = useClock((clock) => clock.playing);
  const isAsked = useIsAsked();
  const name = say(playing ? 'time.pause' : 'time.play');
  const { shown, aria } = timeShortcuts.playOrPause;
  return (
    <Button
      weight={isAsked ? 'plain' : 'strong'}
      className="time-play"
      icon={playing ? <Pause fill="currentColor" /> : <Play fill="currentColor" />}
      title={say('time.with-key', { name, key: shown })}
      aria-keyshortcuts={aria}
      onClick={() => session.togglePlay()}
    >
      {name}
    </Button>
  );
}

interface KeyButtonProps {
  name: string;
  shortcut: Shortcut;
  icon: ReactNode;
  onClick: () => void;
}

function KeyButton({ name, shortcut, icon, onClick }: KeyButtonProps) {
  const say = useText();
  return (
    <IconButton
      label={say('time.with-key', { name, key: shortcut.shown })}
      aria-keyshortcuts={shortcut.aria}
      icon={icon}
      framed
      onClick={onClick}
    />
  );
}

/** A number read off the scenarios on screen. */
function useOfScenarios(read: (scenarios: readonly StageScenario[]) => number): number {
  const runs = useRunsOnScreen();
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = runs.map(({ store }) => store.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
    [runs],
  );
  return useSyncExternalStore(subscribe, () => read(runs.map(({ store }) => store.getState().scenario)));
}

/** How long it plays: as long as the longest. A proof may hold runs of different lengths. */
const longest = (scenarios: readonly StageScenario[]): number =>
  Math.max(0, ...scenarios.map(({ durationSeconds }) => durationSeconds));

/** The seed is the same in all, as far as they can be changed. */
const firstSeed = ([first]: readonly StageScenario[]): number => first?.seed ?? 0;

const asItIs = (words: string): string => words;

function Clock() {
  const say = useText();
  const total = useOfScenarios(longest);
  const read = useClock((clock) => (clock.playing ? formatClock : exactText));
  return (
    <p className="time-clock">
      <Live read={read} words={asItIs} className="time-clock-now number" />{' '}
      <span className="time-clock-total number">{say('time.of', { total: minuteText(total) })}</span>
    </p>
  );
}

function Seed() {
  const say = useText();
  const seed = useOfScenarios(firstSeed);
  return (
    <span className="time-seed number" title={say('time.seed.what')}>
      {say('time.seed', { seed: String(seed) })}
    </span>
  );
}

/** Less than this, in simulated seconds, is not seen. Our choice. */
const LEAST_LAG = 1;

/** That the picture is late, and why: beside the figures it would else seem to contradict them. */
function Lag() {
  const say = useText();
  const lag = useClock((clock) => Math.round(longestLagSeconds(clock.speed)));
  return lag < LEAST_LAG ? null : <p className="time-lag">{say('time.lag', { n: lag })}</p>;
}

function Speed() {
  const session = useSession();
  const say = useText();
  const speed = useClock((clock) => clock.speed);
  // A link may hold a speed that is not on offer.
  const offered = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].sort((a, b) => a - b);
  const { slower, faster } = timeShortcuts;
  return (
    <div className="time-speed">
      <IconButton
        label={say('time.with-key', { name: say('time.slower'), key: slower.shown })}
        aria-keyshortcuts={slower.aria}
        icon={<Minus />}
        unavailable={speed <= (SPEEDS[0] as number)}
        onClick={() => session.slower()}
      />
      <select
        className="time-speed-select number"
        aria-label={say('time.speed')}
        title={say('time.speed.what')}
        value={String(speed)}
        onChange={({ target }) => session.setSpeed(Number(target.value))}
      >
        {offered.map((each) => (
          <option key={each} value={String(each)}>
            {formatTimes(each)}
          </option>
        ))}
      </select>
      <IconButton
        label={say('time.with-key', { name: say('time.faster'), key: faster.shown })}
        aria-keyshortcuts={faster.aria}
        icon={<Plus />}
        unavailable={speed >= (SPEEDS.at(-1) as number)}
        onClick={() => session.faster()}
      />
    </div>
  );
}
