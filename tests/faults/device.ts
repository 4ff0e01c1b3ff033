import type { EmptyBrowser, EnginePage } from './engines/engine.ts';
import type { Bench, Verdict, Wrong } from './fault.ts';
import { judge } from './oracle.ts';
import { serveHarness } from './server.ts';
import type { HarnessServer } from './server.ts';
import { tabOn } from './tab.ts';
import type { Tab } from './tab.ts';

/** A device with an empty browser. */
export interface Device<P extends EnginePage> {
  newPage(): Promise<P>;
  /** Opens the log in a tab. */
  tab(): Promise<Tab<P>>;
}

export interface Devices<P extends EnginePage> {
  readonly server: HarnessServer;
  device(): Promise<Device<P>>;
  also(wrong: Wrong): void;
  /** Whether a fresh tab of a device has all that was saved anywhere. */
  judged(device: Device<P>): Promise<Verdict>;
}

export async function onDevices<P extends EnginePage>(
  bench: Bench<P>,
  work: (devices: Devices<P>) => Promise<Verdict>,
): Promise<Verdict> {
  const server = await serveHarness(bench.harness);
  const browsers: EmptyBrowser<P>[] = [];
  const more: Wrong[] = [];
  let count = 0;
  try {
    return await work({
      server,
      device: async () => {
        count += 1;
        const browser = await bench.engine.empty(`${bench.folder}/device-${count}`);
        browsers.push(browser);
        const newPage = (): Promise<P> => browser.newPage();
        return { newPage, tab: async () => tabOn(await newPage(), server.address) };
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
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.close();
  }
}
