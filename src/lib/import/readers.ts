import type { ImportProblem } from '#core/guard/problem.ts';
import type { Reader } from '#core/guard/reader.ts';
import { codesInText } from '#core/assignment/codes-in-text.ts';
import { readFactsFile } from '#core/assignment/facts-file.ts';
import { importFormats } from '#core/import/formats/index.ts';
import { ok } from '#core/result.ts';
import type { Result } from '#core/result.ts';

/** Every kind of file that the app takes in. A new kind is a line here. */
export const readers = {
  codes: { takes: 'text', read: (text: string): Result<readonly string[], never> => ok(codesInText(text)) },
  facts: { takes: 'text', read: readFactsFile },
  ...importFormats,
} as const satisfies Readonly<Record<string, Reader<unknown, unknown>>>;

export type ImportKind = keyof typeof readers;

/** What importing a kind of file gives. */
export type Imported<K extends ImportKind> =
  | ReturnType<(typeof readers)[K]['read']>
  | Result<never, ImportProblem>;
