import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { copyDatabaseName, databaseName } from '#lib/storage/schema.ts';

import { canPreload, preload } from '../preload/compile.ts';

import type { Engine, EngineId, RunningBrowser, Store } from './engine.ts';
import { end, findProgram, freePort, spawnGroup } from './process.ts';
import { closeScreen, hiddenScreen } from './screen.ts';
import { startSession } from './web-driver.ts';

/** WebKitGTK keeps a database in a folder that is named for the sum of its name. */
const folderOfDatabase = (name: string): string =>
  `data/databases/indexeddb/v1/*/${createHash('sha256').update(name).digest('hex').toUpperCase()}`;

/** The second copy is a database. */
const stores: Readonly<Record<Store, string>> = {
  database: folderOfDatabase(databaseName),
  journal: folderOfDatabase(copyDatabaseName),
  notes: 'data/localstorage',
};

/** WebKitGTK as it comes: without files of an origin. */
export const webkit = webkitWith('webkit', []);

/** With what it has of the files that Safari has: it makes one, but opens none to be written, and the app does without. */
export const webkitFiles = webkitWith('webkit-files', ['StorageAPI', 'FileSystem', 'AccessHandle']);

function webkitWith(id: EngineId, features: readonly string[]): Engine {
  const args = [
    '--automation',
    ...(features.length > 0 ? [`--features=${features.map((name) => `+${name}`).join()}`] : []),
  ];
  const start = (profile: string, env?: NodeJS.ProcessEnv): Promise<RunningBrowser> =>
    launch(profile, args, env);
  return {
    id,
    stores,
    clearsDamagedSites: false,
    missing,
    start,
    empty: async (folder) => {
      const { page, another, kill } = await start(folder);
      let isUsed = false;
      const newPage = async () => {
        if (isUsed) return another();
        isUsed = true;
        return page;
      };
      return { newPage, close: kill };
    },
    close: closeScreen,
  };
}

async function missing(): Promise<string | undefined> {
  if (!findProgram(['WebKitWebDriver']) || !miniBrowser())
    return 'WebKitGTK is not installed (Debian: webkit2gtk-driver)';
  if (!findProgram(['Xvfb'])) return 'WebKitGTK needs a screen that nobody sees (Debian: xvfb)';
  return canPreload ? undefined : 'WebKitGTK needs Linux and a C compiler to keep its profile';
}

/** The browser that comes with WebKitGTK, beside its libraries. */
function miniBrowser(): string | undefined {
  const folders = [
    '/usr/libexec',
    '/usr/lib',
    ...(existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`) : []),
  ];
  return folders.map((folder) => join(folder, 'webkit2gtk-4.1/MiniBrowser')).find((path) => existsSync(path));
}

async function launch(
  profile: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<RunningBrowser> {
  mkdirSync(profile, { recursive: true });
  const port = await freePort();
  const child = spawnGroup('WebKitWebDriver', [`--port=${port}`], {
    env: {
      ...env,
      DISPLAY: await hiddenScreen(),
      NO_AT_BRIDGE: '1',
      KEEP_PROFILE: profile,
      LD_PRELOAD: [preload('keep-profile'), ...(env.LD_PRELOAD ? [env.LD_PRELOAD] : [])].join(':'),
      ...Object.fromEntries(
        ['CACHE', 'CONFIG', 'DATA'].map((name) => [`XDG_${name}_HOME`, join(profile, 'home')]),
      ),
    },
  });
  const session = await startSession(port, { 'webkitgtk:browserOptions': { binary: miniBrowser(), args } });
  return {
    page: session.page,
    another: session.newPage,
    kill: () => end(child),
    quit: async () => {
      await session.end();
      await end(child);
    },
  };
}
