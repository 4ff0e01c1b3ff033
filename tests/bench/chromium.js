// Measures in Chromium, at full speed and slowed down four times: npm run bench:chromium [-- items | log]
// `items` is the generator; `log` is the built app with a long log (EVENTS, 100,000), so build it first.
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

const wanted = process.argv[2] ?? 'all';
if (wanted !== 'items') {
  const { module: logs } = await runnerImport(new URL('long-log.ts', import.meta.url).pathname, quiet);
  await benchLongLog(logs.storedLog(pack, Number(process.env.EVENTS ?? 100_000)));
}
if (wanted === 'log') process.exit();

const built = await build({
  ...quiet,
  build: {
    write: false,
    lib: { entry: new URL('in-browser.ts', import.meta.url).pathname, formats: ['iife'], name: 'bench' },
  },
});
const [bundle] = Array.isArray(built) ? built : [];
if (!bundle) throw new TypeError('Expect one bundle');
const script = bundle.output[0].code;

const all = ['read and index', 'a quiz of 20', '1,000 items', 'all items'];
const rows = [
  ['niger', pack, all],
  ['5,000 facts', 5000, all],
  ['50,000 facts', 50_000, all.slice(0, 3)],
];

const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] });
for (const slowdown of [1, 4]) {
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  console.log(`Chromium ${browser.version()}, slowed down ${slowdown} times, milliseconds`);
  for (const [name, topic, measures] of rows) {
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
