export interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
}

export interface LockFile {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const registry = 'https://registry.npmjs.org/';
const sha512 = /^sha512-[A-Za-z0-9+/]{86}==$/;
/** Packages that may run code of their own when they are installed. None needs to; see also .npmrc. */
const withInstallScript = new Set<string>();
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
/** They say it in a LICENSE file only (MIT). */
const undeclared = new Set(['@inlang/plugin-message-format', 'sqlite-wasm-kysely']);

/** What a supply chain must not have, as `path: what`; none in a good lock file. */
export function slipsOf(lock: LockFile): readonly string[] {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  const locked = new Set(packages.map(([path]) => nameOf(path)));
  return [
    ...(lock.lockfileVersion === 3 ? [] : ['the file: another version']),
    ...packages.flatMap(([path, entry]) =>
      slipsOfEntry(path, entry, locked).map((slip) => `${path}: ${slip}`),
    ),
  ];
}

function slipsOfEntry(path: string, entry: LockedPackage, locked: ReadonlySet<string>): string[] {
  const slips: string[] = [];
  const name = nameOf(path);
  if (!path.startsWith('node_modules/') || entry.link) slips.push('not from the registry');
  if (!sha512.test(entry.integrity ?? '')) slips.push('no sha512 sum');
  // npm leaves the address out where it is the registry's own.
  if (entry.resolved !== undefined && !entry.resolved.startsWith(registry))
    slips.push('not from the registry');
  if (entry.hasInstallScript && !withInstallScript.has(name)) slips.push('runs code when installed');
  if (!mayUse(entry.license ?? '') && !undeclared.has(name)) slips.push('licence');
  // npm leaves out a package that its registry lacks, and then `npm ci` refuses the file on every machine.
  const needed = { ...entry.dependencies, ...entry.optionalDependencies };
  for (const [other, range] of Object.entries(needed)) {
    if (!locked.has(other)) slips.push(`lacks ${other}`);
    if (/^(?:git|https?|file|github|link):|^[\w-]+\/[\w-]+/.test(range))
      slips.push(`${other} not from the registry`);
  }
  return slips;
}

/** Of two licences to choose from, one is enough. */
const mayUse = (licence: string): boolean =>
  licence.split(' OR ').some((one) => licences.has(one.replace(/[()]/g, '')));

/** `a/node_modules/@b/c` is the package `@b/c`. */
export const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');
