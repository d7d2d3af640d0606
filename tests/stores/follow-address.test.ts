/** The history of the page: what is written into it, by a browser that is a list of entries and answers when it likes. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followAddress } from '../../src/stores/address.ts';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';

interface Browser {
  entries: string[];
  at: number;
  /** Goes back by one entry, as the reader does. */
  back(): void;
  /** A second passes. */
  second(): void;
}

let browser: Browser;

beforeEach(() => {
  const heard: Record<string, () => void> = {};
  let everySecond = (): void => undefined;
  browser = {
    entries: ['#/failures'],
    at: 0,
    back() {
      browser.at -= 1;
      heard['popstate']?.();
      heard['hashchange']?.();
    },
    second: () => everySecond(),
  };
  vi.stubGlobal('location', {
    get hash() {
      return browser.entries[browser.at];
    },
  });
  vi.stubGlobal('history', {
    pushState(_: unknown, __: string, address: string) {
      browser.entries = [...browser.entries.slice(0, browser.at + 1), address];
      browser.at += 1;
    },
    replaceState(_: unknown, __: string, address: string) {
      browser.entries[browser.at] = address;
    },
  });
  vi.stubGlobal('addEventListener', (event: string, listener: () => void) => {
    heard[event] = listener;
  });
  vi.stubGlobal('setInterval', (listener: () => void) => {
    everySecond = listener;
  });
});
afterEach(() => void vi.unstubAllGlobals());

/** Long enough for all that is packed and unpacked. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));

/** A page that went from the table to Tiers, and there to Queued. */
async function aTrail(): Promise<PageSession> {
  const session = createSession();
  await followAddress(session, () => undefined);
  for (const screen of ['tiers', 'queued'] as const) {
    session.show(screen);
    await vi.waitFor(() => expect(browser.entries.at(-1)).toBe(`#/${screen}`), { timeout: 20_000 });
  }
  await settle();
  return session;
}

it('leads back to the table while the time of the run is being written', async () => {
  const session = await aTrail();
  session.seek(40);
  browser.second();
  browser.back();
  await settle();
  browser.second();
  browser.back();
  browser.second();
  await settle();
  expect(browser.entries).toEqual(['#/failures', '#/tiers', '#/queued']);
  expect(session.state.getState().screen).toBe('failures');
});

it('writes no place that was left into the entry that the reader came to', async () => {
  const session = await aTrail();
  browser.back();
  // The arrival is still being unpacked.
  browser.second();
  await settle();
  expect(browser.entries[1]).toBe('#/tiers');
  expect(session.state.getState().screen).toBe('tiers');
});

it('keeps what was before a step as an entry of its own', async () => {
  const session = await aTrail();
  browser.second();
  session.setSeed(7);
  await Promise.resolve();
  browser.second();
  await vi.waitFor(() => expect(browser.entries).toHaveLength(4), { timeout: 20_000 });
  expect(browser.entries[2]).toBe('#/queued');
});
