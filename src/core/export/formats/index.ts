import type { Format, FormatId } from '../format.ts';
import { aiken } from './aiken.ts';
import { apkg } from './apkg.ts';
import { blooket } from './blooket.ts';
import { gift } from './gift.ts';
import { kahoot } from './kahoot.ts';
import { moodleXml } from './moodle-xml.ts';
import { qti21 } from './qti21.ts';
import { qti3 } from './qti3.ts';
import { quizlet } from './quizlet.ts';
import { tsv } from './tsv.ts';
import { wayground } from './wayground.ts';

/** Every format that quizzes are written in. A new one is a new file, its id in `formatIds`, and a line here. */
export const formats: Readonly<Record<FormatId, Format>> = {
  'moodle-xml': moodleXml,
  gift,
  aiken,
  qti21,
  qti3,
  kahoot,
  wayground,
  blooket,
  apkg,
  tsv,
  quizlet,
};
