/** The ladder: every stage plays, by mouse, by touch and by keyboard, and the time goes on from one to the next. */
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { ladderIds, stageIds, storyIds } from '../../src/stages/catalogue.ts';
import { text } from '../../src/text/text.ts';
import { expect, test } from './fixture.ts';
import { cutNames, known, open, playButton, secondsShown } from './page.ts';

for (const stage of storyIds) {
  test(`plays ${stage} to its end`, async ({ page }) => {
    test.slow();
    const { durationSeconds } = newScenario(stage);
    await open(page, `#/${stage}?v=${durationSeconds > 1000 ? 1000 : 100}`);
    await expect(page).toHaveTitle(new RegExp(`^${text('neutral', `stage.${stage}`)}`));
    await playButton(page).click();
    await expect.poll(() => secondsShown(page), { timeout: 60_000 }).toBe(durationSeconds);
    await expect(page.getByRole('button', { name: /^Pause/ })).toHaveCount(0);
  });
}

/** About a second each, on a machine with other work; in ms. */
const EVERY_FORM_MS = 240_000;

for (const vocabulary of ['neutral', 'aws'] as const) {
  test(`opens every form by its address, and cuts no name of its parts: ${vocabulary} words`, async ({ page }) => {
    test.setTimeout(EVERY_FORM_MS);
    await open(page, '#/monolith');
    if (vocabulary === 'aws') await page.keyboard.press('v');
    for (const stage of stageIds) {
      await open(page, `#/${stage}?t=90`);
      await expect(page).toHaveTitle(new RegExp(`^${text(vocabulary, `stage.${stage}`).replace(/[()]/g, '.')}`));
      await expect(page.locator('.react-flow__node').first()).toBeVisible();
      expect(await cutNames(page), stage).toEqual([]);
    }
  });
}

test('leads through the seven by mouse and by keyboard, and the time goes on', async ({ page }) => {
  await open(page, '#/monolith?t=60');
  const steps = page.getByRole('navigation', { name: /stages|architectures/i }).first();
  for (const stage of ladderIds) {
    const name = text('neutral', `stage.${stage}`);
    await steps.getByRole('button', { name: new RegExp(name) }).click();
    await expect(page).toHaveTitle(new RegExp(`^${name}`));
    await expect.poll(() => secondsShown(page)).toBe(60);
  }
  for (const [index, stage] of ladderIds.entries()) {
    await page.keyboard.press(String(index + 1));
    await expect(page).toHaveTitle(new RegExp(`^${text('neutral', `stage.${stage}`)}`));
  }
});

test.describe('by touch on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('steps from stage to stage, plays, and reads the story', async ({ page }) => {
    await open(page, '#/monolith');
    const steps = page.getByRole('navigation', { name: /stages|architectures/i }).first();
    await steps.getByRole('button', { name: /Serverless/ }).tap();
    await expect(page).toHaveTitle(/^Serverless/);
    await playButton(page).tap();
    await expect.poll(() => secondsShown(page)).toBeGreaterThan(2);
    await expect(page.getByRole('tab', { name: 'Story' })).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('button', { name: 'Next passage' }).tap();
    await expect(page.getByRole('button', { name: 'Previous passage' })).toBeEnabled();
  });
});

test('a consumer that is added live hears of the next upload, and no producer was changed', async ({ page }) => {
  await open(page, '#/event-driven?t=60');
  await page.getByRole('switch', { name: /Thumbnails/ }).click();
  await known(page);
  await page.keyboard.press('End');
  await expect(page.getByRole('switch', { name: /Thumbnails/ })).toBeChecked();
  const thumbnails = page.locator('.react-flow__node', { hasText: 'Thumbnails' });
  await thumbnails.focus();
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary').filter({ hasText: 'Knobs of Thumbnails' });
  await expect(inspector).toContainText(/[1-9]\d* runs?/);
});

test('goes by an address from any stage to any other while it plays, without a complaint', async ({ page }) => {
  test.slow();
  await open(page, '#/monolith?v=20');
  for (const stage of [...storyIds].reverse()) {
    await playButton(page).click();
    await page.waitForTimeout(700);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${stage}?v=20`);
    await expect(page).toHaveTitle(new RegExp(`^${text('neutral', `stage.${stage}`)}`));
    await known(page);
  }
});
