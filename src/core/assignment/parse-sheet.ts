import { parseItem } from '../item/parse-item.ts';
import { listOf, oneOf, record, shortText, text, whole } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { feedbacks, varieties } from './assignment.ts';
import type { PackHash, Settings, TeacherKeys } from './assignment.ts';
import { mostItems } from './content-bytes.ts';
import { publicKey } from './public-key.ts';
import type { Sheet, Terms } from './sheet.ts';

const truth: Shape<boolean> = oneOf([true, false]);
const teacher: Shape<TeacherKeys> = record({ signing: publicKey, sealing: publicKey });

const settings: Shape<Settings> = record({
  variety: oneOf(varieties),
  feedback: oneOf(feedbacks),
  attempts: whole(0),
  certainty: truth,
  partialCredit: truth,
  timeLimitMin: whole(0),
});

const terms: Shape<Terms> = record<
  Omit<Terms, 'teacher' | 'release' | 'packVersion'>,
  Required<Pick<Terms, 'teacher' | 'release' | 'packVersion'>>
>(
  { seed: whole(0), pack: text<PackHash>(/^[0-9a-f]{16}$/), settings },
  { teacher, release: text(/^[0-9a-f]{8}$/), packVersion: shortText(100) },
);

export const parseSheet: Shape<Sheet> = record({ terms, items: listOf(parseItem, mostItems) });
