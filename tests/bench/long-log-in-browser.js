import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../src/build/browser.js';
import { staticServer } from '../../src/build/static-server.js';
import { barePuts, copySize, forgetSnapshot, hasSnapshot, putRows } from './rows-in-page.js';
import { peakMegabytes, slowedAll } from './page-process.js';

/** @typedef {import('@playwright/test').Page} Page */

const answers = 30;
const rowsAtOnce = 4000;

/**
 * Measures the built app with a long log: from the start to the first card, answers, a copy, and taking it in elsewhere.
 * The slow-down holds for the page; workers run at full speed, but where it is said that they are slowed down too.
 * @param {{ events: readonly object[], head: unknown, note: string }} stored
 * @param {string} replay what measures a replay, as a script
 * @param {boolean} copiesOnly
 */
export async function benchLongLog(stored, replay, copiesOnly) {
  const server = staticServer({ directory: 'build' });
  await new Promise((resolve) => server.listen(0, () => resolve(undefined)));
  const address = `http://localhost:${Reflect.get(Object(server.address()), 'port')}`;
  const browser = await openBrowser();
  try {
    const page = await slowPage(browser.context, 1);
    await fill(page, address, stored);
    // The first start gives the second copy all of it, and makes the snapshot.
    await (copiesOnly ? page.goto(`${address}/settings/`) : firstCard(page, address));
    await snapshotIsThere(page);
    if (!copiesOnly) await copyIsWhole(page);
    await page.close();
    for (const slowdown of [1, 4]) {
      console.log(`a log of ${stored.events.length} entries, slowed down ${slowdown} times, milliseconds`);
      if (!copiesOnly) await openAndAnswer(browser.context, slowdown, address);
      await copyAndRestore(browser, slowdown, address);
      if (!copiesOnly)
        say('replay of all', await replayTime(browser.context, slowdown, stored.events.length, replay));
    }
  } finally {
    await browser.close();
    server.close();
  }
}

/** @param {import('@playwright/test').BrowserContext} browser @param {number} slowdown @param {string} address */
async function openAndAnswer(browser, slowdown, address) {
  const page = await slowPage(browser, slowdown);
  say('open to first card, with a snapshot', await firstCard(page, address));
  say(`save an answer (p50, p95 of ${answers})`, ...percentiles(await answerTimes(page)));
  await page.evaluate(forgetSnapshot);
  say('open to first card, without a snapshot', await firstCard(page, address));
  await snapshotIsThere(page);
  await page.close();
}

/** @param {Awaited<ReturnType<typeof openBrowser>>} browser @param {number} slowdown @param {string} address */
async function copyAndRestore({ context, folder }, slowdown, address) {
  const page = await slowPage(context, slowdown);
  await page.goto(`${address}/settings/`);
  const { took, path } = await saveCopy(page);
  say('save a copy', took);
  console.log(
    `    a file of ${(statSync(path).size / 2 ** 20).toFixed(0)} MB; the page had ${megabytes(peakMegabytes(folder))}`,
  );
  await restoring('restore it where nothing is', { slowdown, address, path });
  if (slowdown > 1) {
    await page.reload();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const faster = slowedAll(folder, slowdown);
    say('save a copy, workers slowed down too', (await saveCopy(page)).took);
    faster();
    await restoring('restore it, workers slowed down too', { slowdown, address, path, withWorkers: true });
  }
  await page.close();
}

/** @typedef {{ slowdown: number, address: string, path: string, withWorkers?: boolean }} Restoring */

/** @param {string} what @param {Restoring} how */
async function restoring(what, how) {
  const { read, take, puts, peak } = await restoreElsewhere(how);
  say(`${what} (read, take in)`, read, take);
  console.log(`    the page had ${megabytes(peak)}`);
  console.log(
    `    ${puts.toFixed(0)} for as many bare puts: taken in ${(take / puts).toFixed(1)} times as slowly`,
  );
}

/** Of what follows from as many answers, in a page of its own. @param {import('@playwright/test').BrowserContext} browser @param {number} rate @param {number} size @param {string} script @returns {Promise<number>} */
async function replayTime(browser, rate, size, script) {
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  await page.evaluate((count) => Reflect.get(globalThis, 'prepareReplay')(count), size);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const took = await page.evaluate(() => Reflect.get(globalThis, 'measureReplay')());
  await page.close();
  return took;
}

/** @param {number} size */
const megabytes = (size) => `${size.toFixed(0)} MB at most`;

/** @param {string} what @param {readonly number[]} times */
function say(what, ...times) {
  console.log(`  ${what} ${times.map((time) => time.toFixed(0)).join(' / ')}`);
}

/** @param {import('@playwright/test').BrowserContext} browser @param {number} rate */
async function slowPage(browser, rate) {
  const page = await browser.newPage();
  page.setDefaultTimeout(300_000);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return page;
}

