import { join } from 'node:path';

import type { EnginePage, RunningBrowser } from './engines/engine.ts';
import type { Bench, Verdict, Wrong } from './fault.ts';
import { judge } from './oracle.ts';
import { serveHarness } from './server.ts';
import { tabOn } from './tab.ts';
import type { Tab } from './tab.ts';
import { wait } from './until.ts';

/** From the start to a card or the recovery screen; longer ones are wrong. */
const patienceMs = 5000;

interface JudgedOptions {
  /** Every copy was taken away. */
  readonly mayLose?: boolean;
  /** A store was damaged: a browser may have emptied the site, before any code of the app ran. */
  readonly mayBeCleared?: boolean;
}

/** A learner's browser with everything it keeps, over starts and ends. */
export interface Profile<P extends EnginePage = EnginePage> {
  /** Where the browser keeps its stores. */
  readonly folder: string;
  /** Goes on with a copy of the browser. */
  moveTo(folder: string): void;
  readonly address: string;
  readonly saved: ReadonlyMap<string, string>;
  /** Starts the browser and opens the log in a tab. */
  start(env?: NodeJS.ProcessEnv): Promise<Tab<P>>;
  kill(): Promise<void>;
  quit(): Promise<void>;
  /** Looks from a fresh start whether all is there. */
  judged(options?: JudgedOptions): Promise<Verdict>;
  waitMs(ms: number): Promise<void>;
  also(wrong: Wrong): void;
}

export async function onProfile<P extends EnginePage>(
  bench: Bench<P>,
  work: (profile: Profile<P>) => Promise<Verdict>,
): Promise<Verdict> {
  const server = await serveHarness(bench.harness);
  let folder = join(bench.folder, 'profile');
  const more: Wrong[] = [];
  let running: RunningBrowser<P> | undefined;

  async function start(env?: NodeJS.ProcessEnv): Promise<Tab<P>> {
    running = await bench.engine.start(folder, env);
    return tabOn(running.page, server.address);
  }
  async function ended(how: 'kill' | 'quit'): Promise<void> {
    await running?.[how]();
    running = undefined;
  }

  const profile: Profile<P> = {
    get folder() {
      return folder;
    },
    moveTo: (other) => void (folder = other),
    address: server.address,
    saved: server.saved,
    start,
    kill: () => ended('kill'),
    quit: () => ended('quit'),
    waitMs: wait,
    also: (wrong) => void more.push(wrong),
    judged: async ({ mayLose = false, mayBeCleared = false } = {}) => {
      await ended('quit');
      const tab = await start();
      const { opening } = tab;
      const cleared = mayBeCleared && bench.engine.clearsDamagedSites && opening.foundNothing;
      const wrongs = [...(cleared ? [] : judge(server.saved, server.tried, opening, mayLose)), ...more];
      if (opening.tookMs > patienceMs)
        wrongs.push({ kind: 'slow', what: `${Math.round(opening.tookMs)} ms` });
      if (opening.status === 'ready') wrongs.push(...(await goesOn(tab)));
      return { saved: server.saved.size, wrongs, openedMs: opening.tookMs, cleared };
    },
  };
  try {
    return await work(profile);
  } finally {
    await ended('kill');
    await server.close();
  }
}

/** After a start that found all well, the next answer is kept, and what follows from the log is true. */
async function goesOn(tab: Tab): Promise<readonly Wrong[]> {
  const wrongs: Wrong[] = [];
  if ((await tab.write('afterwards', 2, 1)) !== 2) wrongs.push({ kind: 'stuck', what: 'the next answer' });
  if (!(await tab.page.evaluate(() => window.harness.isDerivedTrue())))
    wrongs.push({ kind: 'silent', what: 'what follows from the log' });
  return wrongs;
}
