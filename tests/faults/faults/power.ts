import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { randomBelow } from '../chance.ts';
import type { Fault } from '../fault.ts';
import { onProfile } from '../profile.ts';
import { folderOf, remove, storeNames } from '../stores.ts';

/** Where a C compiler and a Linux are; elsewhere the browser is killed and nothing more. */
const canCut =
  process.platform === 'linux' && ['/usr/bin/cc', '/usr/bin/gcc'].some((path) => existsSync(path));

/** The power goes: of every file there is only what the browser had put on the disk. */
export const power: Fault = {
  id: 'power',
  title: 'a power cut while answers are written',
  run: (bench, random) =>
    onProfile(bench, async (profile) => {
      const disk = `${bench.folder}/disk`;
      const tab = await profile.start(canCut ? forgetful(bench.folder, profile.folder, disk) : {});
      const writing = tab.write('before', 400, 1 + randomBelow(random, 3)).catch(() => 0); // the page dies under it
      await profile.waitMs(100 + randomBelow(random, 1500));
      await profile.kill();
      await writing;
      if (canCut) {
        for (const store of storeNames) {
          remove(profile.folder, store);
          const left = folderOf(disk, store);
          if (existsSync(left)) cpSync(left, folderOf(profile.folder, store), { recursive: true });
        }
      }
      return profile.judged();
    }),
};

/** What makes a browser on `profile` keep at `disk` what it put on the disk. */
function forgetful(folder: string, profile: string, disk: string): NodeJS.ProcessEnv {
  mkdirSync(disk, { recursive: true });
  const library = `${folder}/disk.so`;
  const source = fileURLToPath(new URL('../power/disk.c', import.meta.url));
  execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl']);
  return { LD_PRELOAD: library, DISK_ROOT: profile, DISK_SHADOW: disk };
}
