/** Counts passed and failed tests in the JSON reports of Vitest and Playwright. */

/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * A test file that could not be loaded counts as one failed test; a skipped test counts as neither.
 *
 * @param {{ testResults: readonly { status: string, assertionResults: readonly { status: string }[] }[] }} report
 * @returns {Tally}
 */
export function tallyVitest(report) {
  const tally = { passed: 0, failed: 0 };
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter((test) => test.status === 'failed').length;
    tally.passed += file.assertionResults.filter((test) => test.status === 'passed').length;
    tally.failed += file.status === 'failed' ? Math.max(failed, 1) : failed;
  }
  return tally;
}

/**
 * Errors outside any test (a server that does not start, a file that does not load) count as failed tests.
 *
 * @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors: readonly unknown[] }} report
 * @returns {Tally}
 */
export function tallyPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}

/**
 * Agrees a tally with how the run ended: a run that ended badly has a failure, one without any test has one too.
 *
 * @param {Tally} tally
 * @param {boolean} endedWell
 * @returns {Tally}
 */
export function agreeWithEnd(tally, endedWell) {
  const nothingRan = tally.passed + tally.failed === 0;
  if (tally.failed > 0 || (endedWell && !nothingRan)) return tally;
  return { ...tally, failed: 1 };
}
