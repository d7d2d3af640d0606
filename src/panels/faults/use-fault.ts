/** Whether something is broken at the moment that is shown, and how to change it. */
import type { Session } from '../../stores/session.ts';
import { useClock, useSession, useSessionState } from '../../stores/session-context.tsx';
import { useRunsOnScreen } from '../use-runs-on-screen.ts';
import { useScenarios } from '../use-scenarios.ts';
import type { FaultSwitch } from './switches.ts';

/** What strikes, and where. */
export type Struck = Pick<FaultSwitch, 'fault' | 'targets'>;

/** True while any of these lasts at the playhead; follows the clock and every change of the scenario. */
export function useFaultIsOn(any: readonly Struck[]): boolean {
  const session = useSession();
  // The answer depends on the scenarios too; reading them here renders again when they change.
  useSessionState((state) => state.scenarios);
  return useClock(() => any.some(({ fault, targets }) => targets.some((target) => session.faultIsOn(fault, target))));
}

/** Strikes at the first target, or repairs all of them. */
export function setFault(session: Session, { fault, targets }: Struck, on: boolean): void {
  if (on) {
    if (!session.faultIsOn(fault, targets[0])) session.toggleFault(fault, targets[0]);
    return;
  }
  for (const target of targets) {
    if (session.faultIsOn(fault, target)) session.toggleFault(fault, target);
  }
}

/** Whether the end of all runs on screen is shown: nothing can be struck any more, at this moment. */
export function useIsOver(): boolean {
  const now = useScenarios(useRunsOnScreen());
  const until = Math.max(0, ...now.map(({ scenario }) => scenario.durationSeconds));
  return useClock(({ t }) => now.length > 0 && t >= until - SHORTEST_SECONDS);
}

/** Moments are written to the millisecond. */
const SHORTEST_SECONDS = 0.001;

/** True while anything at all is broken at the playhead, in any run on screen. */
export function useAnyFaultIsOn(): boolean {
  const now = useScenarios(useRunsOnScreen());
  return useClock(({ t }) =>
    now.some(({ scenario }) =>
      scenario.interventions.some(
        (each) =>
          each.kind === 'fault' && each.atSeconds <= t && (each.untilSeconds === undefined || t < each.untilSeconds),
      ),
    ),
  );
}
