/** Binds the keys of the page. Whoever types in a field, or works a control that uses the key itself, is left alone. */
import { useHotkeys } from 'react-hotkeys-hook';
import { useSession } from '../stores/session-context.tsx';
import { isTaken, shortcutFor } from './shortcuts.ts';

export function Keyboard({ onHelp }: { onHelp: () => void }) {
  const session = useSession();
  useHotkeys(
    '*',
    (event) => {
      const shortcut = shortcutFor(event);
      if (!shortcut || (event.target instanceof Element && isTaken(event.key, event.target))) return;
      event.preventDefault();
      shortcut.run({ session, showHelp: onHelp });
    },
    // Whoever has just dragged the time bar stands on a slider, and the keys that it does not use go on working.
    { enableOnFormTags: ['slider'] },
  );
  return null;
}
