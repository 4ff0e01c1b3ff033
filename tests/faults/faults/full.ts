import { pass, startQuiz } from '../app.ts';
import { oneOf, randomBelow } from '../chance.ts';
import type { Fault } from '../fault.ts';
import { onSite } from '../site.ts';

/** The device has no room from the start on, with some of the app's files in its cache: there is a screen all the same. */
export const full: Fault = {
  id: 'full',
  title: 'the device is full when the app is opened',
  only: 'chromium',
  run: (bench, random) =>
    onSite(bench, async (site) => {
      const { page, address, context } = site;
      await startQuiz(page, address);
      await page.waitForTimeout(randomBelow(random, 2500));
      await pass(page);
      await site.remember();
      const session = await context.newCDPSession(page);
      const origin = new URL(address).origin;
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      await page.goto(
        `${address}${oneOf(random, ['/', '/study/', '/quiz/take/', '/settings/', '/progress/'])}`,
      );
      await site.screen('on a full device');
      if (await page.getByText('This page stopped working').isVisible())
        site.also({ kind: 'stuck', what: 'a page without its files on a full device' });
      await session.send('Storage.overrideQuotaForOrigin', { origin });
      return site.judged();
    }),
};
