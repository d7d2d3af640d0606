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
    expect(doesOn('.')).toBe('One step on');
    expect(doesOn('u')).toBe('Upload a video now');
    expect(doesOn('1')).toBe('Show Monolith');
    expect(doesOn('7')).toBe('Show Serverless');
    expect(doesOn('8')).toBe('Compare several side by side');
    expect(doesOn('0')).toBe('To the front page');
    expect(doesOn('w')).toBe('Which should I choose?');
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
    expect(doesOn('z')).toBeUndefined();
  });

  it('take back with Ctrl or Cmd, and make again with Shift as well', () => {
    expect(doesOn('z', { ctrlKey: true })).toBe('Undo the last change');
    expect(doesOn('z', { metaKey: true })).toBe('Undo the last change');
    expect(doesOn('Z', { ctrlKey: true, shiftKey: true })).toBe('Redo it');
    expect(doesOn('Z', { metaKey: true, shiftKey: true })).toBe('Redo it');
    expect(doesOn('z', { ctrlKey: true, altKey: true })).toBeUndefined();
  });

  it('open what there is to break', () => {
    const showBreak = vi.fn();
    shortcutFor(press('b'))?.run({ showBreak } as unknown as Page);
    expect(showBreak).toHaveBeenCalledOnce();
  });

  it('are each bound once', () => {
    const bound = shortcuts.flatMap(({ keys, shift = false, mod = false }) =>
      keys.map((key) => `${mod} ${shift} ${key}`),
    );
    expect(new Set(bound).size).toBe(bound.length);
  });

  it('crash processing where it is done, and open the dialogs', () => {
    const toggleFault = vi.fn();
    const showHelp = vi.fn();
    const showChoose = vi.fn();
    const page = { session: { toggleFault }, showHelp, showChoose } as unknown as Page;
    shortcutFor(press('c'))?.run(page);
    shortcutFor(press('?'))?.run(page);
    shortcutFor(press('w'))?.run(page);
    expect(toggleFault).toHaveBeenCalledWith('crash', 'step:process');
    expect(showHelp).toHaveBeenCalledOnce();
    expect(showChoose).toHaveBeenCalledOnce();
  });

  it('are for the runs on screen where they play, go through time or break something, and not elsewhere', () => {
    for (const key of [' ', '.', 'ArrowLeft', 'End', '+', 'u', 'c', 'b', 'r']) {
      expect(shortcutFor(press(key))?.forRuns).toBe(true);
    }
    for (const key of ['1', '9', '0', 'w', 't', '?']) expect(shortcutFor(press(key))?.forRuns).toBeUndefined();
  });

  it('lead to the form of a stage that was shown last', () => {
    const show = vi.fn();
    const formOf: Page['formOf'] = (rung) => (rung === 'queued' ? 'queued-steps' : rung);
    const page = { session: { show }, formOf } as unknown as Page;
    for (const key of ['4', '5', '8', '9', 'm', '0']) shortcutFor(press(key))?.run(page);
    const shown = ['queued-steps', 'microservices', 'compare', 'failures', 'costs', 'home'];
    expect(show.mock.calls.flat()).toEqual(shown);
  });

  it('lead into the labs, to the bench that was shown last', () => {
    const show = vi.fn();
    const benchIn: Page['benchIn'] = (lab) => (lab === 'bus-lab' ? 'bus-rules' : 'function-memory');
    const page = { session: { show }, benchIn } as unknown as Page;
    for (const key of ['f', 'e']) shortcutFor(press(key))?.run(page);
    expect(show.mock.calls.flat()).toEqual(['function-memory', 'bus-rules']);
  });

  it('lead from bench to bench, on to the uses of functions, and nowhere else', () => {
    const walked = (screen: string, key: string): unknown[] => {
      const show = vi.fn();
      const state = { getState: () => ({ screen, claim: null }) };
      const page = { session: { show, state }, formOf: (story: string) => story } as unknown as Page;
      shortcutFor(press(key))?.run(page);
      return show.mock.calls.flat();
    };
    expect(walked('function-memory', 'j')).toEqual(['function-runtimes']);
    expect(walked('function-memory', 'k')).toEqual(['function-environments']);
    expect(walked('function-crossover', 'j')).toEqual(['serverless-application']);
    expect(walked('bus-river', 'k')).toEqual([]);
    expect(walked('real-time-stream', 'j')).toEqual([]);
    expect(walked('monolith', 'j')).toEqual([]);
    expect(walked('home', 'k')).toEqual([]);
  });
});
