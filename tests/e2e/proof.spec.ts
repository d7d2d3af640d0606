/** Claims prove themselves: a sample of them plays in the browser; the reader predicts first, by every way there is. */
import { expect, test } from './fixture.ts';
import { known, open, secondsShown } from './page.ts';

const sample = [
  'fails-together',
  'losing-one-is-survived',
  'upload-does-not-care',
  'poison-ends-in-dead-letters',
  'queues-grow-with-the-square',
  'a-failed-upload-retries-itself',
  'first-cold-then-warm',
];

for (const claim of sample) {
  test(`proves in the browser: ${claim}`, async ({ page }) => {
    await open(page, `#/proof/${claim}`);
    await page.getByRole('button', { name: 'Skip the prediction' }).click();
    await expect(page.getByRole('button', { name: /^Pause/ }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Go to the end' }).click();
    await expect(page.getByText('Proved', { exact: true }).first()).toBeVisible();
    await expect(page.getByText('On the foil it is not so').first()).toBeVisible();
  });
}

test('a reader predicts by keyboard, watches to the end, and is told what happened', async ({ page }) => {
  await open(page, '#/proof/fails-together');
  await page.getByRole('main').getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const play = page.getByRole('button', { name: 'Play it' });
  await expect(play).toBeEnabled();
  await play.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => secondsShown(page)).toBeGreaterThan(3);
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(page.getByText(/You were right|It came out differently/).first()).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Back to the story' }).first().click();
  await known(page);
  await expect(page).toHaveTitle(/^Monolith/);
  await expect(page.getByText('Proved', { exact: true }).first()).toBeVisible();
});

test('a teacher can switch predictions off', async ({ page }) => {
  await open(page, '#/proof/fails-together');
  await page.getByRole('switch', { name: 'Ask me to predict first' }).click();
  await page.reload();
  await known(page);
  await expect(page.getByText('Before it plays: what will happen?')).toHaveCount(0);
  // It plays at once.
  await expect.poll(() => secondsShown(page)).toBeGreaterThan(1);
});
