/** Colours for the canvas, which knows no CSS: read from the tokens, once for each theme. */
import type { MessageStyle } from './draw-messages.ts';

/** The tokens as they are at `element` now. */
export function styleFromTokens(element: Element): MessageStyle {
  const tokens = getComputedStyle(element);
  const token = (name: string) => tokens.getPropertyValue(name).trim();
  return {
    colours: {
      note: token('--in-transit'),
      poll: token('--border-strong'),
      transit: token('--in-transit'),
      retried: token('--in-transit'),
      waiting: token('--waiting'),
      done: token('--done'),
      failed: token('--failed'),
    },
    halo: token('--canvas-ground'),
    ink: token('--ink'),
  };
}

/** Calls back when the theme may have changed: the reader's switch, or the system's. Returns how to stop. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', changed);
  };
}
