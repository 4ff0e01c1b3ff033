/*
 * `npm run reproducible`: builds twice, here and from a copy in another folder with another zone, language and clock
 * reading, and compares every byte.
 */
import { createHash } from 'node:crypto';
import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { filesUnder } from './files.js';
import { run } from './run.js';

const sources = ['content', 'src', 'static', 'package.json', 'package-lock.json', 'svelte.config.js', 'tsconfig.json'];
const elsewhere = mkdtempSync(join(tmpdir(), 'harmattan-'));

try {
  for (const source of [...sources, 'vite.config.ts']) cpSync(source, join(elsewhere, source), { recursive: true });
  linkFolder('node_modules', join(elsewhere, 'node_modules'));
  await build('.', { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' });
  await build(elsewhere, { TZ: 'America/Adak', LC_ALL: 'tr_TR.UTF-8' });
  const differing = differences(sumsOf('build'), sumsOf(join(elsewhere, 'build')));
  for (const file of differing) console.error(`differs: ${file}`);
  console.log(`${sumsOf('build').size} files, ${differing.length} differ`);
  process.exitCode = differing.length === 0 ? 0 : 1;
} finally {
  rmSync(elsewhere, { recursive: true, force: true });
}

/**
 * @param {string} folder
 * @param {Record<string, string>} env
 */
async function build(folder, env) {
  rmSync(join(folder, 'build'), { recursive: true, force: true });
  const { ok, output } = await run('npm', ['--prefix', folder, 'run', '--silent', 'build'], { env });
  if (ok) return;
  console.error(output);
  throw new Error(`Cannot compare: the build in ${folder} failed`);
}

/** @param {string} folder */
function sumsOf(folder) {
  return new Map(
    filesUnder(folder).map((file) => [file, createHash('sha256').update(readFileSync(join(folder, file))).digest('hex')]),
  );
}

/**
 * @param {ReadonlyMap<string, string>} one
 * @param {ReadonlyMap<string, string>} other
 */
function differences(one, other) {
  const files = new Set([...one.keys(), ...other.keys()]);
  return [...files].filter((file) => one.get(file) !== other.get(file)).sort();
}

/**
 * The same folder again, its files shared: quick, and no address in it leads back here, as a link's would.
 * @param {string} from
 * @param {string} to
 */
function linkFolder(from, to) {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkSync(source, target);
  }
}
