/** Tells readers that hear the page which screen has come, and what it is about; not of the one that it opens with. */
import { useState } from 'react';
import { useSessionState } from '../stores/session-context.tsx';
import { useText } from '../ui/use-text.ts';
import { screenLine, wholeName } from './screens.ts';

export function Announcer() {
  const say = useText();
  const screen = useSessionState((state) => state.screen);
  const [first] = useState(screen);
  const [hasChanged, setChanged] = useState(false);
  if (screen !== first && !hasChanged) setChanged(true);
  return (
    <p role="status" className="for-readers">
      {hasChanged ? say('app.now', { name: wholeName(screen, say), line: screenLine(screen, say) }) : ''}
    </p>
  );
}
