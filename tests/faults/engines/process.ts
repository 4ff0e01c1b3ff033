import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';

/** A campaign that is stopped leaves no browser behind. */
const alive = new Set<ChildProcess>();
process.once('exit', () => alive.forEach(killGroup));

/** Starts a program in a process group of its own, so that all that it starts can be killed with it. */
export function spawnGroup(
  program: string,
  args: readonly string[],
  { stdio = 'ignore', env = {} }: { readonly stdio?: StdioOptions; readonly env?: NodeJS.ProcessEnv } = {},
): ChildProcess {
  const child = spawn(program, args, { stdio, detached: true, env: { ...process.env, ...env } });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  return child;
}

/** Kills the whole group. */
export async function end(child: ChildProcess): Promise<void> {
  killGroup(child);
  await gone(child, 5000);
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // The whole group has ended.
  }
}

/** Waits until a program has ended, or patience has. */
export const gone = (child: ChildProcess, patienceMs: number): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(resolve, patienceMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** The path of the first of these programs that is installed. */
export function findProgram(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** A port that nobody listens on at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
