import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-breakpad',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-dev-shm-usage',
  // A profile that was killed must come up without a question.
  '--hide-crash-restore-bubble',
  '--noerrdialogs',
];

/** A real browser on a profile of its own, which it keeps when it is killed. */
export interface RunningBrowser {
  readonly browser: Browser;
  readonly page: Page;
  /** The end of a battery: every process of the browser is gone at once. */
  kill(): Promise<void>;
  /** The end that a learner gives it. */
  quit(): Promise<void>;
}

export async function startBrowser(profile: string, env: NodeJS.ProcessEnv = {}): Promise<RunningBrowser> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const child = spawnBrowser(profile, '--remote-debugging-port=0', { stdio: 'ignore', env });
  const port = await until(
    () => existsSync(portFile) && /^\d+(?=\n)/.exec(readFileSync(portFile, 'utf8'))?.[0],
  );
  if (!port) throw new Error('The browser did not start');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  if (!context) throw new TypeError('Expect a browser with a window');
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    browser,
    page,
    kill: () => end(child),
    quit: async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined); // it is gone before it answers
      await gone(child, 5000);
      await end(child);
    },
  };
}

/** A browser that hears orders by a port, or by pipes. */
export function spawnBrowser(
  profile: string,
  hears: `--remote-debugging-${string}`,
  { stdio, env = {} }: { readonly stdio: StdioOptions; readonly env?: NodeJS.ProcessEnv },
): ChildProcess {
  const program = process.env.CHROMIUM_PATH ?? 'chromium';
  const child = spawn(program, [...flags, hears, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio,
    // A group of its own, so that all of it can be killed.
    detached: true,
    env: { ...process.env, ...env },
  });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  return child;
}

/** A campaign that is stopped leaves no browser behind. */
const alive = new Set<ChildProcess>();
process.once('exit', () => alive.forEach(killGroup));

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

const gone = (child: ChildProcess, patienceMs: number): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(resolve, patienceMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Looks again and again; false when it does not come true. */
export async function until<T>(look: () => T | Promise<T>, patienceMs = 30_000): Promise<T | false> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}
