/** Several architectures side by side, and what can be taken along from there. */
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from './fixture.ts';
import { known, open } from './page.ts';

test('all seven stand side by side as small pictures, under the same crash', async ({ page }) => {
  await open(page, '#/compare?t=100');
  await page.getByRole('button', { name: 'All seven' }).click();
  await known(page);
  await page.keyboard.press('c');
  await known(page);
  const rows = page.getByRole('region', { name: 'Figures of all of them' }).getByRole('row');
  await expect(rows).toHaveCount(8);
  await expect(page).toHaveURL(
    /c=monolith%2Ctiers%2Cload-balanced%2Cqueued%2Cmicroservices%2Cevent-driven%2Cserverless/,
  );
});

test('an architecture stands beside itself in a second setting, and the address keeps it', async ({ page }) => {
  await open(page, '#/compare?t=100');
  await page.getByRole('button', { name: 'Another setting of Monolith beside it' }).click();
  await known(page);
  await expect(page).toHaveURL(/c=monolith%2Cmonolith%7Eb/);
  await page.reload();
  await known(page);
  await expect(page.getByRole('region', { name: 'Figures of all of them' }).getByRole('row')).toHaveCount(4);
});

test('the table, the charts and the scenario can be taken along, and the scenario opens again', async ({ page }) => {
  await open(page, '#/compare?t=100');
  const saved = async (name: string): Promise<{ file: string; path: string }> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    const got = await download;
    return { file: got.suggestedFilename(), path: await got.path() };
  };
  const table = await saved('Table (CSV)');
  expect(table.file).toMatch(/\.csv$/);
  expect((await readFile(table.path, 'utf8')).split('\r\n')[0]).toContain('Refused (uploads)');
  const svg = await saved('Chart (SVG)');
  expect(await readFile(svg.path, 'utf8')).toContain('<svg');
  const png = await saved('Chart (PNG)');
  expect((await readFile(png.path)).subarray(1, 4).toString()).toBe('PNG');
  const scenario = await saved('Queued (JSON)');
  expect(JSON.parse(await readFile(scenario.path, 'utf8'))).toMatchObject({ stage: 'queued' });
  const other = test.info().outputPath('other.json');
  await writeFile(other, JSON.stringify({ ...JSON.parse(await readFile(scenario.path, 'utf8')), seed: 99 }));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a scenario file' }).click();
  await (await chooser).setFiles(other);
  await expect(page.getByText('seed 99').first()).toBeVisible();
});
