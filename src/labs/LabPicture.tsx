/** The middle of the page in a lab: the picture of the bench, and below it the instrument that takes it apart. */
import { GripHorizontal } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { StageCanvas } from '../canvas/StageCanvas.tsx';
import type { StageId } from '../stages/catalogue.ts';
import { Choice } from '../ui/Choice.tsx';
import { formatShare } from '../ui/format.ts';
import { NARROW } from '../ui/media.ts';
import { useMedia } from '../ui/use-media.ts';
import { useText } from '../ui/use-text.ts';
import { LabInstrument } from './LabInstrument.tsx';
import styles from './LabPicture.module.css';
import { type LabRoom, LEAST_SHARE, MOST_SHARE, roomViews, withShare } from './lab-room.ts';

export interface LabPictureProps {
  stage: StageId;
  room: LabRoom;
  onRoom: (room: LabRoom) => void;
}

export function LabPicture({ stage, room, onRoom }: LabPictureProps) {
  const narrow = useMedia(NARROW);
  // On a phone the instrument is behind a tab.
  return narrow ? <StageCanvas /> : <Bench stage={stage} room={room} onRoom={onRoom} />;
}

function Bench({ stage, room, onRoom }: LabPictureProps) {
  const say = useText();
  const bench = useRef<HTMLDivElement>(null);
  const { view, share } = room;
  const rows = view === 'both' ? `minmax(7rem, ${share}fr) auto minmax(7rem, ${1 - share}fr)` : rowsOf[view];
  return (
    <div ref={bench} className={styles.bench} style={{ gridTemplateRows: rows }}>
      {view !== 'instrument' && (
        <div className={styles.canvas}>
          <StageCanvas />
        </div>
      )}
      <div className={styles.bar}>
        <p className={styles.title}>{say('app.tab.instrument')}</p>
        {view === 'both' ? <Divider bench={bench} room={room} onRoom={onRoom} /> : <span />}
        <Choice
          label={say('lab.view')}
          value={view}
          options={roomViews.map((each) => ({ value: each, label: say(`lab.view.${each}`) }))}
          onChange={(next) => onRoom({ ...room, view: next })}
        />
      </div>
      {/* Out of sight it keeps what is written in it. */}
      <div className={styles.instrument} hidden={view === 'picture'}>
        <LabInstrument stage={stage} />
      </div>
    </div>
  );
}

const rowsOf = { picture: 'minmax(0, 1fr) auto', instrument: 'auto minmax(0, 1fr)' } as const;

/** How far an arrow key moves the divider, as a share of the height. Our choice. */
const KEY_STEP = 0.05;

/** Gives the picture more room, or the instrument. */
function Divider({
  bench,
  room,
  onRoom,
}: Pick<LabPictureProps, 'room' | 'onRoom'> & { bench: { current: HTMLDivElement | null } }) {
  const say = useText();
  const { share } = room;
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !bench.current) return;
    const { top, height } = bench.current.getBoundingClientRect();
    const bar = event.currentTarget.offsetHeight;
    onRoom(withShare(room, (event.clientY - top - bar / 2) / Math.max(1, height - bar)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = {
      ArrowUp: share - KEY_STEP,
      ArrowDown: share + KEY_STEP,
      Home: LEAST_SHARE,
      End: MOST_SHARE,
    }[event.key];
    if (to === undefined) return;
    onRoom(withShare(room, to));
    // Kept from the keys of the page.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule between parts cannot be moved.
    <div
      role="separator"
      tabIndex={0}
      className={styles.divider}
      aria-label={say('lab.split')}
      aria-orientation="horizontal"
      aria-valuemin={LEAST_SHARE * 100}
      aria-valuemax={MOST_SHARE * 100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={say('lab.split.value', { share: formatShare(share) })}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    >
      <GripHorizontal aria-hidden="true" />
    </div>
  );
}
