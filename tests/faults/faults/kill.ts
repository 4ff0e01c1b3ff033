import { randomBelow } from '../chance.ts';
import type { Fault } from '../fault.ts';
import { onProfile } from '../profile.ts';

/** The battery dies while answers are being written. */
export const kill: Fault = {
  id: 'kill',
  title: 'kill -9 while answers are written',
  run: (bench, random) =>
    onProfile(bench, async (profile) => {
      const rounds = random() < 0.3 ? 2 : 1;
      for (let round = 0; round < rounds; round += 1) {
        const tab = await profile.start();
        const writing = tab.write(`round-${round}`, 400, 1 + randomBelow(random, 4)).catch(() => 0); // the page dies under it
        await profile.waitMs(20 + randomBelow(random, 1200));
        await profile.kill();
        await writing;
      }
      return profile.judged();
    }),
};
