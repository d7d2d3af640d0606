/** The proof of a claim: a prediction, the claim's run beside its foil, and the verdict. */
import { claimOf } from '../../lessons/catalogue.ts';
import { runName } from '../../panels/names.ts';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { useText } from '../../ui/use-text.ts';
import { RunCard } from '../RunCard.tsx';

export function ProofView() {
  const say = useText();
  const session = useSession();
  const id = useSessionState((state) => state.claim);
  if (id === null || claimOf(id) === undefined) return <p>{say('proof.none')}</p>;
  const runs = [session.run('claim'), session.run('foil')];
  return (
    <div>
      {runs.map((run) => (
        <RunCard key={run.id} run={run} title={runName(say, run)} />
      ))}
    </div>
  );
}
