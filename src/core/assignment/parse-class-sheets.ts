import type { CardId } from '../fact/fact.ts';
import { formIds } from '../item/item.ts';
import { parseItem } from '../item/parse-item.ts';
import type { Entry } from '../session/plan.ts';
import { listOf, mappingOf, oneOf, record, shortText, whole } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { AskedItem, ClassSheets } from './class-sheets.ts';
import { mostItems } from './content-bytes.ts';

/** More students than any class has. */
const mostStudents = 2000;

const column: Shape<Entry> = record({ card: shortText<CardId>(220), form: oneOf(formIds), seed: whole(0) });
const asked: Shape<AskedItem[]> = listOf(record({ item: parseItem, column: whole(0) }), mostItems);

/** Reads sheets that were kept on this device. */
export const parseClassSheets: Shape<ClassSheets> = record({
  columns: listOf(column, mostItems),
  common: listOf(parseItem, mostItems),
  own: mappingOf(shortText(200), asked, mostStudents),
});
