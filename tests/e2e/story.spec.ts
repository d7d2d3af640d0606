/** The main job: two architectures meet the same uploads; processing breaks; who notices, and what does it cost? */
import { expect, test } from './fixture.ts';
import { cell, figure, known, numberIn, open, playButton, secondsShown, timeBar } from './page.ts';

test('plays, breaks and repairs both architectures side by side', async ({ page }) => {
  await open(page, '#/compare');
  await playButton(page).click();
  await expect.poll(() => secondsShown(page)).toBeGreaterThan(3);
  await page.getByRole('button', { name: /^Pause/ }).click();

  await open(page, '#/compare?t=100');
  await page.getByRole('switch', { name: 'Crash processing' }).click();
  await known(page);
  await timeBar(page).focus();
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('PageUp');
  await expect.poll(() => secondsShown(page)).toBe(160);
  await expect.poll(() => numberIn(cell(page, 'Monolith', 'Refused'))).toBeGreaterThan(10);
  expect(await numberIn(cell(page, 'Queued', 'Refused'))).toBe(0);
  await expect(page.getByText('as it was').first()).toBeVisible();

  const refused = await numberIn(cell(page, 'Monolith', 'Refused'));
  await page.getByRole('button', { name: 'Repair everything' }).click();
  await known(page);
  await page.keyboard.press('End');
  await expect.poll(() => secondsShown(page)).toBe(300);
  expect(await numberIn(cell(page, 'Queued', 'Lost'))).toBe(0);
  expect(await numberIn(cell(page, 'Monolith', 'Refused'))).toBeLessThan(refused + 10);
  await expect(page.getByRole('switch', { name: 'Crash processing' })).not.toBeChecked();
});

test('a crash of the monolith is seen by everybody who uploads', async ({ page }) => {
  await open(page, '#/monolith?t=90');
  await page.getByRole('switch', { name: 'Crash the monolith' }).click();
  await known(page);
  await timeBar(page).focus();
  await page.keyboard.press('PageUp');
  await expect.poll(() => numberIn(figure(page, 'Refused'))).toBeGreaterThan(5);
  await expect(page.getByText(/crashed, everything stops/)).toBeVisible();
  await expect(page.getByText(/Some uploads are refused/).first()).toBeVisible();
});

test('flipping a switch while paused in the past changes the future from there', async ({ page }) => {
  await open(page, '#/monolith?t=250');
  expect(await numberIn(figure(page, 'Refused'))).toBe(0);
  await timeBar(page).focus();
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('PageDown');
  await expect.poll(() => secondsShown(page)).toBe(100);
  await page.getByRole('switch', { name: 'Crash the monolith' }).click();
  await known(page);
  await timeBar(page).focus();
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('PageUp');
  await expect.poll(() => numberIn(figure(page, 'Refused'))).toBeGreaterThan(20);
  for (let i = 0; i < 6; i += 1) await page.keyboard.press('PageDown');
  await expect.poll(() => secondsShown(page)).toBe(70);
  await expect(page.getByRole('switch', { name: 'Crash the monolith' })).not.toBeChecked();
  expect(await numberIn(figure(page, 'Refused'))).toBe(0);
});

test('an upload by hand is followed until it is watchable', async ({ page }) => {
  await open(page, '#/queued?t=60');
  await page.getByRole('button', { name: 'Upload a video' }).click();
  await expect(page.getByText(/^Upload \d+/).first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('20');
  await playButton(page).click();
  await expect(page.getByText(/Watchable after/).first()).toBeVisible();
  await expect(page.getByText(/Your upload, number \d+, is watchable/).first()).toBeAttached();
});

test('tells the walk-through of every course', async ({ page }) => {
  await open(page, '#/queued');
  await page.getByRole('button', { name: /Three videos, from nothing to nothing/ }).click();
  await known(page);
  await timeBar(page).focus();
  await page.keyboard.press('End');
  const log = page.getByRole('region', { name: 'Just now' }).or(page.getByRole('log')).first();
  await expect(log).toContainText('the last instance is gone');
  const told = await log.innerText();
  const desired = [...told.matchAll(/desired (\d+) → (\d+)/g)].map(([, from, to]) => `${from} → ${to}`).reverse();
  expect(desired).toEqual(['0 → 2', '2 → 1', '1 → 0']);
  expect(await numberIn(figure(page, 'Refused'))).toBe(0);
  await expect(page.getByText('min 0 desired 0 max 1337')).toBeVisible();
});

test('speaks plain words or the names of the services', async ({ page }) => {
  await open(page, '#/queued');
  // Sources keep the names they have.
  const names = page.locator('.react-flow').getByText(/SQS/);
  await expect(names).toHaveCount(0);
  await page.keyboard.press('v');
  await expect(names.first()).toBeVisible();
  await page.reload();
  await expect(names.first()).toBeVisible();
  await page.getByRole('radio', { name: 'Plain' }).check({ force: true });
  await expect(names).toHaveCount(0);
});
