/**
 * Binds the keys of the page. Whoever types in a field, or works a control that uses the key itself, is left alone.
 * What was clicked with a pointer lets go of the focus, so that the next Space plays or pauses instead of working the
 * same switch again; what was worked with a key keeps it.
 */
import { useEffect } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { useSession } from '../stores/session-context.tsx';
import { isTaken, type Page, pressable, shortcutFor } from './shortcuts.ts';

export function Keyboard({ formOf, showHelp, showChoose }: Omit<Page, 'session'>) {
  const session = useSession();
  useEffect(() => {
    // Before the click is heard by what it is for: a dialog that it opens will not give the focus back to it either.
    document.addEventListener('click', letGo, { capture: true });
    return () => document.removeEventListener('click', letGo, { capture: true });
  }, []);
  useHotkeys(
    '*',
    (event) => {
      const shortcut = shortcutFor(event);
      if (!shortcut || (event.target instanceof Element && isTaken(event.key, event.target))) return;
      event.preventDefault();
      shortcut.run({ session, formOf, showHelp, showChoose });
    },
    // Whoever has just dragged the time bar stands on a slider, and the keys that it does not use go on working.
    { enableOnFormTags: ['slider'] },
  );
  return null;
}

/** Takes the focus off what a pointer has just clicked, if Space works it; a key clicks with a detail of 0. */
function letGo({ detail, target }: MouseEvent): void {
  if (detail === 0 || !(target instanceof Element)) return;
  const clicked = target.closest(pressable);
  // In a dialog Space plays nothing, and the focus stays.
  if (clicked instanceof HTMLElement && !clicked.closest('dialog[open]')) clicked.blur();
}
