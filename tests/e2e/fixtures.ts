import { test as base, expect } from '@playwright/test';
import { cpSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { staticServer } from '../../src/build/static-server.js';

/** A server of a test's own, on a copy of the build: the test may stop the one and change the other. */
export interface Site {
  readonly address: string;
  stop(): Promise<void>;
}

interface Options {
  /** Console errors a test provokes on purpose. */
  expectedErrors: RegExp | undefined;
}

/** Fails every test whose page logs an error or asks another origin for anything. */
export const test = base.extend<Options & { folder: string; site: Site; quiet: void }>({
  expectedErrors: [undefined, { option: true }],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  folder: async ({}, use, testInfo) => {
    const copy = testInfo.outputPath('site');
    cpSync('build', copy, { recursive: true });
    await use(copy);
  },

  site: async ({ folder }, use) => {
    const server = staticServer({ directory: folder });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const { port } = server.address() as AddressInfo;
    const stop = () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    await use({ address: `http://localhost:${port}`, stop });
    await stop();
  },

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

export { expect };
