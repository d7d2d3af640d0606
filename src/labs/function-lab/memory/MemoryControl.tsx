/** The size of memory, to the megabyte: on a slider, and as a number that is written. */
import { Slider as Base } from '@base-ui/react/slider';
import { type KeyboardEvent, useState } from 'react';
import { formatCount } from '../../../ui/format.ts';
import slider from '../../../ui/Slider.module.css';
import { useText } from '../../../ui/use-text.ts';
import { LEAST_MEGABYTES, MOST_MEGABYTES } from './closed-form.ts';
import styles from './MemoryControl.module.css';
import { keptInside, PAGE_STEP } from './steps.ts';

export interface MemoryControlProps {
  value: number;
  onMove: (memoryMegabytes: number) => void;
  onDecide: () => void;
}

export function MemoryControl({ value, onMove, onDecide }: MemoryControlProps) {
  const say = useText();
  const label = say('lab.function-memory.memory');
  return (
    <div className={styles.control}>
      <Base.Root
        className={slider.root}
        value={value}
        min={LEAST_MEGABYTES}
        max={MOST_MEGABYTES}
        step={1}
        largeStep={PAGE_STEP}
        thumbAlignment="edge-client-only"
        onValueChange={onMove}
      >
        <span className={slider.label}>{label}</span>
        <Base.Control className={slider.control} onPointerUp={onDecide}>
          <Base.Track className={slider.track}>
            <Base.Indicator className={slider.indicator} />
            <Base.Thumb
              className={slider.thumb}
              aria-label={label}
              getAriaValueText={() => say('lab.function-memory.memory.value', { memory: formatCount(value) })}
            />
          </Base.Track>
        </Base.Control>
      </Base.Root>
      <MemoryField value={value} onMove={onMove} onDecide={onDecide} />
    </div>
  );
}

/** Written as it is; counts once it is a size that can be set, and is put right when it is left. */
function MemoryField({ value, onMove, onDecide }: MemoryControlProps) {
  const say = useText();
  const [written, setWritten] = useState<string | null>(null);
  const end = (): void => {
    // A part of a megabyte cannot be set, nor can nothing: what was set stays.
    if (written !== null && written.trim() !== '' && Number.isInteger(Number(written)))
      onMove(keptInside(Number(written)));
    setWritten(null);
    onDecide();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') end();
    const by = { PageUp: PAGE_STEP, PageDown: -PAGE_STEP }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setWritten(null);
      onMove(keptInside(value + by));
    }
    event.stopPropagation();
  };
  return (
    <label className={styles.field}>
      <span className="for-readers">{say('lab.function-memory.memory.number')}</span>
      <input
        type="number"
        className="number"
        min={LEAST_MEGABYTES}
        max={MOST_MEGABYTES}
        step={1}
        value={written ?? value}
        onChange={({ target }) => {
          setWritten(target.value);
          const size = Number(target.value);
          if (target.value !== '' && size === keptInside(size)) onMove(size);
        }}
        onBlur={end}
        onKeyDown={onKeyDown}
      />
      MB
    </label>
  );
}
