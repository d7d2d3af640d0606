/** How the reader wants things shown; kept from visit to visit where the browser lets us. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { NO_CHANGES, type PriceChanges, validChanges } from '../cost/prices.ts';
import type { Vocabulary } from '../text/text.ts';

export interface Settings {
  vocabulary: Vocabulary;
  theme: 'system' | 'light' | 'dark';
  /** Whether the reader is asked for a prediction before a proof plays; a teacher may switch it off. */
  predictions: boolean;
  /** Prices of the reader's own, in place of those of the list. */
  prices: PriceChanges;
}

export type SettingsStore = StoreApi<Settings>;

const KEY = 'decoupled.settings';
const initial: Settings = { vocabulary: 'neutral', theme: 'system', predictions: true, prices: NO_CHANGES };

export function createSettingsStore(): SettingsStore {
  const store = createStore<Settings>(() => ({ ...initial, ...kept() }));
  store.subscribe(keep);
  return store;
}

/** In a sandboxed frame even looking at storage throws: then nothing is kept, and nothing is lost by it. */
function kept(): Partial<Settings> {
  try {
    const all = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    const { vocabulary, theme, predictions, prices } = all;
    return {
      ...(vocabulary === 'neutral' || vocabulary === 'aws' ? { vocabulary } : {}),
      ...(theme === 'system' || theme === 'light' || theme === 'dark' ? { theme } : {}),
      ...(typeof predictions === 'boolean' ? { predictions } : {}),
      prices: validChanges(prices),
    };
  } catch {
    return {};
  }
}

function keep(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // not kept
  }
}
