/** The front page: plays by itself, makes its point in fifteen seconds, and leads into each stage. */
import { ladderIds } from '../../src/stages/catalogue.ts';
import { text } from '../../src/text/text.ts';
import { expect, test } from './fixture.ts';
import { open } from './page.ts';

test('plays by itself and says what came of it, without a click', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page);
  await expect(page).toHaveTitle(/Decoupled/);
  await expect(page.getByText(/turned \d+ of \d+ people away/).first()).toBeVisible({ timeout: 25_000 });
});

test('leads into each of the seven', async ({ page }) => {
  test.slow();
  for (const stage of ladderIds) {
    await open(page);
    const tiles = page.getByRole('main').getByRole('link', { name: new RegExp(text('neutral', `stage.${stage}`)) });
    await tiles.first().click();
    await expect(page).toHaveURL(new RegExp(`#/${stage}(\\?|$)`));
  }
});

test('asks five questions and leads to a stage and to a proof', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Which should I choose?' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const groups = dialog.getByRole('radiogroup').or(dialog.getByRole('group'));
  const count = await groups.count();
  expect(count).toBe(5);
  for (let i = 0; i < count; i += 1) await groups.nth(i).getByRole('radio').last().check({ force: true });
  await dialog
    .getByRole('button', { name: /^Show|Open|See/ })
    .first()
    .click();
  await expect(page).not.toHaveURL(/#\/$/);
});
