/** The rules of the bus of a stage at the moment that is shown; none where there is no bus. */
import type { BusRule } from '../../models/parameters.ts';
import type { StageId } from '../../stages/catalogue.ts';
import { useClock, useSession, useSessionState } from '../../stores/session-context.tsx';

const none: readonly BusRule[] = [];

export function useRules(stage: StageId): readonly BusRule[] {
  const session = useSession();
  useSessionState((state) => state.scenarios);
  return useClock(() => (session.parameterNow(stage, 'bus', 'rules') as readonly BusRule[] | undefined) ?? none);
}
