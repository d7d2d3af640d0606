/** The base test notices what it promises to notice. */
import { expect, test } from './fixture.ts';

test('notices warnings, errors, exceptions and requests that fail', async ({ page, complaints }) => {
  await page.goto('./');
  await page.evaluate(async () => {
    console.log('not worth a complaint');
    console.warn('a warning');
    console.error('an error');
    setTimeout(() => {
      throw new Error('an exception');
    });
    await fetch('./no-such-file.json');
    const picture = new Image();
    picture.src = 'https://example.com/picture.png';
    await picture.decode().catch(() => undefined);
  });
  await expect.poll(() => complaints.join('\n')).toContain('page error: an exception');

  const all = complaints.join('\n');
  expect(all).toContain('console warning: a warning');
  expect(all).toContain('console error: an error');
  expect(all).toContain('status 404');
  expect(all).toContain('Content Security Policy');
  expect(all).not.toContain('not worth a complaint');
  complaints.length = 0;
});
