import { existsSync, readFileSync, rmSync } from 'node:fs';

const unitReport = 'test-results/unit.json';
export const unitReporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];

/** Written by tests/e2e/playwright.config.ts. */
export const e2eReport = 'test-results/e2e.json';

/** @typedef {{ ok: boolean, output: string }} Run */

/**
 * The counts of a vitest run; a file that could not even be loaded counts as one failure.
 * @param {Run} run
 */
export function unitCounts(run) {
  return withCounts(run, unitReport, (report) => {
    const unloadable = report.testResults.filter(
      (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length };
  });
}

/** @param {Run} run */
export function e2eCounts(run) {
  return withCounts(run, e2eReport, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  }));
}

/**
 * Reads a report once. A runner that failed without saying where counts as one failure.
 * @param {Run} run
 * @param {string} path
 * @param {(report: any) => { passed: number, failed: number }} read
 */
function withCounts(run, path, read) {
  const counts = existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 0 };
  rmSync(path, { force: true });
  if (!run.ok && counts.failed === 0) counts.failed = 1;
  return { ...run, counts };
}
