import { existsSync, statSync } from 'node:fs';

import { run } from './run.js';

/** npm writes this file last. */
const stamp = 'node_modules/.package-lock.json';

/** Installs the packages when they are missing or older than the lock file. */
export async function installPackages() {
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  console.log('Installing packages (npm ci) ...');
  const { ok } = await run('npm', ['ci', '--no-audit', '--no-fund'], { show: true });
  if (ok) return;
  console.error('Cannot go on without the packages: see the lines above');
  process.exit(1);
}
