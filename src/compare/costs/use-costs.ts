/** The curves of this page's session: run while they are looked at, and kept for when the reader comes back. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { bookWith, type PriceBook } from '../../cost/prices.ts';
import { perSession } from '../../stores/per-session.ts';
import { useSession, useSettings } from '../../stores/session-context.tsx';
import { type CostsState, createCosts } from './costs-store.ts';

const costsOf = perSession(() => createCosts());

export interface CostsInUse {
  state: CostsState;
  book: PriceBook;
  start(): void;
  stop(): void;
}

/** Begins when the page is shown, and stops when it is left. */
export function useCosts(): CostsInUse {
  const session = useSession();
  const costs = costsOf(session);
  const state = useStore(costs.state);
  const prices = useSettings((settings) => settings.prices);
  const book = bookWith(prices);
  const start = (): void => costs.start(() => bookWith(prices));
  // With other prices the lines cross elsewhere: then it is begun again, to look there more closely.
  useEffect(() => {
    costs.start(() => bookWith(prices));
    return () => costs.stop();
  }, [costs, prices]);
  return { state, book, start, stop: costs.stop };
}
