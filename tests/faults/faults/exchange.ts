import { cpSync } from 'node:fs';

import { shuffle } from '#core/item/random.ts';

import { oneOf, randomBelow } from '../chance.ts';
import { onDevices } from '../device.ts';
import type { Fault } from '../fault.ts';
import { onProfile } from '../profile.ts';

/** Files go between devices twice, in any order, some too early; in the end all hold the same. */
export const exchange: Fault = {
  id: 'exchange',
  title: 'copies exchanged twice, in any order, some of them old',
  run: (bench, random) =>
    onDevices(bench, async ({ device, judged, also }) => {
      const devices = await Promise.all(Array.from({ length: 2 + randomBelow(random, 2) }, () => device()));
      const tabs = await Promise.all(devices.map((one) => one.tab()));
      const files: string[] = [];
      for (const round of ['early', 'late']) {
        for (const [index, tab] of tabs.entries()) {
          await tab.write(`${round}-${index}`, 2 + randomBelow(random, 6), 1);
          files.push(await tab.page.evaluate(() => window.harness.backup()));
        }
      }
      for (const tab of tabs) {
        for (const file of shuffle([...files, oneOf(random, files)], random)) {
          const problem = await tab.page.evaluate((text) => window.harness.restore(text), file);
          if (problem) also({ kind: 'lost', what: problem });
        }
      }
      const logs = await Promise.all(
        tabs.map(({ page }) => page.evaluate(async () => JSON.stringify(await window.harness.entries()))),
      );
      if (new Set(logs).size > 1) also({ kind: 'silent', what: 'devices differ' });
      for (const one of devices.slice(1)) (await judged(one)).wrongs.slice(0, 3).forEach(also);
      return judged(oneOf(random, devices.slice(0, 1)));
    }),
};

/** A whole device is copied, as by a backup of the system, and both go on. */
export const clone: Fault = {
  id: 'clone',
  title: 'a copied device and its twin both go on, then exchange copies',
  run: (bench, random) =>
    onProfile(bench, async (profile) => {
      const twin = `${profile.folder}-twin`;
      await (await profile.start()).write('both', 2 + randomBelow(random, 8), 1);
      await profile.quit();
      cpSync(profile.folder, twin, { recursive: true });
      const first = await profile.start();
      await first.write('first', 1 + randomBelow(random, 6), 1);
      const file = await first.page.evaluate(() => window.harness.backup());
      await profile.quit();
      profile.moveTo(twin);
      const second = await profile.start();
      await second.write('second', 1 + randomBelow(random, 6), 1);
      for (let time = 0; time < 2; time += 1) {
        const problem = await second.page.evaluate((text) => window.harness.restore(text), file);
        if (problem) profile.also({ kind: 'lost', what: problem });
      }
      return profile.judged();
    }),
};
