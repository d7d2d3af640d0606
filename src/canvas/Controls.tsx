/** Buttons to look closer, from farther away, or at everything. */
import { useReactFlow } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { IconButton } from '../ui/IconButton.tsx';
import { useText } from '../ui/use-text.ts';

/** How long a step of the zoom takes, in ms; at once for those who want no motion. Our choice. */
const ZOOM_MS = 160;

export function Controls({ fit, isStill }: { fit: () => void; isStill: boolean }) {
  const say = useText();
  const { zoomIn, zoomOut } = useReactFlow();
  const options = { duration: isStill ? 0 : ZOOM_MS };
  return (
    <div className="canvas-controls">
      <IconButton label={say('canvas.zoom.in')} icon={<Plus aria-hidden />} onClick={() => void zoomIn(options)} />
      <IconButton label={say('canvas.zoom.out')} icon={<Minus aria-hidden />} onClick={() => void zoomOut(options)} />
      <IconButton label={say('canvas.zoom.fit')} icon={<Maximize aria-hidden />} onClick={fit} />
    </div>
  );
}
