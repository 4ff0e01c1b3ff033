import { rmSync, writeFileSync } from 'node:fs';

import { retireWorker } from '../../../src/build/precache.js';
import { arrival, lookForUpdate } from '../app.ts';
import { randomBelow } from '../chance.ts';
import type { EnginePage } from '../engines/engine.ts';
import type { Fault, Wrong } from '../fault.ts';
import { startHost } from '../host.ts';
import type { Host } from '../host.ts';
import { entriesIn, openQuizOffline, pass } from '../learner.ts';
import { judge } from '../oracle.ts';
import { until, untilTrue, wait } from '../until.ts';
import { startUnwatched } from '../unwatched.ts';

/** The release that retires the worker: also where the worker in charge serves nothing but errors. */
export const killSwitch: Fault = {
  id: 'kill-switch',
  title: 'a release that retires a worker, which may be bricked',
  only: 'chromium',
  run: async (bench, random) => {
    const host = await startHost(bench.app, `${bench.folder}/site`);
    const page = await startUnwatched(`${bench.folder}/profile`);
    try {
      await openQuizOffline(page, host);
      await pass(page);
      const saved = new Map(await entriesIn(page));
      if (random() < 0.6) await brick(page, host);
      await release(host, () => retireWorker(host.folder));
      await page.goto(`${host.address}/`).catch(() => undefined); // the bricked worker may refuse even this
      await lookForUpdate(page).catch(() => 'gone with its page');
      await wait(randomBelow(random, 300));
      await page.goto(`${host.address}/`);
      const wrongs = await wrongsAfter(page);
      const entries = await entriesIn(page);
      return {
        saved: saved.size,
        wrongs: [...judge(saved, new Set(saved.keys()), { entries, told: false }), ...wrongs],
      };
    } finally {
      await page.close();
      await host.down();
    }
  },
};

/** A worker that answers everything with an error, as a broken release would. */
async function brick(page: EnginePage, host: Host): Promise<void> {
  const worker = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith(new Response('bricked', { status: 500 })));`;
  await release(host, () => writeFileSync(`${host.folder}/service-worker.js`, worker));
  await arrival(page);
  // Nothing is asked of the worker in charge meanwhile: it goes when it has had nothing to do for half a minute.
  const isIn = async () => (await navigator.serviceWorker.getRegistration())?.waiting === null;
  await untilTrue(page, isIn, 60_000);
  await untilTrue(page, async () => (await fetch('/')).status === 500);
}

/** The host comes back with another worker. */
async function release(host: Host, write: () => void): Promise<void> {
  write();
  for (const ending of ['br', 'gz']) rmSync(`${host.folder}/service-worker.js.${ending}`, { force: true });
  await host.down();
  await host.up();
}

/** A screen of the app is there, and no cache of a release. */
async function wrongsAfter(page: EnginePage): Promise<readonly Wrong[]> {
  const wrongs: Wrong[] = [];
  const isThere = () =>
    document.querySelector('h1') !== null && !document.querySelector('[aria-busy="true"]');
  if (!(await until(() => page.evaluate(isThere), 10_000)))
    wrongs.push({ kind: 'stuck', what: 'after the kill switch' });
  // The worker retires beside the page, and only when the older one has nothing to do: seconds, on a busy machine.
  if (!(await until(async () => (await page.evaluate(whatIsLeft)) === '', 60_000)))
    wrongs.push({ kind: 'stuck', what: `left of a release: ${await page.evaluate(whatIsLeft)}` });
  return wrongs;
}

/** The caches of releases and the workers that are still there; "" when all of them are gone. Runs in the page. */
async function whatIsLeft(): Promise<string> {
  const names = (await caches.keys()).filter((name) => /^harmattan-(?:shell|rest)-/.test(name));
  const registration = await navigator.serviceWorker.getRegistration();
  const workers = [registration?.installing, registration?.waiting, registration?.active];
  const states = workers.flatMap((worker) => worker?.state ?? []);
  return names.length === 0 ? '' : [...names, ...states, document.location.href].join(', ');
}
