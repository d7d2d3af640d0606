/** Whether what lies ahead is kept back: in a proof, until it was played to the end, so that nothing gives it away. */
import { useStore } from 'zustand';
import { useSession, useSessionState } from '../../stores/session-context.tsx';

export function useKeptBack(): boolean {
  return useSessionState(({ screen, claim, proved }) => screen === 'proof' && claim !== null && !proved.has(claim));
}

/** Whether the reader is asked what will happen: then "Play it" beside the question is the one thing to do. */
export function useIsAsked(): boolean {
  const isProof = useSessionState(({ screen }) => screen === 'proof');
  const question = useStore(useSession().proof, (state) => state.question);
  return isProof && question !== 'none';
}
