import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

const moduleId = 'virtual:derivation';
const resolvedId = `\0${moduleId}`;

/** What decides what follows from a log, and how a snapshot of it is written. */
const roots = ['src/core/review/projection.ts', 'src/core/review/snapshot.ts'];

/**
 * Offers the name of the rules by which a log is read as `virtual:derivation`: releases that read it alike have the
 * same one, and believe each other's snapshots.
 * @returns {import('vite').Plugin}
 */
export const derivationPlugin = () => ({
  name: 'harmattan:derivation',
  resolveId: (id) => (id === moduleId ? resolvedId : undefined),
  load: (id) => (id === resolvedId ? `export const derivation = ${JSON.stringify(derivation())};` : undefined),
});

/**
 * The sum of the sources of those rules and of all that they import.
 * @param {(file: string) => string} read
 */
export function derivation(read = (file) => readFileSync(file, 'utf8')) {
  /** @type {Map<string, string>} */
  const sources = new Map();
  /** @param {string} file */
  const add = (file) => {
    if (sources.has(file)) return;
    const source = read(file);
    sources.set(file, source);
    for (const imported of importsOf(source)) add(posix.join(posix.dirname(file), imported));
  };
  roots.forEach(add);
  const hash = createHash('sha256');
  for (const [file, source] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${file}\n${source}`);
  return hash.digest('hex').slice(0, 16);
}

/**
 * The modules of the core that a source needs to run.
 * @param {string} source
 */
const importsOf = (source) =>
  [...source.matchAll(/^(?:import|export) (?!type )[^;]*? from '(\.[^']+)';$/gm)].flatMap(([, path]) => path ?? []);
