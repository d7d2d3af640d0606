/** What was shown last, so that whoever comes back finds it again: the form of each stage, and the bench of each lab. */
import { useEffect, useMemo, useRef } from 'react';
import { formsOf, isBenchId, type LabId, labOf, type StageId, type StoryId, storyOf } from '../stages/catalogue.ts';
import type { Screen } from '../stores/session.ts';
import { useSession } from '../stores/session-context.tsx';
import { benchesIn, isStage } from './screens.ts';

/** What a rung of the ladder or a bench shows: the form that was shown last, at first the one that it begins with. */
export type FormOf = (story: StoryId) => StageId;

export interface LastShown {
  formOf: FormOf;
  /** The bench of a lab that was shown last, in its form; at first the first. */
  benchIn: (lab: LabId) => StageId;
}

export function useLastShown(): LastShown {
  const session = useSession();
  const forms = useRef(new Map<StoryId, StageId>());
  const benches = useRef(new Map<LabId, StageId>());
  useEffect(() => {
    const note = ({ screen }: { screen: Screen }): void => {
      if (!isStage(screen)) return;
      const story = storyOf(screen);
      forms.current.set(story, screen);
      if (isBenchId(story)) benches.current.set(labOf(story), screen);
    };
    note(session.state.getState());
    return session.state.subscribe(note);
  }, [session]);
  return useMemo(() => {
    const formOf: FormOf = (story) => forms.current.get(story) ?? (formsOf(story)[0] as StageId);
    return { formOf, benchIn: (lab) => benches.current.get(lab) ?? formOf(benchesIn(lab)[0] as StoryId) };
  }, []);
}
