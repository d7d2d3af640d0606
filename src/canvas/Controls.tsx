/** Buttons to look closer, from farther away, or at everything. */
import { useReactFlow, useStore } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { IconButton } from '../ui/IconButton.tsx';
import { BY_HAND } from '../ui/media.ts';
import { useMedia } from '../ui/use-media.ts';
import { useText } from '../ui/use-text.ts';
import type { Viewport } from './geometry.ts';

/** How long a step of the zoom takes, in ms; at once for those who want no motion. Our choice. */
const ZOOM_MS = 160;

interface ControlsProps {
  fit: () => void;
  /** Where one stands when everything is seen; null before it is known. */
  fitted: Viewport | null;
  isStill: boolean;
  isCompact: boolean;
}

export function Controls({ fit, fitted, isStill, isCompact }: ControlsProps) {
  const say = useText();
  const { zoomIn, zoomOut } = useReactFlow();
  const isByHand = useMedia(BY_HAND) && isCompact;
  const isFitted = useStore(({ transform }) => !fitted || isAt(transform, fitted));
  const options = { duration: isStill ? 0 : ZOOM_MS };
  if (isByHand && isFitted) return null;
  return (
    <div className="canvas-controls">
      {!isByHand && (
        <>
          <IconButton label={say('canvas.zoom.in')} icon={<Plus aria-hidden />} onClick={() => void zoomIn(options)} />
          <IconButton
            label={say('canvas.zoom.out')}
            icon={<Minus aria-hidden />}
            onClick={() => void zoomOut(options)}
          />
        </>
      )}
      <IconButton label={say('canvas.zoom.fit')} icon={<Maximize aria-hidden />} onClick={fit} />
    </div>
  );
}

/** Within half a pixel, and as near as cannot be told apart. */
function isAt([x, y, zoom]: readonly [number, number, number], there: Viewport): boolean {
  return Math.abs(x - there.x) < 0.5 && Math.abs(y - there.y) < 0.5 && Math.abs(zoom - there.zoom) < 0.001;
}
