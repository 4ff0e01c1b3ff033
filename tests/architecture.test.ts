import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesUnder } from '../src/build/files.js';

/** Who may import whom, beside itself; the order is the way of the data. A file counts as a folder of its own. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'core/result.ts': [],
  'core/shape.ts': ['core/result.ts'],
  'core/guard': ['core/result.ts'],
  'core/fact': ['core/result.ts', 'core/shape.ts'],
  'core/memory': ['core/result.ts', 'core/fact'],
  'core/log': ['core/result.ts', 'core/shape.ts', 'core/memory'],
  'core/language': ['core/result.ts', 'core/fact'],
  'core/item': ['core/result.ts', 'core/shape.ts', 'core/fact', 'core/language'],
  'core/plan': ['core/result.ts', 'core/memory'],
  'core/card': ['core/result.ts', 'core/fact', 'core/memory', 'core/plan'],
  'core/review': [
    'core/result.ts',
    'core/shape.ts',
    'core/guard',
    'core/fact',
    'core/language',
    'core/log',
    'core/item',
    'core/card',
    'core/memory',
    'core/plan',
  ],
  'core/session': [
    'core/result.ts',
    'core/fact',
    'core/item',
    'core/card',
    'core/log',
    'core/memory',
    'core/review',
    'core/progress',
  ],
  'core/progress': ['core/result.ts', 'core/fact', 'core/item', 'core/card', 'core/memory', 'core/review'],
  'core/assignment': [
    'core/result.ts',
    'core/shape.ts',
    'core/guard',
    'core/log',
    'core/fact',
    'core/item',
    'core/review',
    'core/session',
  ],
  'core/transfer': ['core/result.ts', 'core/log', 'core/item', 'core/assignment'],
  'core/own': [
    'core/result.ts',
    'core/shape.ts',
    'core/fact',
    'core/memory',
    'core/log',
    'core/item',
    'core/review',
    'core/session',
  ],
  'core/import': ['core/result.ts', 'core/shape.ts', 'core/guard', 'core/file', 'core/item', 'core/own'],
  'core/file': ['core/result.ts', 'core/log'],
  'core/export': [
    'core/result.ts',
    'core/fact',
    'core/file',
    'core/language',
    'core/memory',
    'core/item',
    'core/review',
    'core/session',
    'core/assignment',
  ],
  'core/simulation': ['core/result.ts', 'core/fact', 'core/item', 'core/memory', 'core/plan', 'core/review'],
  'core/explore': ['core/result.ts', 'core/fact', 'core/item', 'core/language'],
  'core/statistics': [],
  'core/teach': [
    'core/result.ts',
    'core/shape.ts',
    'core/fact',
    'core/item',
    'core/log',
    'core/review',
    'core/session',
    'core/assignment',
  ],
  'core/insight': [
    'core/result.ts',
    'core/shape.ts',
    'core/fact',
    'core/language',
    'core/item',
    'core/review',
    'core/session',
    'core/assignment',
    'core/statistics',
    'core/teach',
  ],
  'lib/content': ['core'],
  'lib/storage': ['core', 'lib/pwa', 'lib/worker'],
  'lib/i18n': ['core'],
  'lib/pwa': [],
  'lib/worker': ['core', 'lib/storage', 'lib/import'],
  'lib/crypto': ['core'],
  'lib/qr': ['core'],
  'lib/import': ['core', 'lib/pwa'],
  'lib/state': [
    'core',
    'lib/content',
    'lib/storage',
    'lib/i18n',
    'lib/pwa',
    'lib/worker',
    'lib/import',
    'lib/crypto',
    'lib/qr',
  ],
  'lib/components': ['core', 'lib/state', 'lib/i18n', 'lib/qr'],
  'lib/design': [],
  routes: ['core', 'lib'],
  cli: ['core'],
  build: ['cli/content', 'core/explore'],
  'service-worker': [],
  'app.d.ts': ['core/explore'],
};

/** The core computes; of packages it may use at most a small pure one, and so far needs none. */
const corePackages = new Set<string>();
const impure =
  /\b(?:Date|performance|crypto)\b(?=[.(])|\bnew Date\b|\bMath\.random\b|\bfetch\(|\basync\b|\bawait\b|\bPromise\b/;
const namesWithoutMeaning = /^(?:utils?|helpers?|common|misc|types|shared|data|info|manager)\./;
const maxLines = 300;

const files = filesUnder('src').filter(
  (path) => /\.(?:ts|js|mjs|svelte)$/.test(path) && !path.includes('/paraglide/'),
);
const sourceOf = new Map(files.map((file) => [file, readFileSync(`src/${file}`, 'utf8')]));

describe('architecture', () => {
  test('every file belongs to a folder of the table', () => {
    expect(files.filter((file) => areaOf(file) === undefined)).toEqual([]);
  });

  test('a folder imports only what the table allows', () => {
    const imports = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));
    expect(imports.filter(({ file, target }) => !isAllowed(file, target))).toEqual([]);
  });

  test('the core imports no package with effects', () => {
    const packages = core().flatMap((file) => specifiersOf(file).map((name) => ({ file, name })));
    expect(packages.filter(({ name }) => !/^[.#]/.test(name) && !corePackages.has(name))).toEqual([]);
  });

  test('the core has no clock, no chance, no network and nothing asynchronous', () => {
    expect(core().flatMap((file) => linesMatching(file, impure))).toEqual([]);
  });

  test('no page inserts markup from a string', () => {
    expect(
      files.flatMap((file) => linesMatching(file, /\{@html|\binnerHTML\b|\binsertAdjacentHTML\b/)),
    ).toEqual([]);
  });

  test('no markup has handlers as text or a style of its own, which the content policy would drop', () => {
    const components = files.filter((file) => file.endsWith('.svelte'));
    expect(components.flatMap((file) => linesMatching(file, /\s(?:on[a-z]+|style)="/))).toEqual([]);
  });

  test(`a file has at most ${maxLines} lines`, () => {
    const lengths = files.map((file) => ({ file, lines: (sourceOf.get(file) ?? '').split('\n').length - 1 }));
    expect(lengths.filter(({ lines }) => lines > maxLines)).toEqual([]);
  });

  test('a file is named for what it holds', () => {
    expect(files.filter((file) => namesWithoutMeaning.test(posix.basename(file)))).toEqual([]);
  });
});

function core(): string[] {
  return files.filter((file) => file.startsWith('core/'));
}

function isAllowed(file: string, target: string): boolean {
  const area = areaOf(file);
  if (area === undefined || isIn(target, area)) return true;
  return (mayImport[area] ?? []).some((allowed) => isIn(target, allowed));
}

function areaOf(file: string): string | undefined {
  return Object.keys(mayImport).find((area) => isIn(file, area));
}

function isIn(file: string, area: string): boolean {
  return file === area || file.startsWith(`${area}/`);
}

/** Imported files of ours, as paths inside src. */
function importsOf(file: string): string[] {
  const ours = specifiersOf(file).filter((name) => /^[.#]/.test(name));
  return ours.map((name) => (name.startsWith('#') ? name.slice(1) : posix.join(posix.dirname(file), name)));
}

function specifiersOf(file: string): string[] {
  const source = sourceOf.get(file) ?? '';
  const scripts = file.endsWith('.svelte')
    ? [...source.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '')
    : [source];
  return scripts.flatMap((script) =>
    ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName),
  );
}

/** Lines outside comments that match, as `file:line text`. */
function linesMatching(file: string, pattern: RegExp): string[] {
  const source = (sourceOf.get(file) ?? '').replace(/\/\*[\s\S]*?\*\//g, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
  return source.split('\n').flatMap((text, index) => {
    const code = text.replace(/(^|\s)\/\/.*$/, '');
    return pattern.test(code) ? [`${file}:${index + 1} ${code.trim()}`] : [];
  });
}
