import { chromium as playwright } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { until } from '../until.ts';

import type { Engine, RunningBrowser } from './engine.ts';
import { end, gone, spawnGroup } from './process.ts';

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-breakpad',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-dev-shm-usage',
  // A profile that was killed must come up without a question.
  '--hide-crash-restore-bubble',
  '--noerrdialogs',
];

/** Chromium by its own protocol; its pages are Playwright's, for the faults that need more than every browser can. */
export const chromium: Engine<Page> = {
  id: 'chromium',
  stores: {
    database: 'Default/IndexedDB',
    journal: 'Default/File System',
    notes: 'Default/Local Storage',
  },
  clearsDamagedSites: false,
  // The campaign has found or installed one.
  missing: async () => undefined,
  start,
  empty: async () => (await sharedBrowser()).newContext(),
  close: async () => {
    await (await shared)?.close();
    shared = undefined;
  },
};

let shared: Promise<Browser> | undefined;

/** One browser for all faults that need no disk: each device in it has stores of its own. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= playwright.launch({
    ...(process.env.CHROMIUM_PATH !== undefined && { executablePath: process.env.CHROMIUM_PATH }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
  return shared;
}

async function start(profile: string, env: NodeJS.ProcessEnv = {}): Promise<RunningBrowser<Page>> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const child = spawnChromium(profile, '--remote-debugging-port=0', { stdio: 'ignore', env });
  const port = await until(
    () => existsSync(portFile) && /^\d+(?=\n)/.exec(readFileSync(portFile, 'utf8'))?.[0],
  );
  if (!port) throw new Error('The browser did not start');
  const browser = await playwright.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  if (!context) throw new TypeError('Expect a browser with a window');
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    another: () => context.newPage(),
    kill: () => end(child),
    quit: async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined); // it is gone before it answers
      await gone(child, 5000);
      await end(child);
    },
  };
}

/** A browser that hears orders by a port, or by pipes. */
export function spawnChromium(
  profile: string,
  hears: `--remote-debugging-${string}`,
  options: { readonly stdio: StdioOptions; readonly env?: NodeJS.ProcessEnv },
): ChildProcess {
  const program = process.env.CHROMIUM_PATH ?? 'chromium';
  return spawnGroup(program, [...flags, hears, `--user-data-dir=${profile}`, 'about:blank'], options);
}
