/** The instances of a group, a chip each; they shrink as they get more, and end as a grid of small squares. */
import { AnimatePresence } from 'framer-motion';
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { toSeconds } from '../../engine/time.ts';
import type { InstanceView, WithInstances } from '../../playback/views/instances.ts';
import { useRun, useSession, useSessionState } from '../../stores/session-context.tsx';
import { type Say, useText } from '../../ui/use-text.ts';
import { instanceLabel, jobWord } from '../describe.ts';
import { zoneLetter } from '../faults-now.ts';
import { shortCount } from '../short-count.ts';
import { type ChipGrid, chipGrid, chipPlace, type Room, reachOf } from './chip-sizes.ts';
import { SignGlyph } from './glyphs.tsx';
import {
  bootProgressOf,
  type InstanceState,
  instanceStates,
  progressOf,
  restingIn,
  stateOf,
  summaryOf,
} from './group-summary.ts';
import { InstanceChip } from './InstanceChip.tsx';

export interface InstanceFieldProps {
  /** Id of the group. */
  component: string;
  view: WithInstances;
  /** The moment that is shown, µs. */
  t: number;
  slotsPerInstance: number;
  room: Room;
  mayHaveWords: boolean;
  /** Zones that its instances may be in; each says which where there are several. */
  zones?: number;
  /** Zones, from 0, that are lost. */
  lost?: readonly number[];
  /** Few chips stand in the middle of the room, not in its upper left corner. */
  isCentred?: boolean;
}

/** Progress moves in this many steps, so that a chip renders no oftener than is seen. Our choice. */
const PROGRESS_STEPS = 36;

export function InstanceField(props: InstanceFieldProps) {
  const { component, view, t, slotsPerInstance, room, mayHaveWords, isCentred = false, zones = 1, lost = [] } = props;
  const say = useText();
  const session = useSession();
  const { id: run } = useRun();
  const field = useRef<HTMLDivElement>(null);
  const follow = useSessionState((state) => state.follow);
  const selected = useSessionState(({ selection }) =>
    selection?.kind === 'instance' && selection.run === run && selection.component === component
      ? selection.instance
      : -1,
  );
  const { instances } = view;
  const grid = chipGrid(instances.length, room, mayHaveWords);

  const select = (event: MouseEvent) => {
    const instance = instanceAt(event.target);
    if (instance === null) return;
    event.stopPropagation();
    session.select({ kind: 'instance', run, component, instance });
  };
  if (grid.detail === 'cell') {
    return <Cells view={view} grid={grid} room={room} words={say('canvas.group.cells')} />;
  }
  if (grid.detail === 'count') return <Numbers view={view} room={room} />;
  const reach = reachOf(instances.length, grid);
  const style = {
    width: room.width,
    height: room.height,
    '--reach': `${-reach.y}px ${-reach.x}px`,
  } as CSSProperties;
  const tabStop = instances.find(({ id }) => id === selected)?.id ?? instances[0]?.id;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chips inside are buttons; clicks and keys are heard here for all of them
    <div ref={field} className="field" style={style} onClick={select} onKeyDown={moveFocus}>
      <AnimatePresence initial={false}>
        {instances.map((instance, place) => {
          const state = stateOf(instance, restingIn(view, instance));
          const isFollowed = follow !== null && instance.jobs.some(({ upload }) => upload === follow);
          return (
            <InstanceChip
              key={instance.id}
              instance={instance.id}
              state={state}
              detail={grid.detail}
              {...chipPlace(place, instances.length, grid, room, isCentred)}
              width={grid.width}
              height={grid.height}
              progress={shownProgress(instance, state, t)}
              words={grid.detail === 'words' ? chipWords(instance, state, slotsPerInstance, say) : ''}
              inside={grid.detail === 'words' && state === 'starting' ? secondsLeft(instance, t) : ''}
              taken={instance.jobs.length}
              slots={slotsPerInstance}
              isSelected={instance.id === selected}
              isFollowed={isFollowed}
              isTabStop={instance.id === tabStop}
              zone={zones > 1 ? zoneLetter(instance.zone) : ''}
              isZoneLost={lost.includes(instance.zone)}
              label={instanceLabel(instance, state, slotsPerInstance, say, zones > 1)}
            />
          );
        })}
      </AnimatePresence>
    </div>
  );
}

