import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';

import { filesUnder } from '../../../src/build/files.js';
import { publishRelease } from '../../release.ts';
import { lookForUpdate, pass, startQuiz, untilOffline } from '../app.ts';
import { oneOf, randomBelow } from '../chance.ts';
import type { Fault } from '../fault.ts';
import { onSite } from '../site.ts';
import type { Site } from '../site.ts';

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

async function restart(site: Site): Promise<void> {
  await site.down();
  await site.up();
}

/** The files without which a worker is not installed. */
const shellOf = (folder: string): readonly string[] =>
  filesUnder(folder).filter((file) =>
    /^(?:index\.html|shell\/index\.html|_app\/immutable\/entry\/.*\.js)$/.test(file),
  );
