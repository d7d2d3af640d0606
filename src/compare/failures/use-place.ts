/** The cell that is picked: whoever comes back to the table finds it picked, and in focus after a look at its run. */
import { useCallback, useState } from 'react';
import type { Session } from '../../stores/session.ts';
import { useSession } from '../../stores/session-context.tsx';
import type { Place } from './place.ts';

interface Left {
  place: Place;
  /** Whether its run was opened. */
  isOpened: boolean;
}

const FIRST: Left = { place: { row: 'crash', column: 0 }, isOpened: false };

const left = new WeakMap<Session, Left>();

export interface PickedPlace {
  place: Place;
  pick: (place: Place) => void;
  /** Notes that the run of the cell is looked at now. */
  leave: (place: Place) => void;
  /** Whether the table is shown again after a look at the run of the cell. */
  isBack: boolean;
}

export function usePlace(): PickedPlace {
  const session = useSession();
  const [{ place: first, isOpened }] = useState(() => left.get(session) ?? FIRST);
  const [place, setPlace] = useState(first);
  const pick = useCallback(
    (next: Place): void => {
      left.set(session, { place: next, isOpened: false });
      setPlace(next);
    },
    [session],
  );
  const leave = useCallback((from: Place): void => void left.set(session, { place: from, isOpened: true }), [session]);
  return { place, pick, leave, isBack: isOpened };
}