/** @param {Page} page @param {string} address */
async function firstCard(page, address) {
  await page.goto(`${address}/study/`, { waitUntil: 'commit' });
  await page.locator('[data-form]').waitFor({ timeout: 300_000 });
  return page.evaluate(() => performance.now());
}

/** From the tap to the button that goes on, which is there when the answer is on the disk. @param {Page} page */
async function answerTimes(page) {
  /** @type {number[]} */
  const times = [];
  for (let turn = 0; turn < answers && (await page.locator('[data-form]').isVisible()); turn += 1) {
    // Taps in the same quarter of a second as the one before do not count.
    await page.waitForTimeout(300);
    if ((await page.locator('[data-form]').getAttribute('data-interaction')) === 'reveal') {
      await page.getByRole('button', { name: 'Show the answer' }).click();
      await page.waitForTimeout(300);
      await page.getByRole('button', { name: 'Good' }).click();
      await page.getByText('Saved', { exact: true }).waitFor();
      continue;
    }
    times.push(await page.getByRole('button', { name: 'I don’t know' }).evaluate(tapUntilSaved));
    await page.waitForTimeout(300);
    await page.getByRole('button', { name: /^(?:Next|Finish)$/ }).click();
  }
  return times.toSorted((a, b) => a - b);
}

/** Runs in the page. @param {Element} button @returns {Promise<number>} */
function tapUntilSaved(button) {
  const start = performance.now();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const isSaved = [...document.querySelectorAll('button')].some((one) =>
        /^(?:Next|Finish)$/.test(one.textContent.trim()),
      );
      if (!isSaved) return;
      observer.disconnect();
      resolve(performance.now() - start);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    if (button instanceof HTMLElement) button.click();
  });
}

/** @param {readonly number[]} times */
const percentiles = (times) => [0.5, 0.95].map((share) => times[Math.floor(share * times.length)] ?? NaN);

/** @param {Page} page */
async function saveCopy(page) {
  const button = page.getByRole('button', { name: 'Save a copy' });
  await button.waitFor();
  const download = page.waitForEvent('download');
  const start = performance.now();
  await button.click();
  const path = await (await download).path();
  return { took: performance.now() - start, path };
}

/** @param {Restoring} how */
async function restoreElsewhere({ slowdown, address, path, withWorkers = false }) {
  const browser = await openBrowser();
  try {
    const page = await slowPage(browser.context, withWorkers ? 1 : slowdown);
    await page.goto(`${address}/settings/`);
    const chooser = page.getByLabel('Restore from a copy');
    await chooser.waitFor({ state: 'attached' });
    const faster = withWorkers ? slowedAll(browser.folder, slowdown) : () => undefined;
    let start = performance.now();
    await chooser.setInputFiles(path);
    const take = page.getByRole('button', { name: 'Restore', exact: true });
    await take.waitFor();
    const read = performance.now() - start;
    start = performance.now();
    await take.click();
    await page
      .locator('#main')
      .getByText(/^Restored/)
      .waitFor();
    const taken = performance.now() - start;
    const peak = peakMegabytes(browser.folder);
    const puts = await page.evaluate(barePuts, JSON.parse(readFileSync(path, 'utf8')).events.length);
    faster();
    return { read, take: taken, puts, peak };
  } finally {
    await browser.close();
  }
}

/** A browser with a disk of its own. */
async function openBrowser() {
  const folder = mkdtempSync(join(tmpdir(), 'harmattan-bench-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: await findBrowser(),
    args: ['--no-sandbox'],
  });
  return {
    context,
    folder,
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Writes the log past the app. @param {Page} page @param {string} address @param {Parameters<typeof benchLongLog>[0]} stored */
async function fill(page, address, { events, head, note }) {
  await page.goto(`${address}/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (let start = 0; start < events.length; start += rowsAtOnce)
    await page.evaluate(putRows, { name: 'events', rows: events.slice(start, start + rowsAtOnce) });
  await page.evaluate(putRows, { name: 'head', rows: [head] });
  await page.evaluate((text) => localStorage.setItem('harmattan.sentinel', text), note);
}

/** Waits until the audit has kept a snapshot. @param {Page} page */
async function snapshotIsThere(page) {
  for (let turn = 0; turn < 300 && !(await page.evaluate(hasSnapshot)); turn += 1)
    await page.waitForTimeout(500);
}

/** Waits until the second copy does not grow any more. @param {Page} page */
async function copyIsWhole(page) {
  for (let before = 0, turn = 0; turn < 60; turn += 1) {
    await page.waitForTimeout(5000);
    const size = await page.evaluate(copySize);
    if (size > 0 && size === before) return;
    before = size;
  }
}
