/** A frame round what runs on the same machine: it goes down together, and is billed once. */
import { ViewportPortal } from '@xyflow/react';
import { useText } from '../ui/use-text.ts';
import type { Box } from './geometry.ts';

export function Machines({ frames }: { frames: readonly Box[] }) {
  const say = useText();
  return (
    <ViewportPortal>
      {frames.map(({ x, y, width, height }, machine) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a machine is its place
        <div key={machine} className="machine" style={{ transform: `translate(${x}px, ${y}px)`, width, height }}>
          {say('canvas.machine')}
        </div>
      ))}
    </ViewportPortal>
  );
}
