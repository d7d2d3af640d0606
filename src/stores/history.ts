/** Changes that can be taken back, and made again: how things were set before and after each. */

/** Changes that can be taken back at most. Our choice. */
const MOST_CHANGES = 100;

export interface History<T> {
  /** Notes how things were before a change; what was taken back before it cannot be made again any more. */
  note(was: T): void;
  /** How things were before the last change, to be restored; undefined if there is none. `now` is what to come back to. */
  undo(now: T): T | undefined;
  redo(now: T): T | undefined;
  state(): { canUndo: boolean; canRedo: boolean };
}

export function createHistory<T>(): History<T> {
  let undone: readonly T[] = [];
  let redone: readonly T[] = [];
  return {
    note(was) {
      undone = [...undone, was].slice(-MOST_CHANGES);
      redone = [];
    },
    undo(now) {
      const to = undone.at(-1);
      if (to === undefined) return undefined;
      undone = undone.slice(0, -1);
      redone = [...redone, now];
      return to;
    },
    redo(now) {
      const to = redone.at(-1);
      if (to === undefined) return undefined;
      redone = redone.slice(0, -1);
      undone = [...undone, now];
      return to;
    },
    state: () => ({ canUndo: undone.length > 0, canRedo: redone.length > 0 }),
  };
}
