/**
 * The general models against queueing theory: the cases of `validation/cases.ts`, which docs/validation.md shows.
 *
 * The seeds are fixed, so the result is the same every time. Were they not, each interval would miss the true value
 * once in a thousand times: with some sixty intervals, one set of seeds in eighteen would fail by chance alone.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cases } from '../../validation/cases.ts';
import { EXACT, type Outcome, pageOf } from '../../validation/page.ts';
import { littlesLaw, SLOWER, validate } from '../../validation/validate.ts';

/** A case runs a million customers or more. */
const TIMEOUT_MS = 60_000;

const outcomes = new Map<(typeof cases)[number], Outcome>();

describe.each(cases)('$name: $built', (each) => {
  let outcome: Outcome;
  beforeAll(() => {
    outcome = { case: each, findings: validate(each), little: littlesLaw(each) };
    outcomes.set(each, outcome);
  }, TIMEOUT_MS);

  it('is what the formula says', () => {
    expect(outcome.findings.filter(({ agrees }) => !agrees)).toEqual([]);
  });

  it('is known well enough to tell services that take a little longer', () => {
    expect(outcome.findings.filter(({ wouldNotice }) => !wouldNotice)).toEqual([]);
    for (const { simulated } of outcome.findings) expect(simulated.halfWidth / simulated.mean).toBeLessThan(SLOWER);
  });

  it("obeys Little's law at every component where somebody waits or is served", () => {
    expect(outcome.little.length).toBeGreaterThan(0);
    for (const { component, number, perSecond, timeSeconds } of outcome.little) {
      expect(number, component).toBeGreaterThan(0);
      expect(Math.abs(number / (perSecond * timeSeconds) - 1), component).toBeLessThan(EXACT);
    }
  });
});

describe('docs/validation.md', () => {
  it('shows what comes out ("npm run validate" writes it)', () => {
    const written = readFileSync(new URL('../../docs/validation.md', import.meta.url), 'utf8');
    expect(written).toBe(pageOf(cases.map((each) => outcomes.get(each) as Outcome)));
  });
});
