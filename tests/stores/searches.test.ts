/** Several searches through one pool. */
import { describe, expect, it } from 'vitest';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { RunReport } from '../../src/scenario/report.ts';
import { runSearches, type Search } from '../../src/stores/searches.ts';
import { aMadeUpPool } from '../support/made-up-pool.ts';

const job = (seed: number) => ({ scenario: newScenario('monolith', { seed }) });

/** Goes up from a seed until a report says that it is enough. */
function* upFrom(seed: number): Search<number> {
  for (let at = seed; ; at += 1) {
    const { untilSeconds } = yield job(at);
    if (untilSeconds === 0) return at;
  }
}

/** Enough at multiples of ten. */
const pool = () => aMadeUpPool(({ scenario }) => ({ untilSeconds: scenario.seed % 10 }) as RunReport);

describe('searches', () => {
  it('are each handed the reports of their own jobs, take turns, and end together', () => {
    const made = pool();
    const heard: string[] = [];
    runSearches(
      [upFrom(8), upFrom(19), upFrom(30)],
      {
        found: (search, result) => heard.push(`${search}: ${result}`),
        failed: () => heard.push('failed'),
        ended: () => heard.push('ended'),
      },
      made.run,
    );
    made.drain();
    expect(heard).toEqual(['2: 30', '1: 20', '0: 10', 'ended']);
    expect(made.asked.map(({ scenario }) => scenario.seed)).toEqual([8, 19, 30, 9, 20, 10]);
  });

  it('go on without one whose job came to nothing', () => {
    const heard: string[] = [];
    runSearches(
      [upFrom(8), upFrom(10)],
      {
        found: (search, result) => heard.push(`${search}: ${result}`),
        failed: (search, message) => heard.push(`${search} failed: ${message}`),
        ended: () => heard.push('ended'),
      },
      (jobs, listener) => {
        const source = jobs as Iterator<unknown>;
        source.next();
        listener.failed(0, 'no such thing');
        source.next();
        listener.report(1, { untilSeconds: 0 } as RunReport);
        listener.ended();
        return { stop: () => undefined };
      },
    );
    expect(heard).toEqual(['0 failed: no such thing', '1: 10', 'ended']);
  });
});
