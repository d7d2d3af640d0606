/** Whether something is broken at the moment that is shown, and how to change it. */
import type { Target } from '../../scenario/scenario.ts';
import type { Session } from '../../stores/session.ts';
import { useClock, useSession, useSessionState } from '../../stores/session-context.tsx';

/** True while any of the targets is down at the playhead; follows the clock and every change of the scenario. */
export function useFaultIsOn(targets: readonly Target[]): boolean {
  const session = useSession();
  // The answer depends on the scenarios too; reading them here renders again when they change.
  useSessionState((state) => state.scenarios);
  return useClock(() => targets.some((target) => session.faultIsOn(target)));
}

/** Crashes the first target, or repairs all of them. */
export function setFault(session: Session, targets: readonly [Target, ...Target[]], on: boolean): void {
  if (on) {
    if (!session.faultIsOn(targets[0])) session.toggleCrash(targets[0]);
    return;
  }
  for (const target of targets) {
    if (session.faultIsOn(target)) session.toggleCrash(target);
  }
}
