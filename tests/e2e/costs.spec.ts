/** What a thousand videos cost at any traffic, the bill, prices of one's own, and advice on sizes. */
import { expect, test } from './fixture.ts';
import { known, open, timeBar } from './page.ts';

test('the curves come point by point, and say where they cross', async ({ page }) => {
  test.slow();
  await open(page, '#/costs');
  await expect(page.getByRole('img', { name: /^Serverless, 0.001 uploads per second: \$/ })).toBeVisible({
    timeout: 60_000,
  });
  const cheapest = page.getByRole('region', { name: 'Where the lines cross' });
  await expect(cheapest).toContainText(/Serverless is cheaper than Monolith below about/, { timeout: 120_000 });
  await expect(page.getByRole('region', { name: 'With nobody uploading' })).toContainText('$0 a month');
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('img', { name: /^Monolith, 0.001/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('img', { name: /^Monolith, 0.003/ })).toBeFocused();
});

test('a price of one’s own counts everywhere, is marked, and goes back', async ({ page }) => {
  await open(page, '#/monolith?t=300');
  await known(page);
  await page.getByRole('button', { name: 'The bill, line by line' }).click();
  const dialog = page.getByRole('dialog');
  const price = dialog.getByRole('spinbutton').or(dialog.getByRole('textbox')).first();
  const before = await price.inputValue();
  await price.fill('1000');
  await price.press('Enter');
  await expect(dialog).toContainText(/your own/);
  await page
    .getByRole('button', { name: /list price/i })
    .first()
    .click();
  await expect(price).toHaveValue(before);
});

test('advice on sizes is found by running', async ({ page }) => {
  test.slow();
  await open(page, '#/load-balanced');
  await timeBar(page).focus();
  await page.keyboard.press('End');
  await page.getByRole('button', { name: 'Find a better size' }).click();
  await expect(page.getByText(/% used/).first()).toBeVisible({ timeout: 60_000 });
});
