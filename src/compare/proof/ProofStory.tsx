/** Beside a proof: which claim it is, what is run, and the way on and back. */
import { claimOf } from '../../lessons/catalogue.ts';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/use-text.ts';

export function ProofStory() {
  const say = useText();
  const session = useSession();
  const id = useSessionState((state) => state.claim);
  const claim = id === null ? undefined : claimOf(id);
  if (claim === undefined) return null;
  return <Button onClick={() => session.show(claim.stage)}>{say('proof.back')}</Button>;
}
