/** Takes the last change back, or makes it again; says what it was. */
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type StageId, stageIds } from '../../stages/catalogue.ts';
import type { Session, SessionState } from '../../stores/session.ts';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { text, type Vocabulary } from '../../text/text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { changeWords } from './change-words.ts';
import { timeShortcuts } from './shortcuts.ts';

/** `isQuiet`: the notice stands elsewhere. Nothing where nothing can be changed. */
export function UndoButtons({ isQuiet = false }: { isQuiet?: boolean }) {
  const say = useText();
  const session = useSession();
  const canUndo = useSessionState((state) => state.canUndo);
  const canRedo = useSessionState((state) => state.canRedo);
  // Which runs are on screen depends on it.
  useSessionState((state) => state.screen);
  if (!session.canChange()) return null;
  const { undo, redo } = timeShortcuts;
  return (
    <div className="time-undo" data-quiet={isQuiet || undefined}>
      <IconButton
        label={say('time.with-key', { name: say('time.undo'), key: undo.shown })}
        aria-keyshortcuts={undo.aria}
        icon={<Undo2 />}
        unavailable={!canUndo}
        onClick={() => session.undo()}
      />
      <IconButton
        label={say('time.with-key', { name: say('time.redo'), key: redo.shown })}
        aria-keyshortcuts={redo.aria}
        icon={<Redo2 />}
        unavailable={!canRedo}
        onClick={() => session.redo()}
      />
      {!isQuiet && <Notice session={session} />}
    </div>
  );
}

/** How long the notice stays, in ms on the wall. Our choice: long enough to be read twice. */
const STAYS_MS = 6000;

/** What was taken back or made again just now. */
function Notice({ session }: { session: Session }) {
  const vocabulary = useVocabulary();
  const [notice, setNotice] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const restoredBy = watchRestored(session.state.getState());
    const tell = (): void => {
      const restored = restoredBy(session.state.getState());
      clearTimeout(timer);
      // What was taken back before is past as soon as something new is done.
      setNotice(restored === null ? '' : (noticeWords(vocabulary, restored) ?? ''));
      timer = setTimeout(() => setNotice(''), STAYS_MS);
    };
    const leave = session.state.subscribe(({ scenarios }, before) => {
      // A change is whole when what can be taken back is known as well.
      if (scenarios !== before.scenarios) queueMicrotask(tell);
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [session, vocabulary]);
  return (
    <p className="time-notice" aria-live="polite">
      {notice}
    </p>
  );
}

/** Scenarios that came back. */
interface Restored {
  how: 'undone' | 'redone';
  from: SessionState['scenarios'];
  to: SessionState['scenarios'];
}

/**
 * Tells whether a change of the state brought scenarios back, and from which side. A scenario is never changed, only
 * replaced: one that was seen earlier comes back by undo, one that was seen later by redo. One that was never seen is from
 * before this began to watch if there is something to make again, and else it is new.
 */
function watchRestored({ scenarios }: SessionState): (now: SessionState) => Restored | null {
  const seen = new WeakMap<object, number>();
  let [first, last] = [0, 0];
  const note = (some: SessionState['scenarios'], order: number): void => {
    for (const stage of stageIds) if (!seen.has(some[stage])) seen.set(some[stage], order);
  };
  let known = scenarios;
  note(known, 0);
  return ({ scenarios: to, canRedo }) => {
    const from = known;
    const stage = stageIds.find((each) => to[each] !== from[each]);
    if (stage === undefined) return null;
    known = to;
    const [was, is] = [seen.get(from[stage]) ?? 0, seen.get(to[stage])];
    if (is === undefined) {
      if (canRedo) first -= 1;
      else last += 1;
      note(to, canRedo ? first : last);
      return canRedo ? { how: 'undone', from, to } : null;
    }
    return { how: is < was ? 'undone' : 'redone', from, to };
  };
}

function noticeWords(vocabulary: Vocabulary, { how, from, to }: Restored): string | null {
  const changed = stageIds.find((stage: StageId) => from[stage] !== to[stage]);
  if (changed === undefined) return null;
  // What was done is what the later of the two has.
  const [earlier, later] = how === 'undone' ? [to[changed], from[changed]] : [from[changed], to[changed]];
  const what = changeWords(vocabulary, earlier, later);
  return what === null ? null : text(vocabulary, how === 'undone' ? 'time.undone' : 'time.redone', { what });
}
