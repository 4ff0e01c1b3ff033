import type { Page } from '@playwright/test';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writePrecache } from '../../src/build/precache.js';
import { untilCached, untilSettled } from './built.ts';
import { expect, test } from './fixtures.ts';

const newerMark = '<!-- the newer build -->';

test.describe('a newer build', () => {
  test.skip(({ isMobile }) => isMobile === true, 'reaches every browser in the same way');

  test('waits until it is asked for, then serves only itself', async ({ page, folder, site }) => {
    await page.goto(`${site.address}/`);
    await untilCached(page);
    publishNewerBuild(folder);

    await page.reload();
    await untilSettled(page);
    await expect.poll(() => page.evaluate(isWaiting)).toBe(true);
    expect(await served(page, '/settings/')).not.toContain(newerMark);

    await page.evaluate(takeOver);
    await expect.poll(() => served(page, '/settings/')).toContain(newerMark);
    expect(await served(page, '/')).toContain(newerMark);
  });

  test('that is damaged on the way never replaces the older one', async ({ page, folder, site }) => {
    await page.goto(`${site.address}/`);
    await untilCached(page);
    publishNewerBuild(folder);
    writeFileSync(`${folder}/index.html`, 'cut off on the w');

    expect(await page.evaluate(endOfUpdate)).toBe('redundant');
    expect(await page.evaluate(isWaiting)).toBe(false);
  });
});

/** Changes every page of a copied build and writes a worker for it, as a release would. */
function publishNewerBuild(folder: string): void {
  for (const page of ['index.html', 'shell/index.html', 'settings/index.html']) {
    const html = readFileSync(`${folder}/${page}`, 'utf8');
    writeFileSync(`${folder}/${page}`, html.replace('</head>', `${newerMark}</head>`));
    for (const packed of ['br', 'gz']) rmSync(`${folder}/${page}.${packed}`);
  }
  cpSync('.svelte-kit/output/client/service-worker.js', `${folder}/service-worker.js`);
  for (const packed of ['br', 'gz']) rmSync(`${folder}/service-worker.js.${packed}`);
  writePrecache(folder, '');
}

function served(page: Page, path: string): Promise<string> {
  return page.evaluate(async (address) => (await fetch(address)).text(), path);
}

/** Runs in the page. */
async function isWaiting(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration();
  return Boolean(registration?.waiting);
}

/** Runs in the page: what the tap on "update" does. */
async function takeOver(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
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
