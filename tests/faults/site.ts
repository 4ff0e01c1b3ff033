import type { BrowserContext, Page } from '@playwright/test';

import { reviewsIn } from '../e2e/sitting.ts';

import { showsScreen } from './app.ts';
import { sharedBrowser } from './engines/chromium.ts';
import type { Bench, Verdict, Wrong } from './fault.ts';
import { startHost } from './host.ts';
import type { Host } from './host.ts';
import { judge } from './oracle.ts';

/** The built app on a host of its own, and a learner's phone. */
export interface Site extends Host {
  readonly page: Page;
  readonly context: BrowserContext;
  also(wrong: Wrong): void;
  /** Waits for a screen; one that comes late is told apart from one that never comes. */
  screen(what: string, withinMs?: number): Promise<void>;
  /** Keeps in mind what the learner was told is saved. */
  remember(): Promise<void>;
  judged(): Promise<Verdict>;
}

/** What has not come by then never comes. */
const patienceMs = 30_000;

export async function onSite(bench: Bench, work: (site: Site) => Promise<Verdict>): Promise<Verdict> {
  const context = await (await sharedBrowser()).newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const wrongs: Wrong[] = [];
  let saved: ReadonlyMap<string, string> = new Map();
  const entries = async (): Promise<readonly (readonly [string, string])[]> =>
    (await reviewsIn(page)).map((event) => [`${event.deviceId}:${event.seq}`, JSON.stringify(event)]);

  const host = await startHost(bench.app, `${bench.folder}/site`);
  try {
    return await work({
      ...host,
      page,
      context,
      also: (wrong) => void wrongs.push(wrong),
      screen: async (what, withinMs = 5000) => {
        if (await showsScreen(page, withinMs)) return;
        const kind = (await showsScreen(page, patienceMs)) ? 'slow' : 'stuck';
        wrongs.push({ kind, what });
      },
      remember: async () => void (saved = new Map(await entries())),
      judged: async () => {
        const found = await entries();
        const tried = new Set(found.map(([name]) => name));
        return {
          saved: saved.size,
          wrongs: [...judge(saved, tried, { entries: found, told: false }), ...wrongs],
        };
      },
    });
  } finally {
    await context.close();
    await host.down();
  }
}
