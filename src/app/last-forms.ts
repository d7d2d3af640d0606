/** Which form of each stage was shown last, so that whoever comes back finds it again. */
import { useCallback, useEffect, useRef } from 'react';
import { formsOf, type LadderId, type StageId, storyOf } from '../stages/catalogue.ts';
import type { Screen } from '../stores/session.ts';
import { useSession } from '../stores/session-context.tsx';
import { isStage } from './screens.ts';

/** What a rung of the ladder shows: the form that was shown last, at first the one that the ladder begins with. */
export type FormOf = (rung: LadderId) => StageId;

export function useLastForms(): FormOf {
  const session = useSession();
  const forms = useRef(new Map<string, StageId>());
  useEffect(() => {
    const note = ({ screen }: { screen: Screen }): void => {
      if (isStage(screen)) forms.current.set(storyOf(screen), screen);
    };
    note(session.state.getState());
    return session.state.subscribe(note);
  }, [session]);
  return useCallback((rung) => forms.current.get(rung) ?? (formsOf(rung)[0] as StageId), []);
}
