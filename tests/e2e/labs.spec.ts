/** The labs: every bench opens by mouse, by touch and by keys, plays, and can be used by everybody. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type BenchId, benchesOf, benchIds, type LabId, labIds } from '../../src/stages/catalogue.ts';
import { text } from '../../src/text/text.ts';
import { expect, test } from './fixture.ts';
import { open, playButton, secondsShown } from './page.ts';

const nameOf = (bench: BenchId): string => text('neutral', `stage.${bench}`);
const labName = (lab: LabId): string => text('neutral', `lab.${lab}`);
const benches = (page: Page, lab: LabId) =>
  page.getByRole('navigation', { name: text('neutral', 'lab.nav', { lab: labName(lab) }) });
const instrument = (page: Page, bench: BenchId) =>
  page.getByRole('region', { name: text('neutral', 'lab.instrument', { name: nameOf(bench) }), exact: true });

/** Plays the beginning of the run that is shown. */
async function plays(page: Page): Promise<void> {
  await page.keyboard.press('Space');
  await expect.poll(() => secondsShown(page)).toBeGreaterThan(1);
  await page.keyboard.press('Space');
  await expect(playButton(page)).toBeVisible();
}

for (const [lab, key] of [
  ['function-lab', 'f'],
  ['bus-lab', 'e'],
] as const) {
  test(`opens every bench of the ${lab} from the header by mouse, and plays it`, async ({ page }) => {
    test.slow();
    await open(page, '#/monolith');
    await page.getByRole('button', { name: 'Labs', exact: true }).click();
    await page.getByRole('button', { name: new RegExp(`^${labName(lab)}`) }).click();
    for (const bench of benchesOf(lab)) {
      const entry = benches(page, lab).getByRole('link', { name: nameOf(bench), exact: true });
      await entry.click();
      await expect(entry).toHaveAttribute('aria-current', 'page');
      await expect(page).toHaveTitle(`${nameOf(bench)} · ${labName(lab)} · Decoupled`);
      await expect(instrument(page, bench)).toBeVisible();
      await expect(page.locator('.react-flow__node').first()).toBeVisible();
      await plays(page);
    }
  });

  test(`opens every bench of the ${lab} by keys`, async ({ page }) => {
    test.slow();
    await open(page, '#/monolith');
    await page.keyboard.press(key);
    for (const [place, bench] of benchesOf(lab).entries()) {
      if (place > 0) await page.keyboard.press('j');
      await expect(page).toHaveTitle(`${nameOf(bench)} · ${labName(lab)} · Decoupled`);
      await expect(instrument(page, bench)).toBeVisible();
    }
  });
}

test('opens a lab by its address, and changes the room of picture and instrument by mouse', async ({ page }) => {
  for (const lab of labIds) {
    await open(page, `#/${lab}`);
    await expect(page).toHaveTitle(`${nameOf(benchesOf(lab)[0] as BenchId)} · ${labName(lab)} · Decoupled`);
  }
  const divider = page.getByRole('separator');
  const box = await divider.boundingBox();
  if (box === null) throw new Error('the divider is not on the page');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y - 60, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => Number(await divider.getAttribute('aria-valuenow'))).toBeLessThan(38);
});

test.describe('by touch on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('goes from a stage to a bench, to its instrument, and to the next', async ({ page }) => {
    test.slow();
    await open(page, '#/monolith');
    await page.getByRole('button', { name: 'Compare, and labs' }).tap();
    await page.getByRole('button', { name: new RegExp(`^${labName('bus-lab')}`) }).tap();
    await page.getByRole('tab', { name: 'Instrument' }).tap();
    await expect(instrument(page, 'bus-river')).toBeVisible();
    await benches(page, 'bus-lab')
      .getByRole('link', { name: nameOf('bus-rules'), exact: true })
      .tap();
    await expect(instrument(page, 'bus-rules')).toBeVisible();
    await playButton(page).tap();
    await expect.poll(() => secondsShown(page)).toBeGreaterThan(1);
  });
});

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const looks = sizes.flatMap((size) => (['light', 'dark'] as const).map((colorScheme) => ({ size, colorScheme })));

// Each bench in one of the looks, so that each look is seen on several benches and every bench is seen.
for (const [place, { size, colorScheme }] of looks.entries()) {
  const seen = benchIds.filter((_, index) => index % looks.length === place);
  test(`has no barrier at ${size.width}×${size.height}, ${colorScheme}: ${seen.join(', ')}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const bench of seen) {
      await open(page, `#/${bench}?t=60`);
      if (size.width < 768) await page.getByRole('tab', { name: 'Instrument' }).click();
      await expect(instrument(page, bench)).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${bench}, ${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
        [],
      );
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${bench} is wider than the window`).toBeLessThanOrEqual(0);
    }
  });
}
