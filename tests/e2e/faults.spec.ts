/** Everything can be broken, in every architecture, by pointer and by keys, and taken back. */
import { faultCatalogue } from '../../src/faults/catalogue.ts';
import { faults } from '../../src/models/facts.ts';
import { text } from '../../src/text/text.ts';
import { expect, test } from './fixture.ts';
import { known, open, secondsShown, timeBar } from './page.ts';

const nameOf = (fault: (typeof faults)[number]): string => text('neutral', `fault.${fault}`);

for (const stage of ['monolith', 'load-balanced', 'microservices', 'event-driven', 'serverless', 'serverless-cron']) {
  test(`every fault that means something strikes ${stage} at one click, all at once, and is repaired`, async ({
    page,
  }) => {
    test.slow();
    await open(page, `#/${stage}?t=40`);
    await page.getByRole('button', { name: 'More to break' }).click();
    const dialog = page.getByRole('dialog', { name: 'Break it' });
    const struck: string[] = [];
    for (const fault of faults) {
      const now = dialog.getByRole('button', { name: `Strike now: ${nameOf(fault)}`, exact: true });
      if ((await now.count()) === 0) continue;
      await now.click();
      struck.push(fault);
      if ((await dialog.count()) === 0) await page.keyboard.press('b');
    }
    await page.keyboard.press('Escape');
    await known(page);
    expect(struck.length).toBeGreaterThanOrEqual(stage === 'serverless-cron' ? 8 : 12);
    const list = page.getByRole('region', { name: 'Faults of this run' });
    await expect(list.getByRole('heading', { level: 3 })).toHaveCount(struck.length);
    await timeBar(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    for (let i = 0; i < 12; i += 1) await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Repair everything' }).click();
    await known(page);
    await page.keyboard.press('End');
  });
}

test('the catalogue is whole: every fault can strike somewhere on the ladder', async ({ page }) => {
  expect(Object.keys(faultCatalogue)).toHaveLength(24);
  await open(page, '#/serverless?t=10');
  await page.keyboard.press('b');
  const dialog = page.getByRole('dialog', { name: 'Break it' });
  for (const fault of faults) await expect(dialog.getByText(nameOf(fault)).first()).toBeVisible();
});

test('a fault in the time bar is moved, stretched, made stronger and lifted out by keys alone, and all is undone', async ({
  page,
}) => {
  await open(page, '#/monolith?t=100');
  await page.getByRole('button', { name: 'More to break' }).click();
  const dialog = page.getByRole('dialog', { name: 'Break it' });
  await dialog.getByRole('button', { name: `Strike now: ${nameOf('slow-down')}`, exact: true }).click();
  await page.keyboard.press('Escape');
  await known(page);
  const bar = page.getByRole('slider', { name: /slow/i });
  await bar.focus();
  const before = await bar.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  await expect(bar).not.toHaveAttribute('aria-valuetext', before ?? '');
  const moved = await bar.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowUp');
  await expect(bar).not.toHaveAttribute('aria-valuetext', moved ?? '');
  const stronger = await bar.getAttribute('aria-valuetext');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(bar).not.toHaveAttribute('aria-valuetext', stronger ?? '');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('slider', { name: /slow/i })).toHaveCount(0);
  await expect(page.getByText(/^Without .+ more uploads|^Without /).first()).toBeVisible();
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('Control+z');
  await expect(page.getByRole('slider', { name: /slow/i })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('slider', { name: /slow/i })).toHaveCount(1);
});

test('a fault in the time bar is dragged, as one change', async ({ page }) => {
  await open(page, '#/monolith?t=100');
  await page.keyboard.press('c');
  await known(page);
  const bar = page.getByRole('slider', { name: 'processing down' });
  const box = await bar.boundingBox();
  if (!box) throw new Error('the bar is not drawn');
  const before = await bar.getAttribute('aria-valuetext');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(bar).not.toHaveAttribute('aria-valuetext', before ?? '');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(bar).toHaveAttribute('aria-valuetext', before ?? '');
  expect(await secondsShown(page)).toBe(100);
});

test('with and without a crash are told apart in words, and what went wrong leads to what would have helped', async ({
  page,
}) => {
  await open(page, '#/tiers?t=100');
  await page.keyboard.press('c');
  await known(page);
  await timeBar(page).focus();
  await page.keyboard.press('End');
  const wrong = page.getByRole('region', { name: 'What went wrong' });
  await expect(wrong).toContainText(/connection|backlog/);
  const list = page.getByRole('region', { name: 'Faults of this run' });
  await list.getByRole('radio', { name: 'Without', exact: true }).check();
  await known(page);
  await expect(list).toContainText(/without .* more uploads would have been accepted|\d+ more uploads/i);
  await list.getByRole('radio', { name: 'With', exact: true }).check();
  await known(page);
  await wrong.getByText('How to prevent it:').first().locator('xpath=following::button[1]').click();
  await expect(page.getByRole('region', { name: 'The story' })).toBeVisible();
});
