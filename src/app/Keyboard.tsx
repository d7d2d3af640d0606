/**
 * Binds the keys of the page, and shows what one of them opens. Whoever types in a field, or works a control that uses the key itself, is left alone.
 * What was clicked with a pointer lets go of the focus, so that the next Space plays or pauses instead of working the
 * same switch again; what was worked with a key or a finger keeps it.
 */
import { useEffect, useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { FaultPicker } from '../panels/faults/FaultPicker.tsx';
import { useStagesOnScreen } from '../panels/use-stages.ts';
import { useSession } from '../stores/session-context.tsx';
import { isTaken, isWriting, type Page, pressable, type Shortcut, shortcutFor } from './shortcuts.ts';

export function Keyboard({ formOf, benchIn, showHelp, showChoose }: Omit<Page, 'session' | 'showBreak'>) {
  const session = useSession();
  const stages = useStagesOnScreen();
  const [isPicking, setPicking] = useState(false);
  useEffect(() => {
    // Before the click is heard by what it is for: a dialog that it opens will not give the focus back to it either.
    document.addEventListener('click', letGo, { capture: true });
    return () => document.removeEventListener('click', letGo, { capture: true });
  }, []);
  useHotkeys(
    '*',
    (event) => {
      const shortcut = shortcutFor(event);
      if (!shortcut || (event.target instanceof Element && isKept(event.target, event.key, shortcut))) return;
      if (shortcut.forRuns && session.runsOnScreen().length === 0) return;
      event.preventDefault();
      const showBreak = (): void => setPicking(stages.length > 0);
      shortcut.run({ session, formOf, benchIn, showHelp, showChoose, showBreak });
    },
    { enableOnFormTags: true },
  );
  return isPicking && <FaultPicker onClose={() => setPicking(false)} />;
}

/**
 * Whether what is in focus keeps a key from the page. Whoever has just dragged the time bar stands on a slider, and the
 * keys that it does not use go on working; in the fields of a form only what takes a change back does.
 */
function isKept(focused: Element, key: string, { mod = false }: Shortcut): boolean {
  if (isTaken(key, focused)) return true;
  return mod ? isWriting(focused) : focused.closest('input, textarea, select') !== null;
}

/**
 * Takes the focus off what a pointer has just clicked, if Space works it; a key clicks with a detail of 0. Where fingers
 * work the page there is no Space, but perhaps somebody who is told what is in focus.
 */
function letGo(event: MouseEvent): void {
  const { detail, target } = event;
  if (event instanceof PointerEvent && event.pointerType === 'touch') return;
  if (detail === 0 || !(target instanceof Element)) return;
  const clicked = target.closest(pressable);
  // In a dialog Space plays nothing, and the focus stays.
  if (clicked instanceof HTMLElement && !clicked.closest('dialog[open]')) clicked.blur();
}
