import { cpSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { staticServer } from '../../src/build/static-server.js';

/** The built app on a host of its own. */
export interface Host {
  /** What it serves; a run may change it and start the host again. */
  readonly folder: string;
  readonly address: string;
  /** The host goes down, or comes back with what is in the folder now. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Cuts every answer of the host after so many bytes in all. */
  cutAfter(bytes: number): void;
}

/** Starts a host with a copy of a build. */
export async function startHost(build: string, folder: string): Promise<Host> {
  cpSync(build, folder, { recursive: true });
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

  await up();
  return { folder, address: `http://localhost:${port}`, up, down, cutAfter: (bytes) => void (left = bytes) };
}
