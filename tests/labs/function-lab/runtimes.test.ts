/** Which packages fit, and what starts are made of when they are run. */
import { describe, expect, it } from 'vitest';
import { type Distribution, meanOf, quantile } from '../../../src/engine/distributions.ts';
import { fitOf, isSameChoice, runtimeChoices } from '../../../src/labs/function-lab/runtimes/choices.ts';
import { STARTS, scenarioOf, startsOf } from '../../../src/labs/function-lab/runtimes/starts.ts';
import { runtimes } from '../../../src/models/function/runtimes.ts';
import { createReport } from '../../../src/scenario/report.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';

const usual = { memoryMegabytes: 1769, packageMegabytes: 100, ownSeconds: 0.2 };
const byName = runtimeChoices.map((choice) => [`${choice.runtime} ${choice.isRestored}`, choice] as const);

describe('the choices', () => {
  it('are all runtimes, and a snapshot where there is one', () => {
    expect(byName.map(([name]) => name)).toEqual([
      'python false',
      'python true',
      'nodejs false',
      'java false',
      'java true',
      'custom false',
      'container false',
    ]);
    expect(isSameChoice({ runtime: 'java', isRestored: true }, { runtime: 'java', isRestored: false })).toBe(false);
  });
});

describe('a package', () => {
  it('fits up to 250 MB unzipped, and is uploaded at once up to 50 MB zipped', () => {
    const sizes = [1, 150, 151, 250, 251, 10_240];
    expect(sizes.map((size) => fitOf('python', size))).toEqual([
      'fits',
      'fits',
      'by-store',
      'by-store',
      'too-large',
      'too-large',
    ]);
    expect(sizes.map((size) => fitOf('custom', size))).toEqual(sizes.map((size) => fitOf('python', size)));
  });

  it('fits as an image up to 10 GB', () => {
    expect([251, 10_240, 10_241].map((size) => fitOf('container', size))).toEqual(['fits', 'fits', 'too-large']);
  });

  it.each(byName)('that fits can be run, and no other: %s', (_, choice) => {
    for (const packageMegabytes of [1, 250, 251, 10_240]) {
      const { ok } = parseScenario(scenarioOf(choice, { ...usual, packageMegabytes }));
      expect({ packageMegabytes, ok }).toEqual({
        packageMegabytes,
        ok: fitOf(choice.runtime, packageMegabytes) !== 'too-large',
      });
    }
  });
});

describe('starts', () => {
  it.each(byName)('are measured within the range of the model, from end to end nearly: %s', (_, choice) => {
    const { runtime: measured } = startsOf(choice, usual);
    const { start, restore } = runtimes[choice.runtime];
    const range: Distribution = choice.isRestored && restore !== null ? restore : start;
    const [from, to] = [quantile(range, 0), quantile(range, 1)];
    expect(measured.least).toBeGreaterThanOrEqual(from - 1e-6);
    expect(measured.most).toBeLessThanOrEqual(to + 1e-6);
    expect(measured.most - measured.least).toBeGreaterThan((to - from) / 2);
    expect(measured.median).toBeCloseTo(meanOf(range), 0);
  });

  it('have the package fetched before, of an image a part only', () => {
    const of = (runtime: 'python' | 'container') => startsOf({ runtime, isRestored: false }, usual).download.median;
    // 100 MB at 200 MB/s, and 7 % of them.
    expect(of('python')).toBeCloseTo(0.5, 6);
    expect(of('container')).toBeCloseTo(0.035, 6);
  });

  it('have the own code after, longer with less than one vCPU, and none after a snapshot', () => {
    const own = (memoryMegabytes: number, isRestored: boolean) =>
      startsOf({ runtime: 'java', isRestored }, { ...usual, memoryMegabytes }).own.median;
    expect(own(1769, false)).toBeCloseTo(0.2, 4);
    expect(own(3538, false)).toBeCloseTo(0.2, 4);
    expect(own(884.5, false)).toBeCloseTo(0.4, 4);
    expect(own(1769, true)).toBe(0);
  });

  it.each(byName)('are the sum of their parts, and what the report of the same run says: %s', (_, choice) => {
    const { download, runtime, own, total } = startsOf(choice, usual);
    expect(download.most + runtime.most + own.most).toBeCloseTo(total.most, 5);
    const handler = createReport(scenarioOf(choice, usual)).components.find(({ id }) => id === 'handler');
    if (handler?.kind !== 'function') throw new Error('there is no function');
    expect(handler.start.count).toBe(STARTS);
    expect(handler.start.maximumSeconds).toBeCloseTo(total.most - download.most, 3);
  });

  it('are followed by the same warm calls whatever the runtime', () => {
    const warm = runtimeChoices.map((choice) => startsOf(choice, usual).warm.median);
    expect(Math.max(...warm) - Math.min(...warm)).toBeLessThan(1e-6);
    expect(
      startsOf(byName[0]?.[1] ?? { runtime: 'python', isRestored: false }, { ...usual, memoryMegabytes: 512 }).warm
        .median,
    ).toBeGreaterThan(Math.max(...warm) * 1.1);
  });

  it('are said to be cut off where they take more than ten seconds', () => {
    const python = { runtime: 'python', isRestored: false } as const;
    expect(startsOf(python, { ...usual, ownSeconds: 3 }).isCutOff).toBe(false);
    expect(startsOf(python, { ...usual, memoryMegabytes: 128, ownSeconds: 3 }).isCutOff).toBe(true);
  });
});
