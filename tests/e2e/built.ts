import { expect, type Page } from '@playwright/test';
import { filesUnder } from '../../src/build/files.js';
import { listPrecache } from '../../src/build/precache.js';

/** What the build consists of, so that a new page is tested without anybody listing it. */
export const precache = listPrecache('build', '');
export const routes = filesUnder('build')
  .filter((file) => /(^|\/)index\.html$/.test(file))
  .map((file) => `/${file.replace('index.html', '')}`)
  .filter((route) => route !== '/shell/');

/** Waits until the browser's caches hold every file of the build. */
export async function untilCached(page: Page): Promise<void> {
  const total = precache.shell.length + precache.rest.length;
  await expect.poll(() => page.evaluate(countCached), { timeout: 30_000 }).toBeGreaterThanOrEqual(total);
}

/** Runs in the page. */
async function countCached(): Promise<number> {
  const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const counts = await Promise.all(stores.map(async (store) => (await store.keys()).length));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Waits until the page has nothing left to load and shows more than a skeleton. */
export async function untilSettled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
}
