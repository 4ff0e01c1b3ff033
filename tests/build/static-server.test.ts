import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { staticServer } from '../../src/build/static-server.js';

test('staticServer() goes on when its folder is built anew beneath it', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'served-'));
  for (const name of ['gone', 'folder', 'kept']) writeFileSync(join(directory, `${name}.txt`), name);
  const server = staticServer({ directory });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const get = (name: string): Promise<Response> => fetch(`http://127.0.0.1:${port}/${name}.txt`);
  rmSync(join(directory, 'gone.txt'));
  rmSync(join(directory, 'folder.txt'));
  mkdirSync(join(directory, 'folder.txt'));
  try {
    expect((await get('gone')).status).toBe(404);
    await expect(get('folder').then((response) => response.text())).rejects.toThrow();
    expect(await (await get('kept')).text()).toBe('kept');
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(directory, { recursive: true });
  }
});
