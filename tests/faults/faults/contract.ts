import { onDevices } from '../device.ts';
import type { Fault } from '../fault.ts';
import { untilTrue } from '../until.ts';

/** No fault at all: the storage keeps in this browser to what it keeps to in memory and in tests without a browser. */
export const contract: Fault = {
  id: 'contract',
  title: 'the contract of the storage, in a real browser',
  run: (bench) =>
    onDevices(bench, async ({ device, server }) => {
      const page = await (await device()).newPage();
      await page.goto(`${server.address}contract.html`);
      await untilTrue(page, () => 'runContract' in window);
      const { passed, failed } = await page.evaluate(() => window.runContract());
      const wrongs = failed.map((what) => ({ kind: 'silent' as const, what }));
      if (passed === 0) wrongs.push({ kind: 'silent', what: 'no test was run' });
      return { saved: 0, wrongs };
    }),
};
