import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a C compiler and a Linux are. */
export const canPreload =
  process.platform === 'linux' && ['/usr/bin/cc', '/usr/bin/gcc'].some((path) => existsSync(path));

const made = new Map<string, string>();
let folder: string | undefined;
process.once('exit', () => folder && rmSync(folder, { recursive: true, force: true }));

/** The path of a library that is made of a source in this folder, for `LD_PRELOAD`. */
export function preload(name: 'disk' | 'keep-profile'): string {
  folder ??= mkdtempSync(join(tmpdir(), 'harmattan-preload-'));
  const library = made.get(name) ?? join(folder, `${name}.so`);
  if (!made.has(name)) {
    const source = fileURLToPath(new URL(`${name}.c`, import.meta.url));
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl']);
    made.set(name, library);
  }
  return library;
}
