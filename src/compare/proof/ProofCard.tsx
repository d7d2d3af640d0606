/** One of the two runs of a proof: which it is, what is done to it, how it is doing, and its picture. */
import { useStore } from 'zustand';
import type { Claim } from '../../lessons/claim.ts';
import { runName } from '../../panels/names.ts';
import { useSession } from '../../stores/session-context.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { RunCard } from '../RunCard.tsx';
import { differencesOf, sorted } from './differences.ts';
import styles from './ProofCard.module.css';

export type Which = 'claim' | 'foil';

export interface ProofCardProps {
  claim: Claim;
  which: Which;
  /** Without its name, where that stands elsewhere. */
  bare?: boolean;
  /** Without how it is doing, while that is asked. */
  asked?: boolean;
}

export function ProofCard({ claim, which, bare = false, asked = false }: ProofCardProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const run = useSession().run(which);
  const failure = useStore(run.store, (state) => state.failure);
  if (failure !== null) return <p className={styles.failure}>{say('proof.failed', { why: failure })}</p>;
  const own = sorted(claim, (scenario) => differencesOf(scenario, { say, vocabulary }))[which];
  const line = own.length > 0 ? own.join(' ') : say(`stage.${run.stage}.line`);
  return <RunCard run={run} line={line} marked={!asked} {...(bare ? {} : { title: runName(say, run) })} />;
}
