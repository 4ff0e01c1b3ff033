import type { ClassResults } from '#core/assignment/class-results.ts';
import { handOver } from './hand-over.ts';

/** How the results of a class leave the app: a workbook, or a table by students or by answers. */
export const resultsFiles = ['workbook', 'wide', 'long'] as const;
export type ResultsFile = (typeof resultsFiles)[number];

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Gives the file to the teacher; nothing in it is ever a formula. */
export async function giveResults(
  results: ClassResults,
  name: string,
  file: ResultsFile,
): ReturnType<typeof handOver> {
  const { resultsCsv, resultsWorkbook } = await import('#core/export/results.ts');
  return file === 'workbook'
    ? handOver(resultsWorkbook(results), `${name}.xlsx`, workbookType)
    : handOver(resultsCsv(results, file), `${name}-${file}.csv`, 'text/csv');
}
