import { importFormatIds } from '../import-format.ts';
import type { ImportFormatId } from '../import-format.ts';

/** How names of files end, in lower case; text files may hold several formats, which tell themselves apart. */
const endings: Readonly<Record<ImportFormatId, readonly string[]>> = {
  gift: ['.gift', '.txt'],
  'moodle-xml': ['.xml'],
  aiken: ['.aiken', '.txt'],
  csv: ['.csv'],
  tsv: ['.tsv', '.txt'],
  qti: ['.zip'],
  'qti-item': ['.xml'],
  apkg: ['.apkg', '.colpkg'],
};

/** The formats that a file of that name may be of, in the order in which to try them. */
export const formatsFromName = (name: string): readonly ImportFormatId[] =>
  importFormatIds.filter((id) => endings[id].some((ending) => name.toLowerCase().endsWith(ending)));

/** What a file chooser offers. */
export const allEndings: readonly string[] = [...new Set(Object.values(endings).flat())];
