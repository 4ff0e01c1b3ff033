import type { ImportProblem } from '#core/guard/problem.ts';
import type { DeckFile, DeckProblem } from '#core/import/deck-file.ts';
import { formatsFromName } from '#core/import/formats/endings.ts';
import { refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';
import { importFile } from '#lib/import/import-file.ts';

/**
 * Reads a file as a deck, in whichever of the formats that end like it takes it. Nothing is kept. Where none takes it,
 * the problem is that of the first.
 */
export async function readDeckFile(file: File): Promise<Result<DeckFile, DeckProblem | ImportProblem>> {
  let first: Result<DeckFile, DeckProblem | ImportProblem> | undefined;
  for (const format of formatsFromName(file.name)) {
    const read = await importFile(format, file);
    if (read.ok || read.problem.type !== 'not-this-format') return read;
    first ??= read;
  }
  return first ?? refused({ type: 'not-this-format' });
}
