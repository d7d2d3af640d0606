/** The middle of the page: the front page, one architecture, several side by side, or a proof. */
import { type Ref, useState } from 'react';
import { StageCanvas } from '../canvas/StageCanvas.tsx';
import { CompareView } from '../compare/CompareView.tsx';
import { CostsView } from '../compare/costs/CostsView.tsx';
import { FailuresView } from '../compare/failures/FailuresView.tsx';
import { ProofView } from '../compare/proof/ProofView.tsx';
import { LabPicture } from '../labs/LabPicture.tsx';
import { firstRoom, type LabRoom } from '../labs/lab-room.ts';
import { isOnBench } from '../stages/catalogue.ts';
import type { Screen } from '../stores/session.ts';
import { RunProvider, useSession, useSessionState } from '../stores/session-context.tsx';
import { useText } from '../ui/use-text.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { HomeView } from './home/HomeView.tsx';
import styles from './Picture.module.css';
import { isTable, screenName } from './screens.ts';

export interface PictureProps {
  ref: Ref<HTMLElement>;
  onChoose: () => void;
}

export function Picture({ ref, onChoose }: PictureProps) {
  const say = useText();
  const screen = useSessionState((state) => state.screen);
  // From bench to bench the instrument keeps the room that it was given.
  const [room, setRoom] = useState(firstRoom);
  const name = screenName(screen, say);
  return (
    <section
      ref={ref}
      tabIndex={-1}
      className={styles.picture}
      aria-label={screen === 'home' || isTable(screen) ? name : say('app.picture', { name })}
    >
      <ErrorBoundary about={screen}>
        <Shown screen={screen} onChoose={onChoose} room={room} onRoom={setRoom} />
      </ErrorBoundary>
    </section>
  );
}

interface ShownProps {
  screen: Screen;
  onChoose: () => void;
  room: LabRoom;
  onRoom: (room: LabRoom) => void;
}

function Shown({ screen, onChoose, room, onRoom }: ShownProps) {
  const session = useSession();
  if (screen === 'home') return <HomeView onChoose={onChoose} />;
  if (screen === 'compare') return <CompareView />;
  if (screen === 'proof') return <ProofView />;
  if (screen === 'failures') return <FailuresView />;
  if (screen === 'costs') return <CostsView />;
  // The same canvas from stage to stage, so that what stays can be seen to stay.
  return (
    <RunProvider run={session.run(screen)}>
      {isOnBench(screen) ? <LabPicture stage={screen} room={room} onRoom={onRoom} /> : <StageCanvas />}
    </RunProvider>
  );
}
