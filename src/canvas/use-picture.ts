/** What faces and links read while rendering: the latest picture, and how a component is set at its moment. */
import { useSyncExternalStore } from 'react';
import { toSeconds } from '../engine/time.ts';
import type { ComponentKind } from '../models/registry.ts';
import type { Frame } from '../playback/director.ts';
import type { ViewOf } from '../playback/view.ts';
import { useRun, useRunState, useShown } from '../stores/session-context.tsx';
import { type Params, paramsNow } from './params-now.ts';

/** The latest picture, a few times a second; null before the first. It is live: read it, do not keep it. */
export function usePicture(): Frame | null {
  const { frames } = useRun();
  useSyncExternalStore(frames.subscribe, frames.tick);
  return frames.latest();
}

/** What is shown of a component that is of this kind; undefined before the first picture. */
export function useShownAs<K extends ComponentKind>(component: number, kind: K): ViewOf<K> | undefined {
  const view = useShown(component);
  return view?.kind === kind ? (view as ViewOf<K>) : undefined;
}

/** The parameters of a component at the moment that is shown. */
export function useParamsNow(component: number): Params {
  const scenario = useRunState((run) => run.scenario);
  const t = usePicture()?.t ?? 0;
  return paramsNow(scenario, component, toSeconds(t));
}
