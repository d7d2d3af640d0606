/** What the end-to-end tests do and read again and again, in the words of the page. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the page at an address and waits until the runs on screen are known to their end. */
export async function open(page: Page, hash = ''): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(
    page
      .getByRole('heading', { level: 1 })
      .or(page.getByRole('heading', { level: 2 }))
      .first(),
  ).toBeVisible();
  await known(page);
}

/** Time in which a change that was just made has reached the lanes, in ms. */
const SETTLE_MS = 300;

/** Time in which the longest run is known, on a machine with other work, in ms. */
const COMPUTE_MS = 30_000;

/** Waits until nothing is left to compute. */
export async function known(page: Page): Promise<void> {
  await page.waitForTimeout(SETTLE_MS);
  await expect(page.getByText('not yet computed')).toHaveCount(0, { timeout: COMPUTE_MS });
}

/** The slider that is the time bar. */
export function timeBar(page: Page): Locator {
  return page.getByRole('slider', { name: 'Time of the run' }).first();
}

/** The button that plays; beside it a bench may have others that begin with the word. */
export function playButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Play', exact: true });
}

/** The time on the clock, in simulated seconds. */
export async function secondsShown(page: Page): Promise<number> {
  const parts = (await page.locator('.time-clock-now').innerText()).split(':');
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** The names in the picture that do not fit into their boxes. */
export async function cutNames(page: Page): Promise<string[]> {
  return await page
    .locator('.react-flow__node .face-name')
    .evaluateAll((names) =>
      names.filter((name) => name.scrollWidth > name.clientWidth + 1).map((name) => name.textContent ?? ''),
    );
}

/** The value of a figure under "What users see". */
export function figure(page: Page, label: string): Locator {
  const figures = page.getByRole('region', { name: 'What users see' });
  return figures.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd');
}

/** A cell of the table under the two pictures. */
export function cell(page: Page, stage: 'Monolith' | 'Queued', column: string): Locator {
  const table = page.getByRole('table').filter({ hasText: 'So far' });
  return table.locator('tbody tr', { hasText: stage }).locator('td').nth(columns.indexOf(column));
}

const columns = [
  'Accepted',
  'Refused',
  'Lost',
  'Waiting',
  'Ready to watch, half within',
  'Ready to watch, 95% within',
  'Ready to watch, 99% within',
  'Blast radius',
  'Time to recover',
  'Cost / hour now',
  'Cost so far',
  'Per 1,000 watchable',
  'Paid for idling',
];

/** The number in a cell or figure, without its signs and units; NaN while there is none. */
export async function numberIn(locator: Locator): Promise<number> {
  const text = await locator.innerText();
  const found = text.replaceAll(',', '').match(/-?\d+(\.\d+)?/);
  return Number(found?.[0] ?? Number.NaN);
}
