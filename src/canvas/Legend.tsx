/** What colours and shapes mean; folds away. */
import { useState } from 'react';
import type { ComponentKind } from '../models/registry.ts';
import type { TextKey } from '../text/text.ts';
import { useText } from '../ui/use-text.ts';
import { RippleGlyph, type Sign, SignGlyph } from './nodes/glyphs.tsx';
import { usePicture } from './use-picture.ts';

const meanings = [
  ['transit', 'state.in-transit'],
  ['waiting', 'state.waiting'],
  ['done', 'state.done'],
  ['failed', 'state.failed'],
  ['starting', 'state.starting'],
  ['working', 'state.working'],
  ['idle', 'state.idle'],
  ['followed', 'canvas.legend.followed'],
] as const satisfies readonly (readonly [Sign, TextKey])[];

/** Seen only where there is a queue, and a fleet that comes and goes with it. */
const meaningsOfQueues = [
  ['in-flight', 'canvas.legend.in-flight'],
  ['draining', 'phase.draining'],
  ['poll', 'canvas.legend.poll'],
] as const satisfies readonly (readonly [Sign, TextKey])[];

/** Seen only where there is a function. */
const meaningsOfFunctions = [['warm', 'canvas.legend.warm']] as const satisfies readonly (readonly [Sign, TextKey])[];

/** Seen only once something has been tried again. */
const meaningsOfRetries = [['retried', 'canvas.legend.retried']] as const satisfies readonly (readonly [
  Sign,
  TextKey,
])[];

/** Less than this, in simulated seconds, is not seen. Our choice. */
const LEAST_LAG = 1;

export interface LegendProps {
  kinds: ReadonlySet<ComponentKind>;
  /** Whether it begins folded. */
  isFolded: boolean;
}

export function Legend({ kinds, isFolded }: LegendProps) {
  const say = useText();
  const frame = usePicture();
  const [isOpen, setOpen] = useState(!isFolded);
  const lag = Math.ceil(frame?.lagSeconds ?? 0);
  const perDot = frame?.messagesPerDot ?? 1;
  const isRetried = frame?.view.some((view) => 'retried' in view && view.retried > 0) ?? false;
  const shown = [
    ...meanings,
    ...(kinds.has('queue') ? meaningsOfQueues : []),
    ...(kinds.has('function') ? meaningsOfFunctions : []),
    ...(isRetried ? meaningsOfRetries : []),
  ];
  return (
    <details className="legend" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('canvas.legend')}</summary>
      <ul>
        {shown.map(([sign, key]) => (
          <li key={sign}>
            <SignGlyph sign={sign} size={12} />
            {say(key)}
          </li>
        ))}
        {(frame?.suffering.length ?? 0) > 0 && (
          <li>
            <RippleGlyph size={12} />
            {say('canvas.legend.suffers')}
          </li>
        )}
        {frame?.flows.isFlowing.includes(1) && <li className="legend-note">{say('canvas.legend.flow')}</li>}
        {perDot > 1 && <li className="legend-note">{say('canvas.legend.one-dot', { n: perDot })}</li>}
        {frame && frame.lagSeconds >= LEAST_LAG && (
          <li className="legend-lag">{say('canvas.legend.lag', { n: lag })}</li>
        )}
      </ul>
    </details>
  );
}
