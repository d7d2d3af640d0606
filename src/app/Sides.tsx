/** The panels left and right of the picture, which fold away. */
import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { RunProvider, useSession, useSessionState } from '../stores/session-context.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useMedia } from '../ui/use-media.ts';
import { useText } from '../ui/use-text.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { ROOMY } from './layout.ts';
import { BreakParts, FigureParts, PredictionSwitch, SettingParts } from './parts.tsx';
import styles from './Sides.module.css';
import { isStage } from './screens.ts';

/** Left of the picture: the story of a stage, or what belongs to a proof. */
export function StorySide({ children }: { children: ReactNode }) {
  const say = useText();
  const roomy = useMedia(ROOMY);
  const [chosen, setChosen] = useState<boolean | null>(null);
  // Where there is little room the story begins folded, so that the picture has it.
  const open = chosen ?? roomy;
  const fold = (
    <IconButton
      label={say(open ? 'app.fold.story' : 'app.unfold.story')}
      icon={open ? <PanelLeftClose /> : <PanelLeftOpen />}
      aria-expanded={open}
      onClick={() => setChosen(!open)}
    />
  );
  return (
    <Side label={say('app.story')} className={styles.story} open={open} fold={fold}>
      <div className={styles.corner}>{fold}</div>
      {children}
    </Side>
  );
}

export function FiguresSide() {
  const say = useText();
  const session = useSession();
  const screen = useSessionState((state) => state.screen);
  const roomy = useMedia(ROOMY);
  const [chosen, setChosen] = useState<boolean | null>(null);
  // Two pictures beside each other need all the room there is.
  const open = chosen ?? (roomy || screen !== 'compare');
  const fold = (
    <IconButton
      label={say(open ? 'app.fold.figures' : 'app.unfold.figures')}
      icon={open ? <PanelRightClose /> : <PanelRightOpen />}
      aria-expanded={open}
      onClick={() => setChosen(!open)}
    />
  );
  return (
    <Side label={say('app.figures')} className={styles.figures} open={open} fold={fold}>
      <BreakParts beside={fold} />
      {isStage(screen) && (
        <RunProvider run={session.run(screen)}>
          <FigureParts />
        </RunProvider>
      )}
      <SettingParts />
      <PredictionSwitch />
    </Side>
  );
}

interface SideProps {
  label: string;
  className: string | undefined;
  open: boolean;
  /** The button that folds and unfolds; while open it stands among the children. */
  fold: ReactNode;
  children: ReactNode;
}

function Side({ label, className, open, fold, children }: SideProps) {
  return (
    <aside className={`${styles.side} ${className} ${open ? '' : styles.folded}`} aria-label={label}>
      {open ? (
        <div className={styles.inside}>
          <ErrorBoundary>{children}</ErrorBoundary>
        </div>
      ) : (
        fold
      )}
    </aside>
  );
}
