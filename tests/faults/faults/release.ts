import type { Page } from '@playwright/test';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';

import { filesUnder } from '../../../src/build/files.js';
import { publishRelease } from '../../release.ts';
import { arrival, lookForUpdate, pass, served, startQuiz, untilOffline } from '../app.ts';
import { oneOf, randomBelow } from '../chance.ts';
import type { Fault } from '../fault.ts';
import { onSite } from '../site.ts';
import type { Site } from '../site.ts';

/** Up to three releases come out while a quiz is open: it goes on as it began, and the update waits for its end. */
export const update: Fault = {
  id: 'update',
  title: 'new releases in the middle of a quiz',
  only: 'chromium',
  run: (bench, random) =>
    onSite(bench, async (site) => {
      const { page, address, folder } = site;
      await beginOffline(site);
      const releases = 1 + randomBelow(random, 3);
      for (let release = 2; release < 2 + releases; release += 1) {
        publishRelease(folder, release, bench.worker);
        await restart(site);
        const state = await arrival(page);
        if (state !== 'installed') site.also({ kind: 'stuck', what: `release ${release} is ${state}` });
      }
      if (!(await waits(page))) site.also({ kind: 'silent', what: 'a release did not wait for the quiz' });
      if (random() < 0.3) await site.down();
      await pass(page);
      await site.remember();
      if (/<!-- release/.test(await served(page, '/settings/')))
        site.also({ kind: 'silent', what: 'a release took over a quiz' });
      if (await page.getByRole('button', { name: 'Update now' }).isVisible())
        site.also({ kind: 'silent', what: 'asked in the middle of an answer' });
      // A page of this release that was never opened before.
      await page.goto(`${address}/explore/glossary/`);
      await site.screen('a page of the older release');
      return site.judged();
    }),
};

/** A file of the newer release is missing, cut or wrong: the older one stays whole and in charge. */
export const precache: Fault = {
  id: 'precache',
  title: 'a release of which a file is missing, cut or wrong',
  only: 'chromium',
  run: (bench, random) =>
    onSite(bench, async (site) => {
      const { page, folder } = site;
      await beginOffline(site);
      publishRelease(folder, 2, bench.worker);
      const broken = `${folder}/${oneOf(random, shellOf(folder))}`;
      oneOf(random, [
        () => rmSync(broken),
        () => truncateSync(broken, randomBelow(random, readFileSync(broken).length)),
        () => writeFileSync(broken, 'an error page of the host'),
      ])();
      await restart(site);
      const state = await lookForUpdate(page);
      if (state !== 'redundant') site.also({ kind: 'silent', what: `the broken release is ${state}` });
      await site.down();
      await pass(page);
      await site.remember();
      await page.reload();
      await site.screen('the older release');
      return site.judged();
    }),
};

/** The host has only the newer files, and the older ones were never all in the cache. */
export const oldChunks: Fault = {
  id: 'old-chunks',
  title: 'files of the open release are gone from the host',
  only: 'chromium',
  run: (bench, random) =>
    onSite(bench, async (site) => {
      const { page, address, folder } = site;
      site.cutAfter(300_000 + randomBelow(random, 300_000));
      await page.goto(`${address}/`).catch(() => undefined); // cut in the middle of the page
      await page.waitForTimeout(randomBelow(random, 500));
      publishRelease(folder, 2, bench.worker);
      await restart(site);
      await page.goto(`${address}/explore/timeline/`);
      await site.screen('a page whose files are gone', 10_000);
      await startQuiz(page, address);
      await pass(page);
      await site.remember();
      await untilOffline(page, folder);
      return site.judged();
    }),
};

/** A quiz is open, all of its release is in the cache, and one answer is given. */
async function beginOffline({ page, address, folder }: Site): Promise<void> {
  await startQuiz(page, address);
  await untilOffline(page, folder);
  await pass(page);
}

/** The connection breaks off at any byte of the first visit, and comes back. */
export const network: Fault = {
  id: 'network',
  title: 'the connection breaks off at any byte of the first visit',
  only: 'chromium',
  run: (bench, random) =>
    onSite(bench, async (site) => {
      const { page, address, folder } = site;
      site.cutAfter(randomBelow(random, 900_000));
      await page.goto(`${address}/`).catch(() => undefined); // cut in the middle of the page
      await page.waitForTimeout(randomBelow(random, 1500));
      await restart(site);
      await startQuiz(page, address);
      await pass(page);
      await site.remember();
      await untilOffline(page, folder);
      await site.down();
      await page.goto(`${address}/progress/`);
      await site.screen('offline after a first visit in pieces');
      return site.judged();
    }),
};

/** Whether the newest release still waits when there was time to take over. */
async function waits(page: Page): Promise<boolean> {
  await page.waitForTimeout(1500);
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.waiting !== null;
  });
}

async function restart(site: Site): Promise<void> {
  await site.down();
  await site.up();
}

/** The files without which a worker is not installed. */
const shellOf = (folder: string): readonly string[] =>
  filesUnder(folder).filter((file) =>
    /^(?:index\.html|shell\/index\.html|_app\/immutable\/entry\/.*\.js)$/.test(file),
  );
