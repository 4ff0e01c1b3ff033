import { oneOf, randomBelow } from '../chance.ts';
import { onDevices } from '../device.ts';
import type { Fault } from '../fault.ts';
import { until, wait } from '../until.ts';

/** Several tabs answer at once, and one of them is closed in the middle of it. */
export const tabs: Fault = {
  id: 'tabs',
  title: 'several tabs write at once and one is closed',
  run: (bench, random) =>
    onDevices(bench, async ({ device, judged, also }) => {
      const phone = await device();
      const open = await Promise.all(Array.from({ length: 2 + randomBelow(random, 3) }, () => phone.tab()));
      const writing = open.map((tab, index) =>
        tab.write(`tab-${index}`, 5 + randomBelow(random, 15), 1 + randomBelow(random, 2)).catch(() => 0),
      );
      const closed = random() < 0.7 ? oneOf(random, open) : undefined;
      if (closed) {
        await wait(randomBelow(random, 150));
        await closed.page.close();
      }
      await Promise.all(writing);
      const verdict = await judged(phone);
      const left = open.find((tab) => tab !== closed);
      if (left && !(await until(() => left.page.evaluate(hears, verdict.saved), 5000)))
        also({ kind: 'stuck', what: 'news between tabs' });
      return judged(phone);
    }),
};

/** Runs in the page: whether an open tab knows of everything by itself. */
const hears = (saved: number): boolean => window.harness.answers() >= saved;
