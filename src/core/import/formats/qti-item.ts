import { readXml } from '../../file/xml-read.ts';
import { refused } from '../../result.ts';
import { deckFile } from '../deck-file.ts';
import type { ReadDeck } from '../deck-file.ts';
import { titleFromName } from '../import-format.ts';
import type { ImportFormat } from '../import-format.ts';
import { qtiDraft } from '../qti-draft.ts';
import { olderNames } from '../qti-names.ts';

/** A single item of QTI 2.1, 2.2 or 3.0, as it lies in a package. */
export const qtiItem: ImportFormat = { id: 'qti-item', takes: 'text', read };

function read(text: string, name: string): ReadDeck {
  const read = readXml(text);
  if (!read.ok) return refused({ type: 'not-this-format', line: read.problem.line });
  const root = olderNames(read.value);
  if (root.name !== 'assessmentItem') return refused({ type: 'not-this-format' });
  return deckFile(titleFromName(name), [qtiDraft(root)]);
}
