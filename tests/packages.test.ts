import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface LockedPackage {
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const budget = 240;
const licences = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'MPL-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  '(MIT OR Apache-2.0)',
]);
// They say it in a LICENSE file only (MIT).
const undeclared = new Set(['node_modules/@inlang/plugin-message-format', 'node_modules/sqlite-wasm-kysely']);

describe('the packages', () => {
  test('are pinned to one version each', () => {
    const ranges = Object.entries<string>(manifest.devDependencies).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(ranges).toEqual([]);
  });

  test('are needed to build the app, not to run it', () => {
    expect(manifest.dependencies).toBeUndefined();
  });

  test('are checked against a sha512 sum and come over https, never from git', () => {
    const unchecked = packages.filter(
      ([, { integrity, resolved }]) =>
        !integrity?.startsWith('sha512-') || (resolved !== undefined && !resolved.startsWith('https://')),
    );
    expect(unchecked).toEqual([]);
  });

  // npm leaves out a package that its registry lacks, and then `npm ci` refuses the lock file on every machine.
  test('are all in the lock file, for every platform', () => {
    const locked = new Set(packages.map(([path]) => path.replace(/^.*node_modules\//, '')));
    const named = packages.flatMap(([, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies }),
    );
    expect(named.filter((name) => !locked.has(name))).toEqual([]);
  });

  test('run no code of their own when they are installed', () => {
    expect(packages.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
  });

  test('have licences that let a school use them', () => {
    expect(
      packages.filter(([path, { license }]) => !licences.has(license ?? '') && !undeclared.has(path)),
    ).toEqual([]);
  });

  test(`are at most ${budget}`, () => {
    expect(packages.length).toBeLessThanOrEqual(budget);
  });
});
