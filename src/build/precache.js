import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { filesUnder } from './files.js';
import { immutablePath } from './headers.js';
import { isHostFile } from './host-files.js';

/** @typedef {{ url: string, revision: string | null, integrity: string }} PrecacheFile */
/** @typedef {{ shell: PrecacheFile[], rest: PrecacheFile[] }} Precache */

/** The pages whose first rendering must work as soon as the worker is installed. */
const shellPages = ['index.html', 'shell/index.html'];
const placeholder = 'self.precacheFiles';

/**
 * Writes the list of this build's files into the worker: the shell, cached when the worker is installed, and the
 * rest, cached one by one afterwards.
 * @param {string} directory
 * @param {string} base
 */
export function writePrecache(directory, base) {
  const worker = join(directory, 'service-worker.js');
  const source = readFileSync(worker, 'utf8');
  if (source.split(placeholder).length !== 2) throw new Error(`Expect ${placeholder} once in service-worker.js`);
  writeFileSync(worker, source.replace(placeholder, () => JSON.stringify(listPrecache(directory, base))));
}

/**
 * Replaces the worker by one that removes itself: the way out of a release that must not be served from caches.
 * @param {string} directory
 */
export function retireWorker(directory) {
  copyFileSync('src/service-worker/retire.js', join(directory, 'service-worker.js'));
}

/**
 * @param {string} directory
 * @param {string} base
 * @returns {Precache}
 */
export function listPrecache(directory, base) {
  const shell = shellFiles(directory, base);
  const own = filesUnder(directory).filter(isAppFile);
  /** @param {string} file */
  const entry = (file) => precacheFile(directory, base, file);
  return {
    shell: own.filter((file) => shell.has(file)).map(entry),
    rest: own.filter((file) => !shell.has(file)).map(entry),
  };
}

/** @param {string} file */
function isAppFile(file) {
  return !isHostFile(file) && !/^(?:service-worker\.js|404\.html|screenshots\/.*)$|\.(?:br|gz)$/.test(file);
}

/**
 * The pages of the shell, what their heads link to (Kit lists every module and style sheet they start with), and the
 * error page, which Kit loads at the start so that it can be shown without a connection.
 * @param {string} directory
 * @param {string} base
 */
function shellFiles(directory, base) {
  /** @param {string} path */
  const read = (path) => readFileSync(join(directory, path), 'utf8');
  const linked = shellPages.flatMap((page) => linksOf(read(page))).map((address) => address.slice(base.length + 1));
  const errorNode = filesUnder(directory).filter((path) => /^_app\/immutable\/nodes\/1\.[^/]+\.js$/.test(path));
  const found = new Set([...shellPages, ...linked.filter((path) => !path.startsWith('icons/')), ...errorNode]);
  for (const path of found) {
    if (path.endsWith('.js')) importsOf(path, read(path)).forEach((imported) => found.add(imported));
  }
  return found;
}

/** @param {string} html */
function linksOf(html) {
  const head = html.slice(0, html.indexOf('</head>'));
  return [...head.matchAll(/<(?:link|script)\b[^>]*?\b(?:href|src)="([^"]+)"/g)].map((match) => match[1] ?? '');
}

/**
 * What a built module imports before it runs; `import("...")` is not meant.
 * @param {string} path
 * @param {string} source
 */
function importsOf(path, source) {
  const imports = [...source.matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g)];
  return imports.map((match) => new URL(match[1] ?? '', `file:///${path}`).pathname.slice(1));
}

/**
 * @param {string} directory
 * @param {string} base
 * @param {string} file
 * @returns {PrecacheFile}
 */
function precacheFile(directory, base, file) {
  const hash = createHash('sha256').update(readFileSync(join(directory, file))).digest();
  const url = `${base}/${file.replace(/(^|\/)index\.html$/, '$1')}`;
  const hashedName = file.startsWith(immutablePath.slice(1));
  return {
    url,
    revision: hashedName ? null : hash.toString('hex').slice(0, 12),
    integrity: `sha256-${hash.toString('base64')}`,
  };
}
