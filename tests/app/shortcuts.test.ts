/** The keys of the page. */
import { describe, expect, it, vi } from 'vitest';
import { type Page, type Press, shortcutFor, shortcuts } from '../../src/app/shortcuts.ts';
import { text } from '../../src/text/text.ts';
import type { Say } from '../../src/ui/use-text.ts';

const say: Say = (key, ...args) => text('neutral', key, ...args);
const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});
const doesOn = (key: string, held?: Partial<Press>): string | undefined => shortcutFor(press(key, held))?.does(say);

describe('keys', () => {
  it('do what the help says', () => {
    expect(doesOn(' ')).toBe('Play or pause');
    expect(doesOn('.')).toBe('On to the next fact');
    expect(doesOn('u')).toBe('Upload a video now');
    expect(doesOn('1')).toBe('Show Monolith');
    expect(doesOn('3')).toBe('Show Side by side');
  });

  it('mean the letter, with shift or caps lock or without', () => {
    expect(doesOn('C', { shiftKey: true })).toBe(doesOn('c'));
  });

  it('take signs as they are typed, wherever they lie on a keyboard', () => {
    expect(doesOn('?', { shiftKey: true })).toBe('This help');
    expect(doesOn('?')).toBe('This help');
    expect(doesOn('+', { shiftKey: true })).toBe('Faster');
  });

  it('tell the arrows with shift from those without', () => {
    expect(doesOn('ArrowRight')).toBe('Five seconds on');
    expect(doesOn('ArrowRight', { shiftKey: true })).toBe('On to the next event of note');
  });

  it('leave to the browser what is held with Ctrl, Alt or Meta', () => {
    expect(doesOn('r', { ctrlKey: true })).toBeUndefined();
    expect(doesOn('ArrowLeft', { altKey: true })).toBeUndefined();
    expect(doesOn('c', { metaKey: true })).toBeUndefined();
  });

  it('are each bound once', () => {
    const bound = shortcuts.flatMap(({ keys, shift = false }) => keys.map((key) => `${shift} ${key}`));
    expect(new Set(bound).size).toBe(bound.length);
  });

  it('crash processing where it is done, and show the help', () => {
    const toggleCrash = vi.fn();
    const showHelp = vi.fn();
    const page = { session: { toggleCrash }, showHelp } as unknown as Page;
    shortcutFor(press('c'))?.run(page);
    shortcutFor(press('?'))?.run(page);
    expect(toggleCrash).toHaveBeenCalledWith('step:process');
    expect(showHelp).toHaveBeenCalledOnce();
  });
});
