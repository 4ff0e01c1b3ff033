/*
 * `npm run reproducible`: builds two copies of the project in folders, zones and languages of their own, one after the
 * other, and compares every byte.
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

const sources = ['content', 'src', 'static', 'package.json', 'package-lock.json', 'svelte.config.js', 'tsconfig.json', 'vite.config.ts'];
// Two names of one length: small pieces of the app are merged up to a size that counts the addresses of their sources.
const folders = ['one', 'two'].map((name) => mkdtempSync(join(tmpdir(), `harmattan-${name}-`)));
const [one = '', two = ''] = folders;

try {
  folders.forEach(copyProject);
  await build(one, { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' });
  await build(two, { TZ: 'America/Adak', LC_ALL: 'tr_TR.UTF-8' });
  const sums = sumsOf(join(one, 'build'));
  const differing = differences(sums, sumsOf(join(two, 'build')));
  for (const file of differing) console.error(`differs: ${file}`);
  console.log(`${sums.size} files, ${differing.length} differ`);
  process.exitCode = differing.length === 0 ? 0 : 1;
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** @param {string} to */
function copyProject(to) {
  for (const source of sources) cpSync(source, join(to, source), { recursive: true });
  linkFolder('node_modules', join(to, 'node_modules'));
}

/**
 * @param {string} folder
 * @param {Record<string, string>} env
 */
async function build(folder, env) {
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
