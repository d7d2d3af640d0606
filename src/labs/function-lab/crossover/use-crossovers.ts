/** The curves of this page's session, and the terms under which they are looked at. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CostsState } from '../../../compare/costs/costs-store.ts';
import { bookWith, type PriceBook } from '../../../cost/prices.ts';
import { perSession } from '../../../stores/per-session.ts';
import { useSession, useSettings } from '../../../stores/session-context.tsx';
import type { CrossoverId, Terms } from './contest.ts';
import { type Crossovers, createCrossovers, type Tried } from './crossovers-store.ts';

/** What the reader has chosen last, kept with the curves. */
interface Kept {
  crossovers: Crossovers;
  terms: Terms | null;
}

const keptOf = perSession((): Kept => ({ crossovers: createCrossovers(), terms: null }));

export interface CrossoversInUse {
  terms: Terms;
  choose(terms: Terms): void;
  state: CostsState<CrossoverId>;
  tried: readonly Tried[];
  book: PriceBook;
  start(): void;
  stop(): void;
}

/** Begins when it is shown, or the terms are others; stops when it is left. `first`: the terms where none were chosen. */
export function useCrossovers(first: Terms): CrossoversInUse {
  const kept = keptOf(useSession());
  const [terms, setTerms] = useState(kept.terms ?? first);
  const { costs } = kept.crossovers.under(terms);
  const state = useStore(costs.state);
  const prices = useSettings((settings) => settings.prices);
  useEffect(() => {
    costs.start(() => bookWith(prices));
    return () => costs.stop();
  }, [costs, prices]);
  return {
    terms,
    choose(chosen) {
      kept.terms = chosen;
      setTerms(chosen);
    },
    state,
    tried: kept.crossovers.tried(),
    book: bookWith(prices),
    start: () => costs.start(() => bookWith(prices)),
    stop: costs.stop,
  };
}
