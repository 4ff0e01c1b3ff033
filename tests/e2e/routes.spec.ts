import { existsSync, statSync } from 'node:fs';

import { precache, routes, untilSettled } from './built.ts';
import { expect, test } from './fixtures.ts';
import { flaws } from './sitting.ts';

const kilobyte = 1024;
const homeBudget = 60 * kilobyte;
/** A sitting brings every form and the first of its ways of answering; a teacher's device makes all items again. */
const largeBudget = 132 * kilobyte;
/** The most that others need is the drawing of the map. */
const routeBudget = 90 * kilobyte;
const shellBudget = 300 * kilobyte;
const shellFiles = 25;

/** Those whose screen is laid out otherwise where there is room; the rest only gets wider. */
const wideRoutes = new Set([
  '/',
  '/quiz/',
  '/progress/',
  '/teach/quiz/',
  '/explore/timeline/',
  '/explore/map/',
]);

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Routes that are tried one after the other on one page, which is much quicker than each on a new one. */
const groupOf = (route: string): string => route.split('/')[1] || 'home';

for (const group of new Set(routes.map(groupOf))) {
  test(`axe finds nothing on the pages of ${group}, and each starts within its budget of JavaScript`, async ({
    page,
    isMobile,
  }) => {
    test.slow();
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    const members = routes.filter((route) => groupOf(route) === group && (isMobile || wideRoutes.has(route)));
    test.skip(members.length === 0, 'they only get wider');
    for (const route of members) {
      scripts.clear();
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(route);
      await untilSettled(page);
      const bytes = [...scripts].map(brotliSize).reduce((sum, size) => sum + size, 0);
      test.info().annotations.push({ type: 'size', description: `${route} ${inKilobytes(bytes)}` });
      expect.soft(bytes, `JavaScript of ${route}`).toBeLessThanOrEqual(budgetOf(route));
      // Colours are the same on every screen: both schemes are tried on one.
      expect.soft(await flaws(page, isMobile ? ['light', 'dark'] : ['light']), route).toEqual([]);
    }
  });
}

test(`the shell is at most ${shellFiles} files and ${shellBudget / kilobyte} KB`, () => {
  const bytes = precache.shell
    .map(({ url }) => statSync(fileOf(url)).size)
    .reduce((sum, size) => sum + size, 0);
  test.info().annotations.push({ type: 'size', description: inKilobytes(bytes) });
  expect(precache.shell.length).toBeLessThanOrEqual(shellFiles);
  expect(bytes).toBeLessThanOrEqual(shellBudget);
});

function budgetOf(route: string): number {
  if (route === '/') return homeBudget;
  return /^\/(?:study|decks|quiz|take|teach)\//.test(route) ? largeBudget : routeBudget;
}

function fileOf(url: string): string {
  return `build${url.endsWith('/') ? `${url}index.html` : url}`;
}

function brotliSize(url: string): number {
  const file = fileOf(url);
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}

function inKilobytes(bytes: number): string {
  return `${(bytes / kilobyte).toFixed(1)} KB`;
}
