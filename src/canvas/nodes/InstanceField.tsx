/** The instances of a group, a chip each; they shrink as they get more, and end as a grid of small squares. */
import { AnimatePresence } from 'framer-motion';
import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { toSeconds } from '../../engine/time.ts';
import type { InstanceView, WithInstances } from '../../playback/views/instances.ts';
import { useRun, useSession, useSessionState } from '../../stores/session-context.tsx';
import { type Say, useText } from '../../ui/use-text.ts';
import { instanceLabel, jobWord } from '../describe.ts';
import { type ChipGrid, chipGrid, type Room } from './chip-sizes.ts';
import { bootProgressOf, type InstanceState, instanceStates, progressOf, restingIn, stateOf } from './group-summary.ts';
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
}

/** Progress moves in this many steps, so that a chip renders no oftener than is seen. Our choice. */
const PROGRESS_STEPS = 36;

export function InstanceField({ component, view, t, slotsPerInstance, room, mayHaveWords }: InstanceFieldProps) {
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
  const style = {
    width: room.width,
    height: room.height,
    gap: grid.gap,
    gridTemplateColumns: `repeat(${grid.columns}, ${grid.width}px)`,
    gridAutoRows: grid.height,
  };
  if (grid.detail === 'cell') {
    return <Cells view={view} grid={grid} room={room} words={say('canvas.group.cells')} />;
  }
  const tabStop = instances.find(({ id }) => id === selected)?.id ?? instances[0]?.id;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chips inside are buttons; clicks and keys are heard here for all of them
    <div ref={field} className="field" style={style} onClick={select} onKeyDown={moveFocus}>
      <AnimatePresence initial={false}>
        {instances.map((instance) => {
          const state = stateOf(instance, restingIn(view, instance));
          const isFollowed = follow !== null && instance.jobs.some(({ upload }) => upload === follow);
          return (
            <InstanceChip
              key={instance.id}
              instance={instance.id}
              state={state}
              detail={grid.detail}
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
              label={instanceLabel(instance, state, slotsPerInstance, say)}
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

/** Too many for chips: one path for each state. */
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
  const rows = Math.floor((room.height + gap / 2) / pitch);
  view.instances.slice(0, rows * columns).forEach((instance, place) => {
    const x = (place % columns) * pitch;
    const y = Math.floor(place / columns) * pitch;
    const state = stateOf(instance, restingIn(view, instance));
    paths[state] +=
      state === 'crashed'
        ? `M${x},${y}l${side},${side}m0,${-side}l${-side},${side}`
        : `M${x},${y}h${side}v${side}h${-side}z`;
  });
  return (
    <svg className="cells" width={room.width} height={room.height} role="img" aria-label={words}>
      {instanceStates.map((state) => (
        <path key={state} className={`cell cell--${state}`} d={paths[state]} strokeWidth={side / 4} />
      ))}
    </svg>
  );
}
