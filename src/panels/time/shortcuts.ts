/** Keys that move time, from anywhere on the page: shown at the buttons, bound by the page's keyboard. */

export interface Shortcut {
  /** The keys, as `KeyboardEvent.key` names them. */
  keys: readonly string[];
  /** As `aria-keyshortcuts` names the first of them. */
  aria: string;
  /** As it is written on screen. */
  shown: string;
}

export const timeShortcuts = {
  playOrPause: { keys: [' '], aria: 'Space', shown: 'Space' },
  nextFact: { keys: ['.'], aria: '.', shown: '.' },
  previousFact: { keys: [','], aria: ',', shown: ',' },
  nextNote: { keys: ['n'], aria: 'N', shown: 'N' },
  previousNote: { keys: ['p'], aria: 'P', shown: 'P' },
  restart: { keys: ['Home'], aria: 'Home', shown: 'Home' },
  faster: { keys: ['+', '='], aria: 'Plus', shown: '+' },
  slower: { keys: ['-'], aria: '-', shown: '−' },
} as const satisfies Record<string, Shortcut>;
