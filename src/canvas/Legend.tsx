/** What colours and shapes mean; folds away. */
import { useState } from 'react';
import type { TextKey } from '../text/text.ts';
import { useText } from '../ui/use-text.ts';
import type { Density } from './layout.ts';
import { type Sign, SignGlyph } from './nodes/glyphs.tsx';
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

/** Less than this, in simulated seconds, is not seen. Our choice. */
const LEAST_LAG = 1;

export function Legend({ density, hasQueue }: { density: Density; hasQueue: boolean }) {
  const say = useText();
  const frame = usePicture();
  const [isOpen, setOpen] = useState(density === 'full');
  const lag = Math.ceil(frame?.lagSeconds ?? 0);
  const perDot = frame?.messagesPerDot ?? 1;
  return (
    <details className="legend" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('canvas.legend')}</summary>
      <ul>
        {[...meanings, ...(hasQueue ? meaningsOfQueues : [])].map(([sign, key]) => (
          <li key={sign}>
            <SignGlyph sign={sign} size={12} />
            {say(key)}
          </li>
        ))}
        {frame?.flows.isFlowing.includes(1) && <li className="legend-note">{say('canvas.legend.flow')}</li>}
        {perDot > 1 && <li className="legend-note">{say('canvas.legend.one-dot', { n: perDot })}</li>}
        {frame && frame.lagSeconds >= LEAST_LAG && (
          <li className="legend-lag">{say('canvas.legend.lag', { n: lag })}</li>
        )}
      </ul>
    </details>
  );
}
