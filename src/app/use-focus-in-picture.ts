/** Keeps the focus in the page: what was in focus may go with its screen or its dialog, and then the picture has it. */
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Screen } from '../stores/session.ts';

/** Whether nothing is in focus, because what was is gone. */
const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * Returns what to call before a dialog is left for what it led to: the picture then has the focus, not the button that
 * opened the dialog.
 */
export function useFocusInPicture(
  picture: RefObject<HTMLElement | null>,
  { screen, hasDialog }: { screen: Screen; hasDialog: boolean },
): () => void {
  const shown = useRef({ screen, hasDialog });
  const goesOn = useRef(false);
  useEffect(() => {
    const before = shown.current;
    shown.current = { screen, hasDialog };
    const isOther = before.screen !== screen || (before.hasDialog && goesOn.current);
    if (hasDialog || !isOther) return;
    // The page stays where it is: what was asked for is the screen, not its edge.
    if (goesOn.current || isLost()) picture.current?.focus({ preventScroll: true });
    goesOn.current = false;
  }, [picture, screen, hasDialog]);
  return useCallback(() => {
    goesOn.current = true;
  }, []);
}
