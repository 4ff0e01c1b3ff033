import type { Random } from '#core/item/random.ts';

import { oneOf, randomBelow } from '../chance.ts';
import { onDevices } from '../device.ts';
import type { Fault } from '../fault.ts';

const mutants = 12;

/** Files that are changed, cut, nested or hostile: refused whole, or nothing in them was changed. */
export const importMutants: Fault = {
  id: 'import',
  title: 'files that are changed, cut or hostile are taken in',
  run: (bench, random) =>
    onDevices(bench, async ({ device, judged, also, server }) => {
      const [phone, laptop] = [await device(), await device()];
      const [tab, source] = [await phone.tab(), await laptop.tab()];
      await Promise.all([tab.write('here', 3, 1), source.write('there', 4, 1)]);
      const file = await source.page.evaluate(() => window.harness.backup());
      for (let round = 0; round < mutants; round += 1) {
        const mutant = mutantOf(file, random);
        const start = performance.now();
        const problem = await tab.page.evaluate((text) => window.harness.restore(text), mutant);
        if (performance.now() - start > 5000)
          also({ kind: 'slow', what: `an import (${problem ?? 'taken'})` });
        const count = await tab.page.evaluate(async () => (await window.harness.entries()).length);
        if (count !== 3 && count !== server.saved.size)
          also({ kind: 'silent', what: `part of a file: ${count}` });
        if (problem && count !== 3 && round === 0)
          also({ kind: 'silent', what: `refused and taken: ${problem}` });
      }
      const problem = await tab.page.evaluate((text) => window.harness.restore(text), file);
      if (problem) also({ kind: 'lost', what: problem });
      return judged(phone);
    }),
};

function mutantOf(file: string, random: Random): string {
  const at = randomBelow(random, file.length);
  return oneOf(random, [
    () => file.slice(0, at),
    () => file.slice(0, at) + String.fromCharCode(32 + randomBelow(random, 95)) + file.slice(at + 1),
    () => file.slice(0, at) + file.slice(at + 1 + randomBelow(random, 50)),
    () => file.slice(0, at) + file.slice(randomBelow(random, file.length)),
    () => file.replace('"events":[', `"events":[${'['.repeat(200_000)}`),
    () => file.replace('{', '{"__proto__":{"polluted":true},'),
    () => file.replace('"marks":1', '"marks":0'),
    () => file.replace(/"v":\d+/, '"v":999'),
    () => `${file}${file}`,
    () => ' '.repeat(2_000_000) + file,
    () => '',
  ])();
}
