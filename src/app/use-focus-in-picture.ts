/** Keeps the focus in the page: what was in focus may go with its screen or its dialog, and then the picture has it. */
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Screen } from '../stores/session.ts';
import { useSession } from '../stores/session-context.tsx';

/** Whether nothing is in focus. */
const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * Returns what to call before a dialog is left for what it led to: the picture then has the focus, not the button that
 * opened the dialog.
 */
export function useFocusInPicture(
  picture: RefObject<HTMLElement | null>,
  { screen, hasDialog }: { screen: Screen; hasDialog: boolean },
): () => void {
  const session = useSession();
  /** Whether something was in focus when the screen changed; whoever uses a pointer has the focus nowhere, and keeps it so. */
  const hadFocus = useRef(false);
  const goesOn = useRef(false);
  useEffect(
    () =>
      session.state.subscribe((state, before) => {
        if (state.screen !== before.screen) hadFocus.current = !isNowhere();
      }),
    [session],
  );
  useEffect(() => {
    if (hasDialog) return;
    // A proof has put it on its question already.
    const isOnProof = screen === 'proof' && picture.current?.contains(document.activeElement) === true;
    // The page stays where it is: what was asked for is the screen, not its edge.
    if ((goesOn.current && !isOnProof) || (hadFocus.current && isNowhere()))
      picture.current?.focus({ preventScroll: true });
    goesOn.current = false;
    hadFocus.current = false;
  }, [picture, screen, hasDialog]);
  return useCallback(() => {
    goesOn.current = true;
  }, []);
}
