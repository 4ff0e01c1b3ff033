import type { BrowserContext, Page } from '@playwright/test';
import { cpSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { staticServer } from '../../src/build/static-server.js';
import { reviewsIn } from '../e2e/sitting.ts';

import { sharedBrowser } from './device.ts';
import type { Bench, Verdict, Wrong } from './fault.ts';
import { judge } from './oracle.ts';

/** The built app on a host of its own, and a learner's phone. */
export interface Site {
  /** What the host serves; a run may change it and start the host again. */
  readonly folder: string;
  readonly address: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** The host goes down, or comes back with what is in the folder now. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Cuts every answer of the host after so many bytes in all. */
  cutAfter(bytes: number): void;
  also(wrong: Wrong): void;
  /** Keeps in mind what the learner was told is saved. */
  remember(): Promise<void>;
  judged(): Promise<Verdict>;
}

export async function onSite(bench: Bench, work: (site: Site) => Promise<Verdict>): Promise<Verdict> {
  const folder = `${bench.folder}/site`;
  cpSync(bench.app, folder, { recursive: true });
  const context = await (await sharedBrowser()).newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const wrongs: Wrong[] = [];
  let saved: ReadonlyMap<string, string> = new Map();
  let left = Infinity;
  let server: Server | undefined;
  let port = 0;

  async function up(): Promise<void> {
    left = Infinity;
    server = staticServer({ directory: folder });
    server.on('connection', (socket) => count(socket));
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  }
  function count(socket: Socket): void {
    const write = socket.write.bind(socket);
    socket.write = (chunk: string | Uint8Array, ...rest: never[]): boolean => {
      if (chunk.length > left) {
        socket.destroy();
        return false;
      }
      left -= chunk.length;
      return write(chunk, ...rest);
    };
  }
  const down = (): Promise<void> =>
    new Promise((resolve) => {
      server?.close(() => resolve());
      server?.closeAllConnections();
    });
  const entries = async (): Promise<readonly (readonly [string, string])[]> =>
    (await reviewsIn(page)).map((event) => [`${event.deviceId}:${event.seq}`, JSON.stringify(event)]);

  await up();
  try {
    return await work({
      folder,
      address: `http://localhost:${port}`,
      page,
      context,
      up,
      down,
      cutAfter: (bytes) => void (left = bytes),
      also: (wrong) => void wrongs.push(wrong),
      remember: async () => void (saved = new Map(await entries())),
      judged: async () => {
        const found = await entries();
        const tried = new Set(found.map(([name]) => name));
        return {
          saved: saved.size,
          wrongs: [...judge(saved, tried, { entries: found, told: false }), ...wrongs],
        };
      },
    });
  } finally {
    await context.close();
    await down();
  }
}
