import { randomBelow } from '../chance.ts';
import { chromium } from '../engines/chromium.ts';
import type { Fault } from '../fault.ts';
import { onProfile } from '../profile.ts';

/** The device is full, then has space again. What was not said to be saved may be given again. */
export const quota: Fault = {
  id: 'quota',
  title: 'the device is full, then has space again',
  only: 'chromium',
  run: (bench, random) =>
    onProfile({ ...bench, engine: chromium }, async (profile) => {
      const tab = await profile.start();
      await tab.write('before', 1 + randomBelow(random, 30), 1);
      const session = await tab.page.context().newCDPSession(tab.page);
      const origin = new URL(profile.address).origin;
      const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
      await session.send('Storage.overrideQuotaForOrigin', {
        origin,
        quotaSize: Math.max(1, Math.round(usage * random() * 1.2)),
      });
      const kept = await tab.write('full', 60, 1 + randomBelow(random, 3));
      await session.send('Storage.overrideQuotaForOrigin', { origin });
      if ((await tab.write('again', 5, 1)) !== 5)
        profile.also({ kind: 'stuck', what: `after a full disk (${kept} kept)` });
      return profile.judged();
    }),
};
