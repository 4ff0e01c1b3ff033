import type { FactsFile, FactsProblem } from '#core/assignment/facts-file.ts';
import { refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';
import type { ImportProblem } from '#core/guard/problem.ts';
import { importFile } from '#lib/import/import-file.ts';
import { readInvitation } from './invitation.ts';

/** Why the facts of a file are of no use for a quiz: not readable, or not those that it was made from. */
export type BringProblem =
  | FactsProblem
  | ImportProblem
  | { readonly type: 'other-facts'; readonly version: string };

/** The facts of a file, if they are the very ones that the quiz behind a code was made from. Nothing is kept. */
export async function bringFacts(file: File, code: string): Promise<Result<FactsFile, BringProblem>> {
  const read = await importFile('facts', file);
  if (!read.ok) return read;
  const { pack } = read.value;
  return readInvitation(code, [pack]).ok ? read : refused({ type: 'other-facts', version: pack.version });
}
