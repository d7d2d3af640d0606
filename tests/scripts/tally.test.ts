/** How `npm test` counts. */
import { expect, it } from 'vitest';
import { agreeWithEnd, tallyPlaywright, tallyVitest } from '../../scripts/tally.mjs';

const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map((status) => ({ status })) as [
  { status: string },
  { status: string },
  { status: string },
];

it('counts the tests of every Vitest file, and no skipped ones', () => {
  const report = {
    testResults: [
      { status: 'passed', assertionResults: [passed, passed, skipped] },
      { status: 'failed', assertionResults: [passed, failed, failed] },
    ],
  };
  expect(tallyVitest(report)).toEqual({ passed: 3, failed: 2 });
});

it('counts a Vitest file that could not be loaded as one failed test', () => {
  expect(tallyVitest({ testResults: [{ status: 'failed', assertionResults: [] }] })).toEqual({ passed: 0, failed: 1 });
});

it('counts flaky end-to-end tests and errors outside tests as failed', () => {
  const report = { stats: { expected: 5, unexpected: 2, flaky: 1 }, errors: [{ message: 'no server' }] };
  expect(tallyPlaywright(report)).toEqual({ passed: 5, failed: 4 });
});

it('finds a failure in a run that ended badly although every test passed', () => {
  expect(agreeWithEnd({ passed: 7, failed: 0 }, false)).toEqual({ passed: 7, failed: 1 });
});

it('finds a failure in a run without a single test', () => {
  expect(agreeWithEnd({ passed: 0, failed: 0 }, true)).toEqual({ passed: 0, failed: 1 });
});

it('leaves the counts of any other run as they are', () => {
  expect(agreeWithEnd({ passed: 7, failed: 0 }, true)).toEqual({ passed: 7, failed: 0 });
  expect(agreeWithEnd({ passed: 7, failed: 2 }, false)).toEqual({ passed: 7, failed: 2 });
});
