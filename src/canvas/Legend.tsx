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
  ['idle', 'state.idle'],
] as const satisfies readonly (readonly [Sign, TextKey])[];

export function Legend({ density, hasPolls }: { density: Density; hasPolls: boolean }) {
  const say = useText();
  const frame = usePicture();
  const [isOpen, setOpen] = useState(density === 'full');
  const perDot = frame?.messagesPerDot ?? 1;
  return (
    <details className="legend" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('canvas.legend')}</summary>
      <ul>
        {meanings.map(([sign, key]) => (
          <li key={sign}>
            <SignGlyph sign={sign} size={12} />
            {say(key)}
          </li>
        ))}
        {hasPolls && (
          <li>
            <SignGlyph sign="poll" size={12} />
            {say('canvas.legend.poll')}
          </li>
        )}
        {frame?.flows.isFlowing.includes(1) && <li className="legend-note">{say('canvas.legend.flow')}</li>}
        {perDot > 1 && <li className="legend-note">{say('canvas.legend.one-dot', { n: perDot })}</li>}
      </ul>
    </details>
  );
}
