import { textOfCode, bytesOfText } from '#core/assignment/code.ts';
import { gather } from '#core/transfer/frames.ts';
import type { Gathered } from '#core/transfer/frames.ts';
import { readPicture } from '#lib/qr/picture.ts';
import { importFile } from '#lib/import/import-file.ts';

/** A code that was scanned: whole, or a part of one with the parts seen before. */
export type ReadCode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'partial'; readonly gathered: Gathered };

/** Adds what a camera saw to the parts seen before. What is no code of ours goes on as it is: others say what is wrong. */
export function seen(before: Gathered | undefined, text: string): ReadCode {
  const bytes = bytesOfText(text);
  const read = bytes.ok ? gather(before, bytes.value) : undefined;
  if (!read?.ok) return { type: 'text', text };
  return read.value.type === 'partial' ? read.value : { type: 'text', text: textOfCode(read.value.code) };
}

/** Larger pictures are not looked at. */
const largestPicture = 40 * 1024 * 1024;

/** Every code in a picture or a text file. */
export async function codesInFile(
  file: File,
): Promise<{ readonly codes: readonly string[]; readonly isPicture: boolean }> {
  if (file.type.startsWith('image/')) {
    const text = file.size > largestPicture ? undefined : await readPicture(file);
    return { codes: text === undefined ? [] : [text], isPicture: true };
  }
  const read = await importFile('codes', file);
  return { codes: read.ok ? read.value : [], isPicture: false };
}

/** The files among what was dropped, those in folders too. */
export async function filesIn(entries: readonly FileSystemEntry[]): Promise<readonly File[]> {
  const files = await Promise.all(entries.map((entry) => filesUnder(entry, 3)));
  return files.flat();
}

// Not by their classes: Chromium has no global names for them.
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function filesUnder(entry: FileSystemEntry, depth: number): Promise<readonly File[]> {
  if (isFile(entry)) {
    return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  }
  if (!isFolder(entry) || depth === 0) return [];
  const reader = entry.createReader();
  const files: File[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return files;
    for (const inner of some) files.push(...(await filesUnder(inner, depth - 1)));
  }
}
