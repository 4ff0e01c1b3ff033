import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A small sound content: one topic, `mali`. */
export const sample = join(dirname(fileURLToPath(import.meta.url)), 'sample');

/** A copy of the sample for the running test, with one text in one file replaced. */
export function sampleContent(edit?: {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}): string {
  const folder = mkdtempSync(join(tmpdir(), 'harmattan-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const content = join(folder, 'content');
  cpSync(sample, content, { recursive: true });
  if (!edit) return content;
  const file = join(content, edit.file);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(edit.find))
    throw new RangeError(`Find something that is in ${edit.file}: "${edit.find}"`);
  writeFileSync(file, text.replace(edit.find, edit.put));
  return content;
}
