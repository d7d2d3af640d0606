/** The panels left and right of the picture, which fold away. */
import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { LossesPanel } from '../panels/losses/LossesPanel.tsx';
import { RunProvider, useSession, useSessionState } from '../stores/session-context.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ROOMY } from '../ui/media.ts';
import { useMedia } from '../ui/use-media.ts';
import { useText } from '../ui/use-text.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { BreakParts, FigureParts, PredictionSwitch, SettingParts } from './parts.tsx';
import styles from './Sides.module.css';
import { isStage } from './screens.ts';

/** Left of the picture: the story of a stage, or what belongs to a proof. */
export function StorySide({ children }: { children: ReactNode }) {
  const say = useText();
  const roomy = useMedia(ROOMY);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const passages = useSessionState((state) => state.passages);
  const [seen, setSeen] = useState(passages);
  // Whoever turns to a passage, from where something went wrong for instance, is to see it.
  if (passages !== seen) {
    setSeen(passages);
    setChosen(true);
  }
  // Where there is little room the story begins folded, so that the picture has it.
  const open = chosen ?? roomy;
  const fold = (
    <IconButton
      label={say('app.fold.story')}
      icon={<PanelLeftClose />}
      aria-expanded={true}
      onClick={() => setChosen(false)}
    />
  );
  const unfold = (
    <Unfold label={say('app.unfold.story')} icon={<PanelLeftOpen />} onClick={() => setChosen(true)}>
      {say('app.story')}
    </Unfold>
  );
  return (
    <Side
      label={say('app.story')}
      className={styles.story}
      open={open}
      unfold={unfold}
      corner={<div className={styles.corner}>{fold}</div>}
    >
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
      label={say('app.fold.figures')}
      icon={<PanelRightClose />}
      aria-expanded={true}
      onClick={() => setChosen(false)}
    />
  );
  const unfold = (
    <Unfold label={say('app.unfold.figures')} icon={<PanelRightOpen />} onClick={() => setChosen(true)}>
      {say('app.figures')}
    </Unfold>
  );
  return (
    <Side label={say('app.figures')} className={styles.figures} open={open} unfold={unfold}>
      <BreakParts beside={fold} />
      {isStage(screen) && (
        <RunProvider run={session.run(screen)}>
          <FigureParts />
        </RunProvider>
      )}
      {screen === 'compare' && <LossesPanel />}
      <SettingParts />
      <PredictionSwitch />
    </Side>
  );
}

interface SideProps {
  label: string;
  className: string | undefined;
  open: boolean;
  /** The button that opens it again, alone while it is folded; the one that folds it stands among the children. */
  unfold: ReactNode;
  /** Stays in its place while the rest scrolls. */
  corner?: ReactNode;
  children: ReactNode;
}

function Side({ label, className, open, unfold, corner, children }: SideProps) {
  const side = useRef<HTMLElement>(null);
  const hasFocus = useRef(false);
  // The button that a key has worked is gone, and the one that came in its place takes over; a pointer had let go of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the folding that counts.
  useEffect(() => {
    if (hasFocus.current) side.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  }, [open]);
  return (
    <aside
      ref={side}
      className={`${styles.side} ${className} ${open ? '' : styles.folded}`}
      aria-label={label}
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={() => {
        hasFocus.current = false;
      }}
    >
      {open ? (
        <>
          {corner}
          <div className={styles.inside}>
            <ErrorBoundary>{children}</ErrorBoundary>
          </div>
        </>
      ) : (
        unfold
      )}
    </aside>
  );
}

interface UnfoldProps {
  label: string;
  icon: ReactNode;
  onClick: () => void;
  children: string;
}

/** What is left of a folded side: a button as high as it, with its name along it. */
function Unfold({ label, icon, onClick, children }: UnfoldProps) {
  return (
    <button type="button" className={styles.unfold} aria-label={label} aria-expanded={false} onClick={onClick}>
      {icon}
      <span aria-hidden="true">{children}</span>
    </button>
  );
}
