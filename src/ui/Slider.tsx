/** A value on a range. It is told while it moves, and decided when it is let go. */
import { Slider as Base } from '@base-ui/react/slider';
import { useState } from 'react';
import styles from './Slider.module.css';
import { placeOf, SLIDER_PLACES, type SliderRange, stepOf, valueAt } from './slider-scale.ts';

export interface SliderProps {
  label: string;
  /** One line of help under the name. */
  help?: string;
  value: number;
  range: SliderRange;
  /** How a value is written, with its unit. */
  format: (value: number) => string;
  /** Called once the value is decided. */
  onChange: (value: number) => void;
  disabled?: boolean;
}

export function Slider({ label, help, value, range, format, onChange, disabled = false }: SliderProps) {
  const [moving, setMoving] = useState<number | null>(null);
  const place = moving ?? placeOf(value, range);
  const step = stepOf(range);
  const shown = moving === null ? value : valueAt(moving, range);
  return (
    <Base.Root
      className={styles.root}
      value={place}
      min={0}
      max={SLIDER_PLACES}
      step={step}
      largeStep={Math.max(10, step)}
      disabled={disabled}
      thumbAlignment="edge-client-only"
      onValueChange={setMoving}
      onValueCommitted={(decided) => {
        setMoving(null);
        const next = valueAt(decided, range);
        if (next !== value) onChange(next);
      }}
    >
      <span className={styles.label}>{label}</span>
      <output className={`number ${styles.value}`}>{format(shown)}</output>
      {help !== undefined && <span className={styles.help}>{help}</span>}
      <Base.Control className={styles.control}>
        <Base.Track className={styles.track}>
          <Base.Indicator className={styles.indicator} />
          <Base.Thumb className={styles.thumb} aria-label={label} getAriaValueText={() => format(shown)} />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}
