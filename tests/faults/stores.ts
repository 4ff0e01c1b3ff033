import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

import type { Random } from '#core/item/random.ts';
import { filesUnder } from '../../src/build/files.js';

import { oneOf, randomBelow } from './chance.ts';
import type { Engine, Store } from './engines/engine.ts';

/** The folders of a store that are there under a root, as paths relative to it. */
export function foldersOf(root: string, { stores }: Engine, store: Store): readonly string[] {
  return stores[store]
    .split('/')
    .reduce<readonly string[]>(
      (folders, part) =>
        folders
          .flatMap((folder) =>
            (part === '*' ? namesIn(join(root, folder)) : [part]).map((name) => join(folder, name)),
          )
          .filter((folder) => existsSync(join(root, folder))),
      ['.'],
    );
}

const namesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** Files that say nothing: of LevelDB its lock and diary, of SQLite an index that is made anew. */
const empty = /\/(?:LOCK|LOG|LOG\.old|[^/]*-shm)$/;

/** The files of a store that hold anything, with their sizes. */
function filesOf(
  profile: string,
  engine: Engine,
  store: Store,
): readonly { readonly path: string; readonly size: number }[] {
  return foldersOf(profile, engine, store)
    .map((folder) => join(profile, folder))
    .flatMap((folder) => filesUnder(folder).map((file) => join(folder, file)))
    .map((path) => ({ path, size: statSync(path).size }))
    .filter(({ path, size }) => size > 0 && !empty.test(path));
}

/** Stores of a browser that does not run. */
export interface AtRest {
  readonly folder: string;
  readonly engine: Engine;
}

/** Damages one file of a store; gives back what was done, or undefined without files. */
export function damage(
  { folder, engine }: AtRest,
  store: Store,
  how: 'flip' | 'truncate',
  random: Random,
): string | undefined {
  const files = filesOf(folder, engine, store);
  if (files.length === 0) return undefined;
  const { path, size } = oneOf(random, files);
  const at = randomBelow(random, size);
  if (how === 'truncate') truncateSync(path, at);
  else flip(path, at, randomBelow(random, 8));
  return `${how} ${path.slice(folder.length)} at ${at} of ${size}`;
}

/** Makes right answers wrong and wrong ones right, one bit each, in records that are text: they can be read as before. */
export function changeMarks({ folder, engine }: AtRest, store: Store, random: Random): void {
  const places = filesOf(folder, engine, store).flatMap(({ path }) =>
    [...readFileSync(path, 'latin1').matchAll(/(?<="marks":)[01]/g)].map(({ index }) => ({
      path,
      at: index,
    })),
  );
  const sure = oneOf(random, places);
  for (const place of places) if (place === sure || random() < 0.5) flip(place.path, place.at, 0);
}

function flip(path: string, at: number, bit: number): void {
  const file = openSync(path, 'r+');
  const byte = new Uint8Array(1);
  readSync(file, byte, 0, 1, at);
  writeSync(file, Uint8Array.of((byte[0] ?? 0) ^ (1 << bit)), 0, 1, at);
  closeSync(file);
}

export function remove({ folder, engine }: AtRest, store: Store): void {
  for (const path of foldersOf(folder, engine, store))
    rmSync(join(folder, path), { recursive: true, force: true });
}
