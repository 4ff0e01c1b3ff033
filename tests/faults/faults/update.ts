import { publishRelease } from '../../release.ts';
import { arrival, served } from '../app.ts';
import { randomBelow } from '../chance.ts';
import type { EnginePage } from '../engines/engine.ts';
import type { Fault, Wrong } from '../fault.ts';
import { startHost } from '../host.ts';
import { entriesIn, openQuizOffline, pass } from '../learner.ts';
import { judge } from '../oracle.ts';
import { until, wait } from '../until.ts';

/** Up to three releases come out while a quiz is open: it goes on as it began, and the update waits for its end. */
export const update: Fault = {
  id: 'update',
  title: 'new releases in the middle of a quiz',
  run: async (bench, random) => {
    const host = await startHost(bench.app, `${bench.folder}/site`);
    const browser = await bench.engine.empty(`${bench.folder}/profile`);
    const wrongs: Wrong[] = [];
    try {
      const page = await browser.newPage();
      await openQuizOffline(page, host);
      await pass(page);
      const releases = 1 + randomBelow(random, 3);
      for (let release = 2; release < 2 + releases; release += 1) {
        publishRelease(host.folder, release, bench.worker);
        await host.down();
        await host.up();
        const state = await arrival(page);
        if (state !== 'installed') wrongs.push({ kind: 'stuck', what: `release ${release} is ${state}` });
      }
      await wait(1500);
      if (!(await page.evaluate(isWaiting)))
        wrongs.push({ kind: 'silent', what: 'a release did not wait for the quiz' });
      if (random() < 0.3) await host.down();
      await pass(page);
      const saved = new Map(await entriesIn(page));
      wrongs.push(...(await takenOver(page)));
      // A page of this release that was never opened before.
      await page.goto(`${host.address}/explore/glossary/`);
      wrongs.push(...(await late(page)));
      const entries = await entriesIn(page);
      const tried = new Set(entries.map(([name]) => name));
      return { saved: saved.size, wrongs: [...judge(saved, tried, { entries, told: false }), ...wrongs] };
    } finally {
      await browser.close();
      await host.down();
    }
  },
};

/** Runs in the page: whether the newest release still waits. */
const isWaiting = async (): Promise<boolean> =>
  Boolean((await navigator.serviceWorker.getRegistration())?.waiting);

async function takenOver(page: EnginePage): Promise<readonly Wrong[]> {
  const wrongs: Wrong[] = [];
  if (/<!-- release/.test(await served(page, '/settings/')))
    wrongs.push({ kind: 'silent', what: 'a release took over a quiz' });
  if (await page.evaluate(isAsked)) wrongs.push({ kind: 'silent', what: 'asked in the middle of an answer' });
  return wrongs;
}

/** Runs in the page. */
const isAsked = (): boolean =>
  [...document.querySelectorAll('button')].some(
    (button) => button.textContent?.trim() === 'Update now' && button.getClientRects().length > 0,
  );

/** A screen that comes late is told apart from one that never comes. */
async function late(page: EnginePage): Promise<readonly Wrong[]> {
  const what = 'a page of the older release';
  if (await until(() => page.evaluate(showsScreen), 5000)) return [];
  return [{ kind: (await until(() => page.evaluate(showsScreen))) ? 'slow' : 'stuck', what }];
}

/** Runs in the page: a heading is there, and nothing that is still loading. */
const showsScreen = (): boolean =>
  document.querySelector('h1') !== null && !document.querySelector('[aria-busy="true"]');
