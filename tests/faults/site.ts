import type { BrowserContext, Page } from '@playwright/test';

import { reviewsIn } from '../e2e/sitting.ts';

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
  /** Keeps in mind what the learner was told is saved. */
  remember(): Promise<void>;
  judged(): Promise<Verdict>;
}

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
