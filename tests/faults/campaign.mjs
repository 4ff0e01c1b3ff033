// `npm run campaign`: its code is TypeScript that it shares with the app; Vite's module runner loads it.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

import { findBrowser } from '../../src/build/browser.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const config = { root, configFile: false, envFile: false, logLevel: 'silent' };
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
const { module } = await runnerImport(fileURLToPath(new URL('main.ts', import.meta.url)), config);
const args = process.argv.slice(2);
// The gate has found it already.
if (module.needsChromium(args)) process.env.CHROMIUM_PATH ??= await findBrowser();
process.exitCode = await module.main(args, (line) => process.stdout.write(`${line}\n`));
