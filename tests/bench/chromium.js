// Measures memory and the generator in Chromium, at full speed and slowed down four times: npm run bench:chromium
// With "-- memory" memory alone, with "-- log" the built app with a long log (EVENTS, 100,000), with "-- copy" its copies
// alone: build it first. A busy machine spoils the figures, so its load is told.
import { loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { build, runnerImport } from 'vite';
import { findBrowser } from '../../src/build/browser.js';
import { benchLongLog } from './long-log-in-browser.js';

const quiet = /** @type {const} */ ({ configFile: false, logLevel: 'silent' });
const { module } = await runnerImport(
  new URL('../../src/cli/content/compile.ts', import.meta.url).pathname,
  quiet,
);
const pack = module
  .compileTopics('content')
  .packs.find((/** @type {{ id: string }} */ one) => one.id === 'niger').json;

/** @param {string} entry */
async function bundled(entry) {
  const built = await build({
    ...quiet,
    build: {
      write: false,
      lib: { entry: new URL(entry, import.meta.url).pathname, formats: ['iife'], name: 'bench' },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  if (!bundle) throw new TypeError('Expect one bundle');
  return bundle.output[0].code;
}
if (process.argv[2] === 'log' || process.argv[2] === 'copy') {
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
  const { module: logs } = await runnerImport(new URL('long-log.ts', import.meta.url).pathname, quiet);
  const size = Number(process.env.EVENTS ?? 100_000);
  await benchLongLog(
    logs.storedLog(pack, size),
    await bundled('log-in-browser.ts'),
    process.argv[2] === 'copy',
  );
  process.exit();
}

const [items, memory] = [await bundled('in-browser.ts'), await bundled('memory-in-browser.ts')];

const all = ['read and index', 'a quiz of 20', '1,000 items', 'all items'];
const rows = [
  ['niger', pack, all],
  ['5,000 facts', 5000, all],
  ['50,000 facts', 50_000, all.slice(0, 3)],
];

const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] });
for (const slowdown of [1, 4]) {
  const page = await browser.newPage();
  await page.addScriptTag({ content: memory });
  await page.addScriptTag({ content: items });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const load = loadavg()[0]?.toFixed(1);
  console.log(`Chromium ${browser.version()}, slowed down ${slowdown} times, load ${load}, milliseconds`);
  for (const [what, took] of await page.evaluate(() => Reflect.get(globalThis, 'measureMemory')())) {
    console.log(`  ${what} ${took.toFixed(2)}`);
  }
  for (const [name, topic, measures] of process.argv.includes('memory') ? [] : rows) {
    for (const what of measures) {
      const took = await page.evaluate(
        ([one, of]) => Reflect.get(globalThis, 'measure')(one, of),
        [what, topic],
      );
      console.log(`  ${name}: ${what} ${took.toFixed(0)}`);
    }
  }
  await page.close();
}
await browser.close();
