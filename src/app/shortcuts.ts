/** Every key of the page, as one list: the keyboard binds it and the help shows it. */
import { timeShortcuts } from '../panels/time/shortcuts.ts';
import { labIds, ladderIds } from '../stages/catalogue.ts';
import type { Session } from '../stores/session.ts';
import type { Settings } from '../stores/settings-store.ts';
import type { Say } from '../ui/use-text.ts';
import { labWays } from './lab-ways.tsx';
import type { LastShown } from './last-forms.ts';
import { benchesIn, benchShown, labShown } from './screens.ts';

/** What a key can do besides what the session can. */
export interface Page extends LastShown {
  session: Session;
  showHelp(): void;
  showChoose(): void;
  /** Everything that can break, to pick from; nothing where nothing can be broken. */
  showBreak(): void;
}

/** The key of a keyboard event that matters here. */
export interface Press {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

export interface Shortcut {
  /** As `KeyboardEvent.key` names them. */
  keys: readonly string[];
  /** Whether shift must be held; what needs shift to be typed at all says nothing. */
  shift?: boolean;
  /** Whether Ctrl, or Cmd, must be held; then shift counts, whatever the key. */
  mod?: boolean;
  /** Whether it is of no use where no run is on screen. */
  forRuns?: true;
  /** As they are written in the help. */
  shown: string;
  does: (say: Say) => string;
  run: (page: Page) => void;
}

/** How far the arrows go, in simulated seconds. Our choice. */
const ARROW_SECONDS = 5;

const seekBy =
  (seconds: number) =>
  ({ session }: Page): void =>
    session.seek(session.clock.getState().t + seconds);

/** The end of what is known so far of every run on screen. */
function knownUntil(session: Session): number {
  return Math.min(...session.runsOnScreen().map(({ store }) => store.getState().recordedUntilSeconds));
}

/** From bench to bench of a lab. */
export const benchKeys = {
  next: { keys: ['j'], shown: 'J' },
  previous: { keys: ['k'], shown: 'K' },
} as const;

const nextThemes: Record<Settings['theme'], Settings['theme']> = { system: 'light', light: 'dark', dark: 'system' };

/** Goes round the themes. */
export function nextTheme(session: Session): void {
  session.settings.setState(({ theme }) => ({ theme: nextThemes[theme] }));
}

function otherVocabulary(session: Session): void {
  session.settings.setState(({ vocabulary }) => ({ vocabulary: vocabulary === 'aws' ? 'neutral' : 'aws' }));
}

/** To the bench of the lab that stands so many places further; nothing beyond its ends, and in no lab. */
const benchBy =
  (places: number) =>
  ({ session, formOf }: Page): void => {
    const state = session.state.getState();
    const lab = labShown(state);
    const shown = benchShown(state);
    if (lab === null || shown === null) return;
    const benches = benchesIn(lab);
    const next = benches[benches.indexOf(shown) + places];
    if (next !== undefined) session.show(formOf(next));
  };

/** Keys for the runs on screen. */
const forRuns: readonly Shortcut[] = [
  { ...timeShortcuts.playOrPause, does: (say) => say('key.play'), run: ({ session }) => session.togglePlay() },
  { ...timeShortcuts.nextFact, does: (say) => say('key.nextFact'), run: ({ session }) => session.stepForward() },
  { ...timeShortcuts.previousFact, does: (say) => say('key.previousFact'), run: ({ session }) => session.stepBack() },
  { ...timeShortcuts.nextNote, does: (say) => say('key.nextNote'), run: ({ session }) => session.nextNote() },
  {
    ...timeShortcuts.previousNote,
    does: (say) => say('key.previousNote'),
    run: ({ session }) => session.previousNote(),
  },
  {
    keys: ['ArrowRight'],
    shift: true,
    shown: 'Shift →',
    does: (say) => say('key.nextNote'),
    run: ({ session }) => session.nextNote(),
  },
  {
    keys: ['ArrowLeft'],
    shift: true,
    shown: 'Shift ←',
    does: (say) => say('key.previousNote'),
    run: ({ session }) => session.previousNote(),
  },
  { keys: ['ArrowRight'], shown: '→', does: (say) => say('key.forward'), run: seekBy(ARROW_SECONDS) },
  { keys: ['ArrowLeft'], shown: '←', does: (say) => say('key.back'), run: seekBy(-ARROW_SECONDS) },
  { ...timeShortcuts.restart, does: (say) => say('key.start'), run: ({ session }) => session.seek(0) },
  {
    keys: ['End'],
    shown: 'End',
    does: (say) => say('key.end'),
    run: ({ session }) => session.seek(knownUntil(session)),
  },
  { ...timeShortcuts.faster, does: (say) => say('key.faster'), run: ({ session }) => session.faster() },
  { ...timeShortcuts.slower, does: (say) => say('key.slower'), run: ({ session }) => session.slower() },
  { keys: ['u'], shown: 'U', does: (say) => say('key.upload'), run: ({ session }) => session.uploadNow() },
  {
    keys: ['c'],
    shown: 'C',
    does: (say) => say('key.crash'),
    run: ({ session }) => session.toggleFault('crash', 'step:process'),
  },
  { ...timeShortcuts.breakIt, does: (say) => say('key.break'), run: (page) => page.showBreak() },
  { keys: ['r'], shown: 'R', does: (say) => say('key.repair'), run: ({ session }) => session.repairAll() },
];

export const shortcuts: readonly Shortcut[] = [
  ...forRuns.map((shortcut): Shortcut => ({ ...shortcut, forRuns: true })),
  { ...timeShortcuts.undo, does: (say) => say('key.undo'), run: ({ session }) => session.undo() },
  { ...timeShortcuts.redo, does: (say) => say('key.redo'), run: ({ session }) => session.redo() },
  ...ladderIds.map(
    (stage, index): Shortcut => ({
      keys: [String(index + 1)],
      shown: String(index + 1),
      does: (say) => say('key.screen', { screen: say(`stage.${stage}`) }),
      run: ({ session, formOf }) => session.show(formOf(stage)),
    }),
  ),
  { keys: ['8'], shown: '8', does: (say) => say('key.compare'), run: ({ session }) => session.show('compare') },
  { keys: ['9'], shown: '9', does: (say) => say('key.failures'), run: ({ session }) => session.show('failures') },
  { keys: ['m'], shown: 'M', does: (say) => say('key.costs'), run: ({ session }) => session.show('costs') },
  ...labIds.map(
    (lab): Shortcut => ({
      keys: [labWays[lab].key.toLowerCase()],
      shown: labWays[lab].key,
      does: (say) => say('key.screen', { screen: say(`lab.${lab}`) }),
      run: ({ session, benchIn }) => session.show(benchIn(lab)),
    }),
  ),
  { ...benchKeys.next, does: (say) => say('key.bench.next'), run: benchBy(1) },
  { ...benchKeys.previous, does: (say) => say('key.bench.previous'), run: benchBy(-1) },
  { keys: ['0'], shown: '0', does: (say) => say('key.home'), run: ({ session }) => session.show('home') },
  { keys: ['w'], shown: 'W', does: (say) => say('key.choose'), run: (page) => page.showChoose() },
  { keys: ['v'], shown: 'V', does: (say) => say('key.words'), run: ({ session }) => otherVocabulary(session) },
  { keys: ['t'], shown: 'T', does: (say) => say('key.theme'), run: ({ session }) => nextTheme(session) },
  { keys: ['?'], shown: '?', does: (say) => say('key.help'), run: (page) => page.showHelp() },
  { keys: ['Escape'], shown: 'Esc', does: (say) => say('key.escape'), run: ({ session }) => session.select(null) },
];

/** What a press asks for; undefined if nothing. Other keys held with Ctrl, Alt or Meta belong to the browser. */
export function shortcutFor({ key, shiftKey, ctrlKey, altKey, metaKey }: Press): Shortcut | undefined {
  if (altKey) return undefined;
  const held = ctrlKey || metaKey;
  const typed = key.length === 1 ? key.toLowerCase() : key;
  // A key of one letter or sign is what was typed, with shift or without; only named keys are told apart by shift.
  const matches = ({ keys, shift = false, mod = false }: Shortcut): boolean =>
    keys.includes(typed) && mod === held && ((key.length === 1 && !mod) || shift === shiftKey);
  return shortcuts.find(matches);
}

/** What Space and Enter work while it is in focus. */
export const pressable = 'button, a, summary, [role="button"], .react-flow__node';

/** Keys that mean something to the control in focus, by the controls that use them. */
const ownKeys: readonly { selector: string; keys: readonly string[] }[] = [
  { selector: pressable, keys: [' ', 'Enter'] },
  {
    selector: '[role="tablist"], [role="slider"], [role="listbox"], [role="menu"]',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'],
  },
];

/** Whether one writes there: what Ctrl takes back is then what was written. */
export function isWriting(focused: Element): boolean {
  if (focused.closest('textarea, [contenteditable="true"]')) return true;
  const field = focused.closest('input');
  return field !== null && !['checkbox', 'radio', 'range', 'button', 'submit'].includes(field.type);
}

/** Whether what is in focus takes this key for itself. */
export function isTaken(key: string, focused: Element): boolean {
  if (focused.closest('dialog[open]')) return true;
  return ownKeys.some(({ selector, keys }) => keys.includes(key) && focused.closest(selector) !== null);
}
