import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesUnder } from '../src/build/files.js';
import { slipsOf } from './lock-file.ts';
import type { LockedPackage, LockFile } from './lock-file.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock: LockFile = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const total = Object.keys(lock.packages).length - 1;
const budget = 240;
/** What the learner's browser gets, in whole or in part; everything else is used to build and to test. */
const shipped = new Set([
  '@sveltejs/kit',
  'idb',
  'minisearch',
  'qr',
  'qrcode-generator',
  'svelte',
  'workbox-precaching',
  'workbox-window',
]);
const shippedBudget = 8;

describe('the packages', () => {
  test('are pinned to one version each', () => {
    const ranges = Object.entries<string>(manifest.devDependencies).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-build\d+)?$/.test(version),
    );
    expect(ranges).toEqual([]);
  });

  test('are needed to build the app, not to run it', () => {
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.scripts).not.toHaveProperty('postinstall');
  });

  test('come from the registry with sums, licences and no install scripts', () => {
    expect(slipsOf(lock)).toEqual([]);
  });

  test(`are ${total} in all, of at most ${budget}`, () => {
    expect(total).toBeLessThanOrEqual(budget);
  });

  const imported = [...importedBy(['lib', 'routes', 'core', 'service-worker'])].sort();
  test(`that ship are ${imported.join(', ')}: ${imported.length}, of at most ${shippedBudget}`, () => {
    expect(imported.filter((name) => !shipped.has(name))).toEqual([]);
    expect(imported.length).toBeLessThanOrEqual(shippedBudget);
  });

  test('run nothing while they are installed, here and in `npm ci`', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
    expect(readFileSync('.npmrc', 'utf8')).not.toMatch(/registry|_auth/);
  });
});

describe('a slip in the lock file is found:', () => {
  const sum = `sha512-${'A'.repeat(86)}==`;
  const good: LockedPackage = { integrity: sum, license: 'MIT' };
  const slips: readonly (readonly [string, Record<string, LockedPackage>, string])[] = [
    ['no sum', { 'node_modules/a': { license: 'MIT' } }, 'no sha512 sum'],
    ['an older sum', { 'node_modules/a': { ...good, integrity: 'sha1-AAAA' } }, 'no sha512 sum'],
    ['a sum cut short', { 'node_modules/a': { ...good, integrity: sum.slice(0, -5) } }, 'no sha512 sum'],
    ['two sums', { 'node_modules/a': { ...good, integrity: `${sum} sha1-AAAA` } }, 'no sha512 sum'],
    [
      'from git',
      { 'node_modules/a': { ...good, resolved: 'git+ssh://git@host/a.git' } },
      'not from the registry',
    ],
    [
      'another registry',
      { 'node_modules/a': { ...good, resolved: 'https://npm.example/a.tgz' } },
      'not from the registry',
    ],
    [
      'no https',
      { 'node_modules/a': { ...good, resolved: 'http://registry.npmjs.org/a.tgz' } },
      'not from the registry',
    ],
    ['a folder', { 'tools/a': good }, 'not from the registry'],
    ['a link', { 'node_modules/a': { ...good, link: true } }, 'not from the registry'],
    [
      'an install script',
      { 'node_modules/a': { ...good, hasInstallScript: true } },
      'runs code when installed',
    ],
    ['an unknown licence', { 'node_modules/a': { ...good, license: 'AGPL-3.0' } }, 'licence'],
    ['no licence', { 'node_modules/a': { integrity: sum } }, 'licence'],
    ['a hole', { 'node_modules/a': { ...good, dependencies: { b: '1.0.0' } } }, 'lacks b'],
    [
      'a git range',
      { 'node_modules/a': { ...good, dependencies: { a: 'github:x/a' } } },
      'a not from the registry',
    ],
    [
      'a short git range',
      { 'node_modules/a': { ...good, dependencies: { a: 'x/a#main' } } },
      'a not from the registry',
    ],
  ];
  test.each(slips)('%s', (_, packages, slip) => {
    const path = Object.keys(packages)[0] ?? '';
    expect(slipsOf({ lockfileVersion: 3, packages })).toEqual([`${path}: ${slip}`]);
  });

  test('none in a good one', () => {
    const packages = { '': {}, 'node_modules/a': good, 'node_modules/a/node_modules/@b/c': good };
    expect(slipsOf({ lockfileVersion: 3, packages })).toEqual([]);
    expect(slipsOf({ lockfileVersion: 1, packages })).toEqual(['the file: another version']);
  });
});

/** Packages that the files of these folders import; Kit's `$app/...` is Kit. */
function importedBy(folders: readonly string[]): ReadonlySet<string> {
  const files = folders.flatMap((folder) =>
    filesUnder(`src/${folder}`).map((path) => `src/${folder}/${path}`),
  );
  const sources = files.filter((path) => /\.(?:ts|js|svelte)$/.test(path) && !path.includes('/paraglide/'));
  const names = sources.flatMap((path) => {
    const found = readFileSync(path, 'utf8').matchAll(
      /^\s*(?:import|export)\b(?! type\b)[^;]*?from '([^'.#][^']*)'|import\('([^'.#][^']*)'\)/gm,
    );
    return [...found].map((match) => match[1] ?? match[2] ?? '');
  });
  const packages = names.map((name) => name.replace(/^\$app\/.*/, '@sveltejs/kit'));
  return new Set(packages.filter((name) => !/^(?:virtual|node):/.test(name)).map(packageOf));
}

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
