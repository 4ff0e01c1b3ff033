import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

import { listPrecache } from '../../src/build/precache.js';
import { item } from '../e2e/sitting.ts';

/** A page that runs functions in itself, whether or not anybody debugs it. */
export type Evaluating = Pick<Page, 'evaluate'>;

/** What the campaign does on the app's screens. */
export async function startQuiz(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/quiz/`);
  const start = page.getByRole('button', { name: /^Start: / });
  const update = page.getByRole('button', { name: 'Use it now' });
  await start.or(update).first().waitFor();
  // What a learner is offered where files of the older release are gone for ever.
  if (await update.isVisible()) await update.click();
  await start.click();
  await item(page).waitFor();
}

/** Passes on an item: the quickest answer that every item takes. */
export async function pass(page: Page): Promise<void> {
  const before = await page.evaluate(countReviews);
  await page.waitForTimeout(300);
  await page.getByRole('button', { name: 'I don’t know' }).click();
  await expect.poll(() => page.evaluate(countReviews), { timeout: 20_000 }).toBe(before + 1);
}

/** Runs in the page, past the app. */
export function countReviews(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('harmattan');
    opening.addEventListener('error', () => reject(opening.error ?? new Error('cannot open')));
    opening.addEventListener('success', () => {
      const request = opening.result.transaction('events').objectStore('events').count();
      request.addEventListener('success', () => {
        opening.result.close();
        resolve(request.result);
      });
    });
  });
}

/** Waits until the app works without its host. */
export async function untilOffline(page: Evaluating, folder: string): Promise<void> {
  const { shell, rest } = listPrecache(folder, '');
  const total = shell.length + rest.length;
  await expect.poll(() => page.evaluate(countCached), { timeout: 90_000 }).toBeGreaterThanOrEqual(total);
}

async function countCached(): Promise<number> {
  const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const counts = await Promise.all(opened.map(async (cache) => (await cache.keys()).length));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Has the browser look for a newer worker; how the newest one stands after it. */
export const lookForUpdate = (page: Evaluating): Promise<string> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration) return 'none';
    await registration.update().catch(() => undefined); // no host, or a worker that cannot be read
    const worker = registration.installing ?? registration.waiting;
    if (!worker) return 'none';
    for (let turn = 0; turn < 400 && worker.state === 'installing'; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 25));
    return worker.state;
  });

/** How a release stands that is sure to have been looked for: the host has only just come back. */
export async function arrival(page: Evaluating): Promise<string> {
  for (let turn = 0; turn < 10; turn += 1) {
    const state = await lookForUpdate(page);
    if (state !== 'none') return state;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return 'not there';
}

/** What the page of an address is, as the worker serves it. */
export const served = (page: Evaluating, path: string): Promise<string> =>
  page.evaluate(async (address) => (await fetch(address)).text(), path);

/** Whether a screen of the app is there: a heading, and nothing that is still loading. */
export async function showsScreen(page: Page, patienceMs = 5000): Promise<boolean> {
  const shown = page.waitForFunction(
    () => document.querySelector('h1, [data-form]') !== null && !document.querySelector('[aria-busy="true"]'),
    undefined,
    { timeout: patienceMs },
  );
  return shown.then(
    () => true,
    () => false,
  );
}
