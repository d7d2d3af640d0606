/** One of the two runs of a proof: which it is, what is done to it, how it is doing, and its picture. */
import { useStore } from 'zustand';
import type { Claim } from '../../lessons/claim.ts';
import { runName } from '../../panels/names.ts';
import { useSession } from '../../stores/session-context.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { RunCard } from '../RunCard.tsx';
import { descriptionOf, type Which } from './differences.ts';
import styles from './ProofCard.module.css';

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
  const line = descriptionOf(claim, which, { say, vocabulary }).join(' ');
  return <RunCard run={run} line={line} marked={!asked} {...(bare ? {} : { title: runName(say, run) })} />;
}
