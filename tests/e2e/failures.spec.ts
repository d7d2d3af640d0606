/** Every fault in every architecture, run in the background. */
import { expect, test } from './fixture.ts';
import { numberIn, open, secondsShown } from './page.ts';

test('the table fills while it is looked at, stops, goes on, and opens the run of a cell at the fault', async ({
  page,
}) => {
  test.slow();
  await open(page, '#/failures');
  const progress = page.getByRole('progressbar', { name: 'Runs that are done' });
  const done = async (): Promise<number> => progress.evaluate((bar: HTMLProgressElement) => bar.value);
  await expect.poll(done).toBeGreaterThan(20);
  await page.getByRole('button', { name: 'Stop' }).click();
  const stopped = await done();
  await page.waitForTimeout(1500);
  expect(await done()).toBeLessThanOrEqual(stopped + 2);
  await page.getByRole('radio', { name: '5', exact: true }).check();
  await page.getByRole('button', { name: /^Go on/ }).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toHaveCount(0, { timeout: 120_000 });

  const monolith = page.getByRole('gridcell', { name: /^Crash in Monolith:/ });
  const queued = page.getByRole('gridcell', { name: /^Crash in Queued:/ });
  expect(await numberIn(monolith)).toBeGreaterThan(10);
  expect(await numberIn(queued)).toBe(0);
  await expect(page.getByRole('gridcell', { name: /^Zone lost in Serverless:/ })).toContainText('–');

  await monolith.click();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('gridcell', { name: /^Crash in Tiers:/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(/^Tiers/);
  expect(await secondsShown(page)).toBeGreaterThan(30);
  await expect(page.getByRole('region', { name: 'Faults of this run' })).toContainText(/processing/i);

  await page.goBack();
  await expect(monolith).toContainText('%');
});
