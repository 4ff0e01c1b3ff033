import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';

import { end, spawnGroup } from './process.ts';

/** A screen that nobody sees, for browsers that cannot do without one. */
interface Screen {
  readonly name: string;
  readonly child: ChildProcess;
}

let shared: Promise<Screen> | undefined;

/** Its name for `DISPLAY`. */
export async function hiddenScreen(): Promise<string> {
  shared ??= openScreen();
  return (await shared).name;
}

export async function closeScreen(): Promise<void> {
  const screen = await shared;
  shared = undefined;
  if (screen) await end(screen.child);
}

function openScreen(): Promise<Screen> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const child = spawnGroup('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    (child.stdio[3] as Readable).once('data', (number: Buffer) =>
      resolve({ name: `:${number.toString().trim()}`, child }),
    );
    child.once('exit', () => reject(new Error('Xvfb did not start')));
  });
}
