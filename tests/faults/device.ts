import { chromium } from '@playwright/test';
import type { Browser, BrowserContext } from '@playwright/test';

import type { Bench, Verdict, Wrong } from './fault.ts';
import { judge } from './oracle.ts';
import { tabOn } from './tab.ts';
import type { Tab } from './tab.ts';
import { serveHarness } from './server.ts';
import type { HarnessServer } from './server.ts';

let shared: Promise<Browser> | undefined;

/** One browser for all faults that need no disk: each device in it has stores of its own. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= chromium.launch({
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

export async function closeSharedBrowser(): Promise<void> {
  await (await shared)?.close();
  shared = undefined;
}

/** A device with an empty browser. */
export interface Device {
  readonly context: BrowserContext;
  /** Opens the log in a tab. */
  tab(): Promise<Tab>;
}

export interface Devices {
  readonly server: HarnessServer;
  /** `id` names it among the devices of the run. */
  device(): Promise<Device>;
  also(wrong: Wrong): void;
  /** Whether a fresh tab of a device has all that was saved anywhere. */
  judged(device: Device): Promise<Verdict>;
}

export async function onDevices(
  bench: Bench,
  work: (devices: Devices) => Promise<Verdict>,
): Promise<Verdict> {
  const server = await serveHarness(bench.harness);
  const browser = await sharedBrowser();
  const contexts: BrowserContext[] = [];
  const more: Wrong[] = [];
  try {
    return await work({
      server,
      device: async () => {
        const context = await browser.newContext();
        contexts.push(context);
        return { context, tab: async () => tabOn(await context.newPage(), server.address) };
      },
      also: (wrong) => void more.push(wrong),
      judged: async (device) => {
        const { opening } = await device.tab();
        const wrongs = [...judge(server.saved, server.tried, opening), ...more];
        if (opening.status !== 'ready') wrongs.push({ kind: 'stuck', what: opening.status });
        return { saved: server.saved.size, wrongs, openedMs: opening.tookMs };
      },
    });
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
    await server.close();
  }
}
