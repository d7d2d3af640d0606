/** One instance: boots, works, idles, drains, crashes. Gets plain values only, so that it renders when they change. */
import { m } from 'framer-motion';
import { memo, useLayoutEffect, useRef } from 'react';
import type { ChipGrid } from './chip-sizes.ts';
import { CrossGlyph, IdleGlyph, Ring } from './glyphs.tsx';
import type { InstanceState } from './group-summary.ts';

export interface InstanceChipProps {
  instance: number;
  state: InstanceState;
  detail: ChipGrid['detail'];
  /** Where it stands in its field, in canvas units. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** How far its work or its boot is, 0 to 1, in steps; null while it waits for an answer. */
  progress: number | null;
  /** What it is at, in a word. */
  words: string;
  /** Seconds until it is in service, while it starts and there is room to say so. */
  inside: string;
  /** Slots that are taken, of how many; where there is more than one. */
  taken: number;
  slots: number;
  isSelected: boolean;
  isFollowed: boolean;
  isTabStop: boolean;
  /** Letter of its zone; nothing where there is only one. */
  zone: string;
  isZoneLost: boolean;
  /** All that can be said of it, for those who do not see it. */
  label: string;
}

/** Height from which on a chip has room for the letter of its zone, in canvas units. Our choice. */
const LEAST_FOR_ZONE = 22;

export const InstanceChip = memo(function InstanceChip(props: InstanceChipProps) {
  const { instance, state, detail, x, y, width, height, isSelected, isFollowed, isTabStop, label } = props;
  const button = useRef<HTMLButtonElement>(null);
  // When it goes while it has the focus, the focus stays with its group.
  useLayoutEffect(() => {
    const element = button.current;
    return () => {
      if (element && element === document.activeElement) element.closest<HTMLElement>('.react-flow__node')?.focus();
    };
  }, []);
  const marks = `${isSelected ? ' is-selected' : ''}${isFollowed ? ' is-followed' : ''}${props.isZoneLost ? ' is-lost' : ''}`;
  return (
    <m.button
      ref={button}
      type="button"
      className={`chip chip--${state} chip--${detail} nopan${marks}`}
      data-instance={instance}
      aria-label={label}
      tabIndex={isTabStop ? 0 : -1}
      style={{ left: x, top: y, width, height }}
      initial={{ opacity: 0, scale: 0.6 }}
      animate={{ opacity: 1, scale: 1 }}
      exit={{ opacity: 0, scale: 0.6 }}
      transition={{ duration: 0.2 }}
    >
      <ChipSign {...props} />
      {props.zone !== '' && height >= LEAST_FOR_ZONE && <span className="chip-zone">{props.zone}</span>}
      {detail === 'words' && <span className="chip-words">{props.words}</span>}
    </m.button>
  );
});

function ChipSign({ state, detail, height, progress, taken, slots, inside }: InstanceChipProps) {
  const size = detail === 'words' ? 32 : Math.round(height * 0.68);
  if (state === 'crashed') return <CrossGlyph size={size} />;
  if (slots > 1 && state !== 'starting') return <Slots taken={taken} slots={slots} size={size} />;
  if (state === 'idle') return <IdleGlyph size={size} />;
  if (state === 'warm') return <Ring progress={0} size={size} />;
  return <Ring progress={progress} size={size} inside={inside} />;
}

/** Most slots that are drawn one by one. Our choice. */
const MOST_PIPS = 9;

/** Slots as pips, those taken filled; a level where they are many. */
function Slots({ taken, slots, size }: { taken: number; slots: number; size: number }) {
  if (slots > MOST_PIPS) {
    const level = (32 * taken) / slots;
    return (
      <svg className="slots" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
        <rect className="slot" x="1" y="1" width="30" height="30" rx="4" />
        <rect className="slot slot--taken" x="1" y={32 - level} width="30" height={Math.max(0, level - 1)} rx="2" />
      </svg>
    );
  }
  const columns = Math.ceil(Math.sqrt(slots));
  const pitch = 32 / columns;
  const rows = Math.ceil(slots / columns);
  const top = (32 - rows * pitch) / 2;
  return (
    <svg className="slots" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      {Array.from({ length: slots }, (_, slot) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place
          key={slot}
          className={slot < taken ? 'slot slot--taken' : 'slot'}
          x={(slot % columns) * pitch + 1.5}
          y={top + Math.floor(slot / columns) * pitch + 1.5}
          width={pitch - 3}
          height={pitch - 3}
          rx={pitch / 6}
        />
      ))}
    </svg>
  );
}
