import type { ImportFormat, ImportFormatId } from '../import-format.ts';
import { aiken } from './aiken.ts';
import { apkg } from './apkg.ts';
import { csv } from './csv.ts';
import { gift } from './gift.ts';
import { moodleXml } from './moodle-xml.ts';
import { qti } from './qti.ts';
import { qtiItem } from './qti-item.ts';
import { tsv } from './tsv.ts';

/** Every format that is read. A new one is a new file, its id in `importFormatIds`, and a line here. */
export const importFormats: Readonly<Record<ImportFormatId, ImportFormat>> = {
  gift,
  'moodle-xml': moodleXml,
  aiken,
  csv,
  tsv,
  qti,
  'qti-item': qtiItem,
  apkg,
};
