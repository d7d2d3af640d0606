/** Bring your own traffic: real counts of a load balancer, or a small made-up file where those are not beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixture.ts';
import { cell, known, numberIn, open, timeBar } from './page.ts';

const real = fileURLToPath(new URL('../../../shared/data/elb-request-count.csv', import.meta.url));

/** Two made-up days of five-minute counts: nobody before six and after ten in the evening, most at eight. */
function madeUp(): string {
  const rows = ['timestamp,value'];
  for (let minute = 0; minute < 2 * 1440; minute += 5) {
    const hour = (minute % 1440) / 60;
    const count = hour < 6 || hour >= 22 ? 0 : Math.round(200 - 10 * Math.abs(hour - 20));
    const two = (n: number) => String(n).padStart(2, '0');
    rows.push(`2026-03-0${1 + Math.floor(minute / 1440)} ${two(Math.floor(hour))}:${two(minute % 60)}:00,${count}`);
  }
  return rows.join('\n');
}

test('plays recorded traffic on both architectures, and the fleet follows the day', async ({ page }) => {
  const isReal = existsSync(real);
  if (!isReal) test.info().annotations.push({ type: 'note', description: 'shared/data is not here: a made-up file' });
  const buffer = isReal ? readFileSync(real) : Buffer.from(madeUp());
  await open(page, '#/compare');
  await page.getByText('Your own traffic').click();
  await page
    .locator('input[type=file][accept*=csv]')
    .setInputFiles({ name: 'counts.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText(/counts\.csv: .* rows, one every/)).toBeVisible();
  await page.getByRole('button', { name: 'Play this traffic' }).click();
  await expect(page.getByText('Now playing counts.csv').first()).toBeVisible();
  await known(page);
  await timeBar(page).focus();
  await page.keyboard.press('End');
  await expect.poll(() => numberIn(cell(page, 'Monolith', 'Accepted'))).toBeGreaterThan(50);
  expect(await numberIn(cell(page, 'Queued', 'Accepted'))).toBeGreaterThan(50);

  await page
    .getByRole('link', { name: 'Queued' })
    .or(page.getByRole('button', { name: 'Queued' }))
    .first()
    .click();
  await known(page);
  const log = page.getByRole('region', { name: 'Just now' }).or(page.getByRole('log')).first();
  await expect(log).toContainText(/desired \d+ → \d+/);
  // In the quiet of the day nothing is left running.
  let emptied = false;
  for (let i = 0; i < 200 && !emptied; i += 1) {
    emptied = (await log.innerText()).includes('the last instance is gone');
    if (!emptied) await page.keyboard.press('Shift+ArrowLeft');
  }
  expect(emptied).toBe(true);
});

test('names the rows that cannot be read and loads nothing of them', async ({ page }) => {
  await open(page, '#/compare');
  await page.getByText('Your own traffic').click();
  const buffer = Buffer.from('timestamp,value\n2026-03-01 00:00:00,5\n2026-03-01 00:05:00,many\nyesterday,4\n');
  await page.locator('input[type=file][accept*=csv]').setInputFiles({ name: 'bad.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText('2 rows of bad.csv cannot be read, so nothing was loaded.')).toBeVisible();
  await expect(page.getByText(/Line 3: the value is not a number/)).toBeVisible();
  await expect(page.getByText(/Line 4: the timestamp is not like/)).toBeVisible();
  await expect(page.getByText(/story’s own traffic/)).toBeVisible();
});
