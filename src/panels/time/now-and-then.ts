/** Values that change often, told seldom: what is read is at most `everyMs` old, and the last change is never missed. */

/** What `useSyncExternalStore` takes. */
export interface Watched<T> {
  subscribe(listener: () => void): () => void;
  read(): T;
}

/** Anything that tells of its changes, such as a store. */
export interface Source {
  subscribe(listener: () => void): () => void;
}

/** Tells of changes in what `read` answers, at most once every `everyMs` on the wall. */
export function nowAndThen<T>(
  sources: readonly Source[],
  read: () => T,
  isSame: (a: T, b: T) => boolean,
  everyMs: number,
): Watched<T> {
  const listeners = new Set<() => void>();
  let value = read();
  let toldAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let detach: (() => void)[] = [];

  function tell(): void {
    timer = undefined;
    const next = read();
    if (isSame(value, next)) return;
    value = next;
    toldAt = performance.now();
    for (const listener of listeners) listener();
  }

  function hear(): void {
    if (timer !== undefined) return;
    const left = toldAt + everyMs - performance.now();
    if (left <= 0) tell();
    else timer = setTimeout(tell, left);
  }

  return {
    read: () => value,
    subscribe(listener) {
      if (listeners.size === 0) {
        detach = sources.map((source) => source.subscribe(hear));
        // What happened since it was made, while nobody listened.
        const next = read();
        if (!isSame(value, next)) value = next;
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        for (const stop of detach) stop();
        clearTimeout(timer);
        timer = undefined;
      };
    },
  };
}
