import type { Page } from '@playwright/test';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { packsCacheName } from '../../src/lib/storage/packs-cache.ts';
import { retireWorker, writePrecache } from '../../src/build/precache.js';
import { publishRelease } from '../release.ts';
import { untilCached, untilSettled } from './built.ts';
import { expect, test } from './fixtures.ts';

test.use({ serviceWorkers: 'allow' });

const words: { pwa_update_now: string } = JSON.parse(readFileSync('src/lib/i18n/messages/en.json', 'utf8'));
const newerMark = '<!-- the newer build -->';

test.describe('a newer build', () => {
  test('waits until it is asked for, then serves only itself', async ({ page, folder, site }) => {
    await page.goto(`${site.address}/`);
    await untilCached(page);
    publishNewerBuild(folder);

    await page.reload();
    await untilSettled(page);
    await expect.poll(() => page.evaluate(isWaiting)).toBe(true);
    expect(await served(page, '/settings/')).not.toContain(newerMark);

    await page.getByRole('button', { name: words.pwa_update_now }).click();
    await expect.poll(() => page.content().catch(() => '')).toContain(newerMark);
    expect(await served(page, '/settings/')).toContain(newerMark);
    await expect(page.getByRole('button', { name: words.pwa_update_now })).toBeHidden();
  });

  test('is taken also where the files of the older one are gone from the host and the caches', async ({
    page,
    folder,
    site,
  }) => {
    await page.goto(`${site.address}/`);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    publishRelease(folder, 2);
    await site.renew();
    await forgetFiles(page);
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await page.getByRole('button', { name: words.pwa_update_now }).click();
    await expect.poll(() => page.content().catch(() => '')).toContain('<!-- release 2 -->');
  });

  test('that is damaged on the way never replaces the older one', async ({ page, folder, site }) => {
    await page.goto(`${site.address}/`);
    await untilCached(page);
    publishNewerBuild(folder);
    writeFileSync(`${folder}/index.html`, 'cut off on the w');

    expect(await page.evaluate(endOfUpdate)).toBe('redundant');
    expect(await page.evaluate(isWaiting)).toBe(false);
  });

  test('that retires the worker leaves nothing of it behind but the facts kept for quizzes', async ({
    page,
    folder,
    site,
  }) => {
    await page.goto(`${site.address}/`);
    await untilCached(page);
    await page.evaluate(async (name) => void (await caches.open(name)), packsCacheName);
    retireWorker(folder);
    removePacked(folder, 'service-worker.js');

    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([packsCacheName]);
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(0);
  });
});

/** Empties the worker's caches and the browser's own. */
async function forgetFiles(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys())
        await (await caches.open(name)).delete(request);
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.clearBrowserCache');
}

/** Changes every page of a copied build and writes a worker for it, as a release would. */
function publishNewerBuild(folder: string): void {
  for (const page of ['index.html', 'shell/index.html', 'settings/index.html']) {
    const html = readFileSync(`${folder}/${page}`, 'utf8');
    writeFileSync(`${folder}/${page}`, html.replace('</head>', `${newerMark}</head>`));
    removePacked(folder, page);
  }
  cpSync('.svelte-kit/output/client/service-worker.js', `${folder}/service-worker.js`);
  removePacked(folder, 'service-worker.js');
  writePrecache(folder, '');
}

/** So that the server sends the changed file itself. */
function removePacked(folder: string, file: string): void {
  for (const ending of ['br', 'gz']) rmSync(`${folder}/${file}.${ending}`, { force: true });
}

function served(page: Page, path: string): Promise<string> {
  return page.evaluate(async (address) => (await fetch(address)).text(), path);
}

/** Runs in the page. */
async function isWaiting(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration();
  return Boolean(registration?.waiting);
}

/** Runs in the page: how the installation of a newer worker ends. */
async function endOfUpdate(): Promise<string> {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
  const worker = registration.installing;
  if (!worker) return 'not tried';
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => resolve(worker.state), { once: true });
  });
}
