/** Whether what lies ahead is kept back: in a proof, until it was played to the end, so that nothing gives it away. */
import { useSessionState } from '../../stores/session-context.tsx';

export function useKeptBack(): boolean {
  return useSessionState(({ screen, claim, proved }) => screen === 'proof' && claim !== null && !proved.has(claim));
}
