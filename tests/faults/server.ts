import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** What the harness page says: an answer is being handed over, or it was said to be saved. */
export interface Said {
  readonly tried?: string;
  readonly saved?: readonly [name: string, json: string];
}

export interface HarnessServer {
  readonly address: string;
  readonly tried: Set<string>;
  readonly saved: Map<string, string>;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Serves the harness page and hears what it says, so that a page may die at any moment. */
export async function serveHarness(directory: string): Promise<HarnessServer> {
  const tried = new Set<string>();
  const saved = new Map<string, string>();
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        const said: Said = JSON.parse(body);
        if (said.tried !== undefined) tried.add(said.tried);
        if (said.saved) saved.set(...said.saved);
        response.end();
      });
      return;
    }
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    // A page of the origin without the app.
    if (path === '/empty.html') return void response.writeHead(200, { 'content-type': 'text/html' }).end();
    const file = join(directory, path === '/' ? 'index.html' : path);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/`,
    tried,
    saved,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
