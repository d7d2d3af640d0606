/** The site as a whole: it opens at a sub-path, asks nothing of others, and opens again without a network. */
import { expect, test } from './fixture.ts';

test('opens under a sub-path with its name as the title', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle(/Decoupled/);
  await expect(page.locator('#root')).not.toBeEmpty();
});

test('forbids the page to load anything from another host', async ({ page, complaints }) => {
  await page.goto('./');
  await page.evaluate(() => fetch('https://example.com/').catch(() => undefined));
  expect(complaints.join('\n')).toContain('Content Security Policy');
  complaints.length = 0;
});

test('opens again without a network once its service worker has kept it', async ({ page, context }) => {
  await page.goto('./');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.goto('./?stage=4#/queued');
  await expect(page.locator('#root')).not.toBeEmpty();
});
