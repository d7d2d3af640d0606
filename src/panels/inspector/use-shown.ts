/** What is shown of one component now, whichever run it belongs to. */
import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { SimTime } from '../../engine/time.ts';
import type { WorldNode } from '../../models/world.ts';
import type { ComponentView } from '../../playback/view.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import { faultsAt, type LastingFault } from '../../scenario/lasting-faults.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { RunId } from '../../stores/session.ts';
import { useSession } from '../../stores/session-context.tsx';

export interface Shown {
  node: WorldNode;
  /** Live: read it while rendering, do not keep it. */
  view: ComponentView;
  /** The moment of the picture. */
  t: SimTime;
  /** What lasts there by way of faults, at that moment. */
  faults: readonly LastingFault[];
  scenario: Scenario;
}

/** Null before the first picture, or if the architecture has no such component. */
export function useShownIn(run: RunId, component: string): Shown | null {
  const { frames, store } = useSession().run(run);
  useSyncExternalStore(frames.subscribe, frames.tick);
  const scenario = useStore(store, (state) => state.scenario);
  const nodes = useMemo(() => nodesOf(scenario), [scenario]);
  const index = nodes.findIndex(({ id }) => id === component);
  const node = nodes[index];
  const frame = frames.latest();
  const view = frame?.view[index];
  if (!(node && frame && view)) return null;
  return { node, view, t: frame.t, faults: faultsAt(scenario, index, frame.t), scenario };
}
