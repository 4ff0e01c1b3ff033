import { join } from 'node:path';

import type { Random } from '#core/item/random.ts';

import { randomBelow } from '../chance.ts';
import type { EnginePage } from '../engines/engine.ts';
import type { Fault, Wrong } from '../fault.ts';
import { startHost } from '../host.ts';
import { entriesIn, openQuizOffline, pass, showsItem } from '../learner.ts';
import { judge } from '../oracle.ts';
import { until, wait } from '../until.ts';

/** The host goes in the middle of a quiz: it goes on, after a reload and after the battery died as well, and nothing is lost. */
export const offline: Fault = {
  id: 'offline',
  title: 'the host goes in the middle of a quiz, then the battery',
  run: async (bench, random) => {
    const host = await startHost(bench.app, `${bench.folder}/site`);
    const profile = join(bench.folder, 'profile');
    let browser = await bench.engine.start(profile);
    try {
      await openQuizOffline(browser.page, host);
      await host.down();
      const address = await browser.page.evaluate(() => location.href);
      const wrongs: Wrong[] = [];
      if (!(await opens(browser.page, address)))
        wrongs.push({ kind: 'stuck', what: 'a reload without the host' });
      await passSome(browser.page, random);
      const saved = new Map(await entriesIn(browser.page));
      await (random() < 0.7 ? browser.kill() : browser.quit());
      browser = await bench.engine.start(profile);
      if (!(await opens(browser.page, address)))
        wrongs.push({ kind: 'stuck', what: 'a start without the host' });
      await pass(browser.page);
      const entries = await entriesIn(browser.page);
      const tried = new Set(entries.map(([name]) => name));
      return { saved: saved.size, wrongs: [...judge(saved, tried, { entries, told: false }), ...wrongs] };
    } finally {
      await browser.kill();
      await host.down();
    }
  },
};

/** Whether an address of the app shows an item. */
async function opens(page: EnginePage, address: string): Promise<boolean> {
  await page.goto(address);
  return (await until(() => page.evaluate(showsItem).catch(() => false), 10_000)) !== false; // between two documents
}

async function passSome(page: EnginePage, random: Random): Promise<void> {
  const count = 1 + randomBelow(random, 4);
  for (let done = 0; done < count; done += 1) await pass(page);
  await wait(randomBelow(random, 300));
}
