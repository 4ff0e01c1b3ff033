import { test as base, expect } from '@playwright/test';
import { cpSync } from 'node:fs';
import { staticServer } from '../../src/build/static-server.js';
import { drawFrom, draws } from './draws.ts';
import { slowDisk } from './slow-disk.ts';

export interface Site {
  readonly address: string;
  stop(): Promise<void>;
  /** Serves what is in the folder now, under the same address. */
  renew(): Promise<void>;
}

interface Options {
  /** Console errors a test provokes on purpose. */
  expectedErrors: RegExp | undefined;
}

interface Fixtures {
  /** A copy of the build that the test may change. */
  folder: string;
  /** A server of the test's own on that copy: the test may stop it. */
  site: Site;
  /** Fails every test whose page logs an error or asks another origin for anything. */
  quiet: void;
  /** Lets the test meet the same questions in every run; others for another `E2E_SEED` and each time it is repeated. */
  questions: void;
  /** Makes every write to the database take as long as on a slow disk; see `slow-disk.ts`. */
  disk: void;
}

interface WorkerFixtures {
  /** Serves the build itself; addresses without an origin are on it. */
  build: Site;
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  expectedErrors: [undefined, { option: true }],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  folder: async ({}, use, testInfo) => {
    const copy = testInfo.outputPath('site');
    cpSync('build', copy, { recursive: true });
    await use(copy);
  },

  site: async ({ folder }, use) => {
    const site = await serve(folder);
    await use(site);
    await site.stop();
  },

  build: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const site = await serve('build');
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],

  questions: [
    async ({ context }, use, { titlePath, repeatEachIndex }) => {
      const seed = Number(process.env.E2E_SEED ?? 1) + 1000 * repeatEachIndex;
      await context.addInitScript(drawFrom, draws(`${titlePath.join(' ')} ${seed}`));
      await use();
    },
    { auto: true },
  ],

  disk: [
    async ({ context }, use) => {
      const ms = Number(process.env.SLOW_DISK ?? 0);
      if (ms > 0) await context.addInitScript(slowDisk, ms);
      await use();
    },
    { auto: true },
  ],

  baseURL: async ({ build }, use) => use(build.address),

  quiet: [
    async ({ context, expectedErrors }, use) => {
      const problems: string[] = [];
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol.startsWith('http') && hostname !== 'localhost')
          problems.push(`request to ${request.url()}`);
      });
      context.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()} ${message.location().url}`);
      });
      context.on('weberror', (error) => problems.push(`page: ${error.error().message}`));
      await use();
      expect(problems.filter((problem) => !expectedErrors?.test(problem))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Serves a folder at a free port. */
async function serve(directory: string): Promise<Site> {
  let server = staticServer({ directory });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError(`Expect a port, not "${address}"`);
  const { port } = address;
  const renew = async () => {
    await stop();
    server = staticServer({ directory });
    await listen(port);
  };
  return { address: `http://localhost:${port}`, stop, renew };
}

export { expect };
