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
  // Two of the function lab and two of the event bus lab.
  'reserved-guarantees',
  'one-record-blocks-the-shard',
  'one-failing-target-holds-up-no-other',
  'weekdays-end-at-midnight-of-utc',
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

test('with the verdict it stays in sight which run is which, and what leads on', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, '#/proof/twice-the-memory-half-the-time');
  await page.getByRole('main').getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: 'Play it' }).click();
  await page.getByRole('button', { name: 'Go to the end' }).click();
  await expect(page.getByText('Proved', { exact: true }).first()).toBeInViewport({ ratio: 1 });
  for (const name of ['Memory, as claimed', 'Memory, the foil']) {
    await expect(page.getByRole('heading', { name, exact: true })).toBeInViewport({ ratio: 1 });
  }
  await expect(page.getByRole('button', { name: 'Try it yourself' })).toBeInViewport({ ratio: 1 });
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

test('an open question is not passed over by Space', async ({ page }) => {
  await open(page, '#/proof/cannot-reach-zero');
  const question = page.getByRole('main').getByRole('form').getByRole('heading');
  await expect(question).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(question).toBeFocused();
  expect(await secondsShown(page)).toBe(0);
  await expect(page.getByRole('button', { name: /^Pause/ })).toHaveCount(0);
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger draws a curve: one stroke is the whole line, and a drag up or down reaches its end', async ({
    page,
  }) => {
    await open(page, '#/proof/fleet-from-nothing-to-nothing');
    const points = page.getByRole('group', { name: /^Draw your line/ }).getByRole('slider');
    await expect(points).toHaveCount(7);
    const [first, last] = [await points.first().boundingBox(), await points.last().boundingBox()];
    if (!first || !last) throw new Error('the points are not drawn');
    expect(Math.min(first.width, first.height)).toBeGreaterThanOrEqual(24);
    const [left, right, middle] = [first.x + first.width / 2, last.x + last.width / 2, first.y + first.height / 2];
    const touch = await page.context().newCDPSession(page);
    /** As a finger does: the browser may take the touch for itself, to scroll or to go back. */
    const stroke = async (from: [x: number, y: number], to: [x: number, y: number]): Promise<void> => {
      const steps = 16;
      for (let step = 0; step <= steps; step += 1) {
        const at = (axis: 0 | 1): number => from[axis] + ((to[axis] - from[axis]) * step) / steps;
        const touchPoints = [{ x: at(0), y: at(1) }];
        await touch.send('Input.dispatchTouchEvent', { type: step === 0 ? 'touchStart' : 'touchMove', touchPoints });
      }
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    const values = async (): Promise<number[]> =>
      points.evaluateAll((all) => all.map((each) => Number(each.getAttribute('aria-valuenow'))));
    await stroke([left, middle + 50], [right, middle - 60]);
    await expect.poll(async () => (await values()).at(-1)).toBe(20);
    const drawn = await values();
    expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
    expect(drawn[0]).toBe(0);
    await stroke([left, middle + 40], [left, middle - 120]);
    await expect.poll(async () => (await values())[0]).toBe(20);
    await expect(page.getByRole('button', { name: 'Play it' })).toBeInViewport();
  });
});
