import { cpSync, mkdirSync } from 'node:fs';

import { randomBelow } from '../chance.ts';
import { storeNames } from '../engines/engine.ts';
import type { Fault } from '../fault.ts';
import { canPreload, preload } from '../preload/compile.ts';
import { onProfile } from '../profile.ts';
import { foldersOf, remove } from '../stores.ts';

/** The power goes: of every file there is only what the browser had put on the disk. Without a C compiler it is killed and nothing more. */
export const power: Fault = {
  id: 'power',
  title: 'a power cut while answers are written',
  run: (bench, random) =>
    onProfile(bench, async (profile) => {
      const disk = `${bench.folder}/disk`;
      const tab = await profile.start(canPreload ? forgetful(profile.folder, disk) : {});
      const writing = tab.write('before', 400, 1 + randomBelow(random, 3)).catch(() => 0); // the page dies under it
      await profile.waitMs(100 + randomBelow(random, 1500));
      await profile.kill();
      await writing;
      if (canPreload) {
        for (const store of storeNames) {
          remove({ folder: profile.folder, engine: bench.engine }, store);
          for (const left of foldersOf(disk, bench.engine, store))
            cpSync(`${disk}/${left}`, `${profile.folder}/${left}`, { recursive: true });
        }
      }
      return profile.judged();
    }),
};

/** What makes a browser on `profile` keep at `disk` what it put on the disk. */
function forgetful(profile: string, disk: string): NodeJS.ProcessEnv {
  mkdirSync(disk, { recursive: true });
  return { LD_PRELOAD: preload('disk'), DISK_ROOT: profile, DISK_SHADOW: disk };
}
