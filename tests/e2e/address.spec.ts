/** The address holds what is seen: reload, back, and a link given to somebody else. */
import { expect, test } from './fixture.ts';
import { figure, known, numberIn, open, secondsShown, timeBar } from './page.ts';

test('reload, back and a shared link restore what was seen', async ({ page, context }) => {
  await open(page, '#/monolith?t=100');
  await page.getByRole('switch', { name: 'Crash the monolith' }).click();
  await known(page);
  await timeBar(page).focus();
  await page.keyboard.press('PageUp');
  await expect.poll(() => numberIn(figure(page, 'Refused'))).toBeGreaterThan(5);
  const refused = await numberIn(figure(page, 'Refused'));
  await expect(page).toHaveURL(/t=130.*s=/);
  const address = page.url();

  await page.reload();
  await known(page);
  await expect.poll(() => secondsShown(page)).toBe(130);
  await expect.poll(() => numberIn(figure(page, 'Refused'))).toBe(refused);
  await expect(page.getByRole('switch', { name: 'Crash the monolith' })).toBeChecked();
  await expect(page.getByText('as it was').first()).toBeVisible();

  const other = await context.newPage();
  await other.goto(address);
  await expect.poll(() => numberIn(figure(other, 'Refused'))).toBe(refused);
  await other.close();

  await page.getByRole('button', { name: 'Repair everything' }).click();
  await expect(page.getByRole('switch', { name: 'Crash the monolith' })).not.toBeChecked();
  await expect(page).not.toHaveURL(address);
  await page.goBack();
  await expect(page.getByRole('switch', { name: 'Crash the monolith' })).toBeChecked();
});

test('says what is wrong with a damaged link and goes on from the beginning', async ({ page }) => {
  await open(page, '#/queued?t=soon&s=garbage');
  const notice = page.getByRole('alert').filter({ hasText: 'could not be followed' });
  await expect(notice).toContainText('soon');
  await expect(notice).toContainText('garbage');
  await expect(page.getByRole('region', { name: 'Front page' })).toBeVisible();
});