/** The instance whose chip this is in, or null. */
function instanceAt(target: EventTarget | null): number | null {
  const chip = target instanceof Element ? target.closest<HTMLElement>('[data-instance]') : null;
  return chip ? Number(chip.dataset['instance']) : null;
}

/** Arrow keys walk through the chips; Tab leaves them. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  const chips = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-instance]')];
  const next = chips[chips.indexOf(event.target as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

function shownProgress(instance: InstanceView, state: InstanceState, t: number): number | null {
  if (state === 'starting') return stepped(bootProgressOf(instance, t));
  const [job] = instance.jobs;
  if (!job) return 0;
  const progress = progressOf(job, t);
  return progress === null ? null : stepped(progress);
}

function stepped(progress: number): number {
  return Math.round(progress * PROGRESS_STEPS) / PROGRESS_STEPS;
}

function secondsLeft(instance: InstanceView, t: number): string {
  return String(Math.ceil(Math.max(0, toSeconds(instance.until - t))));
}

function chipWords(instance: InstanceView, state: InstanceState, slots: number, say: Say): string {
  if (state === 'starting') return say('state.starting');
  if (state === 'crashed') return say('phase.crashed');
  if (state === 'draining') return say('phase.draining');
  const [job] = instance.jobs;
  if (!job) return say(state === 'warm' ? 'canvas.chip.warm' : 'canvas.chip.idle');
  return slots > 1 ? say('canvas.chip.slots', { taken: instance.jobs.length, slots }) : jobWord(job, say);
}

/** The border of a square is this share of its side, and no thicker than this: squares stay apart. Our choice. */
const CELL_BORDER = 0.16;
const MOST_CELL_BORDER = 1.5;

/** Too many for chips: one path for each state. Borders lie inside of the squares. */
function Cells(props: { view: WithInstances; grid: ChipGrid; room: Room; words: string }) {
  const { view, grid, room, words } = props;
  const paths: Record<InstanceState, string> = {
    starting: '',
    working: '',
    idle: '',
    warm: '',
    draining: '',
    crashed: '',
  };
  const { width: side, gap, columns } = grid;
  const pitch = side + gap;
  const border = Math.min(MOST_CELL_BORDER, side * CELL_BORDER);
  const inner = side - border;
  const rows = Math.floor((room.height + gap / 2) / pitch);
  view.instances.slice(0, rows * columns).forEach((instance, place) => {
    const x = (place % columns) * pitch + border / 2;
    const y = Math.floor(place / columns) * pitch + border / 2;
    const state = stateOf(instance, restingIn(view, instance));
    paths[state] +=
      state === 'crashed'
        ? `M${x},${y}l${inner},${inner}m0,${-inner}l${-inner},${inner}`
        : `M${x},${y}h${inner}v${inner}h${-inner}z`;
  });
  return (
    <svg className="cells" width={room.width} height={room.height} role="img" aria-label={words}>
      {instanceStates.map((state) => (
        <path key={state} className={`cell cell--${state}`} d={paths[state]} strokeWidth={border} />
      ))}
    </svg>
  );
}

/** Too many even for squares: how many there are in each state. */
function Numbers({ view, room }: { view: WithInstances; room: Room }) {
  const say = useText();
  const { counts } = summaryOf(view, 1);
  return (
    <span className="field-numbers" style={{ width: room.width, height: room.height }}>
      {instanceStates
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <span key={state} className="count">
            <SignGlyph sign={state === 'crashed' ? 'failed' : state} />
            <span className="number">{say('canvas.group.times', { n: shortCount(counts[state]) })}</span>
          </span>
        ))}
    </span>
  );
}
