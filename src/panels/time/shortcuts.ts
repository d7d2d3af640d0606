/** Keys that move time, or change what happens in it, from anywhere on the page: shown at the buttons, bound by the page's keyboard. */

export interface Shortcut {
  /** The keys, as `KeyboardEvent.key` names them. */
  keys: readonly string[];
  /** As `aria-keyshortcuts` names the first of them. */
  aria: string;
  /** As it is written on screen. */
  shown: string;
  /** Whether Ctrl, or Cmd, must be held; then shift counts too. */
  mod?: true;
  shift?: true;
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
  breakIt: { keys: ['b'], aria: 'B', shown: 'B' },
  undo: { keys: ['z'], mod: true, aria: 'Control+Z Meta+Z', shown: 'Ctrl Z' },
  redo: { keys: ['z'], mod: true, shift: true, aria: 'Control+Shift+Z Meta+Shift+Z', shown: 'Ctrl Shift Z' },
} as const satisfies Record<string, Shortcut>;
