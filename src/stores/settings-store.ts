/** How the reader wants things shown; kept from visit to visit where the browser lets us. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Vocabulary } from '../text/text.ts';

export interface Settings {
  vocabulary: Vocabulary;
  theme: 'system' | 'light' | 'dark';
  /** Whether the reader is asked for a prediction before a proof plays; a teacher may switch it off. */
  predictions: boolean;
}

export type SettingsStore = StoreApi<Settings>;

const KEY = 'decoupled.settings';
const initial: Settings = { vocabulary: 'neutral', theme: 'system', predictions: true };

export function createSettingsStore(): SettingsStore {
  const store = createStore<Settings>(() => ({ ...initial, ...kept() }));
  store.subscribe(keep);
  return store;
}

/** In a sandboxed frame even looking at storage throws: then nothing is kept, and nothing is lost by it. */
function kept(): Partial<Settings> {
  try {
    const { vocabulary, theme, predictions } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    return {
      ...(vocabulary === 'neutral' || vocabulary === 'aws' ? { vocabulary } : {}),
      ...(theme === 'system' || theme === 'light' || theme === 'dark' ? { theme } : {}),
      ...(typeof predictions === 'boolean' ? { predictions } : {}),
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
