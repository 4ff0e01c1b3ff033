import {
  closeSync,
  existsSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

import type { Random } from '#core/item/random.ts';
import { filesUnder } from '../../src/build/files.js';

import { oneOf, randomBelow } from './chance.ts';

/** Where Chromium keeps the three copies of a log, under a profile. */
const folders = {
  database: 'Default/IndexedDB',
  journal: 'Default/File System',
  notes: 'Default/Local Storage',
} as const;

export type Store = keyof typeof folders;
export const storeNames = ['database', 'journal', 'notes'] as const satisfies readonly Store[];

/** The files of a store that hold anything, with their sizes. */
function filesOf(profile: string, store: Store): readonly { readonly path: string; readonly size: number }[] {
  const folder = join(profile, folders[store]);
  if (!existsSync(folder)) return [];
  return filesUnder(folder)
    .map((file) => join(folder, file))
    .map((path) => ({ path, size: statSync(path).size }))
    .filter(({ path, size }) => size > 0 && !/\/(?:LOCK|LOG|LOG\.old)$/.test(path));
}

/** Damages one file of a store of a browser that does not run; gives back what was done, or undefined without files. */
export function damage(
  profile: string,
  store: Store,
  how: 'flip' | 'truncate',
  random: Random,
): string | undefined {
  const files = filesOf(profile, store);
  if (files.length === 0) return undefined;
  const { path, size } = oneOf(random, files);
  const at = randomBelow(random, size);
  if (how === 'truncate') truncateSync(path, at);
  else flip(path, at, randomBelow(random, 8));
  return `${how} ${path.slice(profile.length)} at ${at} of ${size}`;
}

function flip(path: string, at: number, bit: number): void {
  const file = openSync(path, 'r+');
  const byte = new Uint8Array(1);
  readSync(file, byte, 0, 1, at);
  writeSync(file, Uint8Array.of((byte[0] ?? 0) ^ (1 << bit)), 0, 1, at);
  closeSync(file);
}

export const folderOf = (profile: string, store: Store): string => join(profile, folders[store]);

export const remove = (profile: string, store: Store): void =>
  rmSync(folderOf(profile, store), { recursive: true, force: true });
