/** Everybody can use it: keys, screen readers, both themes, three widths. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixture.ts';
import { cell, known, numberIn, open, secondsShown } from './page.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

const screens = [
  '',
  'monolith',
  'microservices',
  'event-driven',
  'compare',
  'failures',
  'costs',
  'proof/cannot-reach-zero',
];

/** Every screen is gone through, on a machine with other work; in ms. */
const EVERY_SCREEN_MS = 240_000;

for (const size of sizes) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no barrier at ${size.width}×${size.height}, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(EVERY_SCREEN_MS);
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const screen of screens) {
        await open(page, `#/${screen}${screen === '' ? '' : '?t=100'}`);
        await page.keyboard.press('c');
        await page.keyboard.press('Shift+ArrowRight');
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${screen} is wider than the window`).toBeLessThanOrEqual(0);
      }
    });
  }
}

test('the keyboard reaches every function', async ({ page }) => {
  await open(page, '#/compare');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: /^Pause/ })).toBeVisible();
  await expect.poll(() => secondsShown(page)).toBeGreaterThan(1);
  await page.keyboard.press('Space');
  await page.keyboard.press('Home');
  await expect.poll(() => secondsShown(page)).toBe(0);
  for (let i = 0; i < 20; i += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => secondsShown(page)).toBe(100);
  const clock = page.getByText(/^\d\d:\d\d\.\d/).first();
  const before = await clock.innerText();
  await page.keyboard.press('.');
  await expect(clock).not.toHaveText(before);
  await page.keyboard.press('c');
  await known(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => numberIn(cell(page, 'Monolith', 'Refused'))).toBeGreaterThan(0);
  await page.keyboard.press('r');
  await expect(page.getByRole('switch', { name: 'Crash processing' })).not.toBeChecked();
  await page.keyboard.press('u');
  await expect(page.getByText(/^Upload \d+$/).first()).toBeVisible();
  await page.keyboard.press('+');
  await expect(page.getByRole('combobox', { name: 'Speed' })).toHaveValue('10');
  await page.keyboard.press('1');
  await expect(page).toHaveTitle(/^Monolith/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Play or pause');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
