/** Facts made by hand, for readers of the trace. */
import { seconds } from '../../src/engine/time.ts';
import type { Observer } from '../../src/engine/trace.ts';
import { FACT, type FactKind } from '../../src/models/facts.ts';
import { type ComponentKind, models } from '../../src/models/registry.ts';
import type { WorldNode } from '../../src/models/world.ts';

/** What a fact says beyond when and what; whatever is left out is as in a fact that says nothing of it. */
export interface Said {
  component?: number;
  upload?: number;
  subject?: number;
  a?: number;
  b?: number;
  c?: number;
}

/** One fact: when, in seconds, what, and the rest. */
export type Told = readonly [atSeconds: number, kind: FactKind, said?: Said];

/** Tells an observer these facts, one after another. */
export function tell(observer: Observer, ...facts: readonly Told[]): void {
  for (const [atSeconds, kind, said = {}] of facts) {
    const { component = 0, upload = -1, subject = -1, a = 0, b = 0, c = 0 } = said;
    observer.fact(seconds(atSeconds), FACT[kind], component, upload, subject, a, b, c);
  }
}

/** A component as a world has it, with the classroom defaults but for `params`. */
export function nodeOf(kind: ComponentKind, id: string, params: Readonly<Record<string, unknown>> = {}): WorldNode {
  const defaults = Object.entries(models[kind].parameters).map(([name, { classroom }]) => [name, classroom]);
  return { id, kind, params: { ...Object.fromEntries(defaults), ...params } };
}
