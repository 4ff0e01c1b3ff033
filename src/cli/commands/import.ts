import { readFileSync } from 'node:fs';
import type { FormatId } from '#core/export/format.ts';
import { textOf } from '#core/file/utf8.ts';
import { fileLimits } from '#core/guard/limits.ts';
import type { ImportProblem } from '#core/guard/problem.ts';
import type { DeckFile, DeckProblem } from '#core/import/deck-file.ts';
import { formatsFromName } from '#core/import/formats/endings.ts';
import { importFormats } from '#core/import/formats/index.ts';
import { importFormatIds } from '#core/import/import-format.ts';
import type { ImportFormat, ImportFormatId } from '#core/import/import-format.ts';
import { refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';
import { archiveFiles } from '../archive-file.ts';
import { importProblemText, ownItemText, passedOverText } from '../import-text.ts';
import { done, misused } from './command.ts';
import type { Command } from './command.ts';

export const importDeck: Command = {
  name: 'import',
  summary: "read another program's file as a deck of one's own, and say what of it cannot be asked",
  takes: ['format', 'json'],
  file: `a file of one of the formats ${importFormatIds.join(', ')}`,
  run({ format, json }, _contentDir, file) {
    if (file === undefined) return misused('Write the file to read');
    const ids = format ? importIdsOf(format) : formatsFromName(file);
    const [first] = ids;
    if (!first) return misused(`Write after --format one of ${importFormatIds.join(', ')}`);
    const bytes = bytesIn(file);
    if (!bytes) return misused(`Cannot read "${file}"; write the path of a file`);
    const decks = ids.map((id) => readDeck(importFormats[id], bytes, file));
    const deck = decks.find(({ ok }) => ok) ?? readDeck(importFormats[first], bytes, file);
    if (!deck.ok) return { exit: 1, lines: [], complaint: `${file}: ${importProblemText(deck.problem)}` };
    return done(json ? recordsOf(deck.value) : linesOf(deck.value));
  },
};

/** Both versions of QTI have the same readers, for a package and for a single item, and a copy from Quizlet is a table with tabs. */
function importIdsOf(format: FormatId | ImportFormatId): readonly ImportFormatId[] {
  if (format === 'qti21' || format === 'qti3') return ['qti', 'qti-item'];
  return format === 'quizlet' ? ['tsv'] : importFormatIds.filter((id) => id === format);
}

function bytesIn(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function readDeck(
  format: ImportFormat,
  bytes: Uint8Array,
  name: string,
): Result<DeckFile, DeckProblem | ImportProblem> {
  if (bytes.length > fileLimits.fileBytes) return refused({ type: 'too-large', what: 'file' });
  if (format.takes === 'text') return format.read(textOf(bytes), name);
  const files = archiveFiles(bytes);
  return files.ok ? format.read(files.value, name) : files;
}

/** An item a line, then what was passed over; nobody vouches for any of it. */
const recordsOf = ({ title, items, passedOver, afresh }: DeckFile): readonly string[] => [
  ...items.map((item) => JSON.stringify({ ...item, deck: title, source: null })),
  ...passedOver.map(({ place, why }) => JSON.stringify({ passedOver: place, why })),
  ...(afresh ? [JSON.stringify({ afresh })] : []),
];

const linesOf = ({ title, items, passedOver, afresh }: DeckFile): readonly string[] => [
  `${title}: ${items.length} items, ${passedOver.length} passed over; no source vouches for them`,
  '',
  ...items.map(ownItemText),
  ...passedOver.map(passedOverText),
  ...(afresh ? [`${afresh} were learnt in the other program and start afresh here`] : []),
];
