/* `npm test`: everything a change must pass, from a fresh clone, with nothing but Node and npm. */
import { installPackages } from './install.js';
import { e2eCounts, unitCounts, unitReporters } from './reports.js';
import { run, runPackage } from './run.js';

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ ok: boolean, output: string, counts?: Counts }} Outcome */

const total = { passed: 0, failed: 0 };

await installPackages();
await step('browser', async () => {
  // Imported only now: it needs the packages.
  const { findBrowser } = await import('./browser.js');
  process.env.CHROMIUM_PATH = await findBrowser();
  return { ok: true, output: '' };
});
await step('generated types', () => run('node', ['src/build/generate.js']));
await step('format', () => runPackage('oxfmt', ['--check']));
await step('lint', () => runPackage('oxlint', ['--deny-warnings']));
await step('types of the app', () => runPackage('svelte-check', ['--fail-on-warnings', '--output', 'human']));
await step('types of the core', () => runPackage('tsc', ['-p', 'src/core']));
await step('types of the worker', () => runPackage('tsc', ['-p', 'src/service-worker']));
await step('content', () => run('node', ['src/cli/harmattan.mjs', 'check']));
await step('unit tests', async () => unitCounts(await runPackage('vitest', ['run', ...unitReporters])));
const built = await step('build', () => run('npm', ['run', '--silent', 'build']));
if (built) {
  await step('faults', () => run('npm', ['run', '--silent', 'campaign', '--', '--sample']));
  await step('end-to-end tests', async () => e2eCounts(await runPackage('playwright', ['test', '-c', 'tests/e2e'])));
}

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * Runs one step, prints its line, adds its counts: a step without tests of its own counts as one.
 * @param {string} name
 * @param {() => Promise<Outcome>} task
 */
async function step(name, task) {
  const start = performance.now();
  const outcome = await task().catch((problem) => ({ ok: false, output: String(problem), counts: undefined }));
  const { passed, failed } = outcome.counts ?? { passed: Number(outcome.ok), failed: Number(!outcome.ok) };
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  const counted = outcome.counts ? ` (${passed} passed, ${failed} failed)` : '';
  console.log(`${seconds}s ${failed === 0 ? 'ok  ' : 'FAIL'} ${name}${counted}`);
  if (failed > 0) console.log(outcome.output.trimEnd());
  return failed === 0;
}
