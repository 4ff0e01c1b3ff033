import type { AssignmentId } from '../assignment/assignment.ts';
import type { CardId, FactId } from '../fact/fact.ts';
import { formIds } from '../item/item.ts';
import type { Entry } from '../item/item.ts';
import { firstOf, listOf, mappingOf, oneOf, record, shortText, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { CorrectedAnswer, Ruling } from './ruling.ts';

const words = shortText(1000);
const fact = shortText<FactId>(200);
const finite: Shape<number> = (raw) => (Number.isFinite(raw) ? Number(raw) : undefined);

const entry: Shape<Entry> = firstOf<Entry>(
  record({ type: oneOf(['words']) }),
  record({
    type: oneOf(['date']),
    date: record({ iso: shortText(10), precision: oneOf(['year', 'month', 'day']) }),
  }),
  record({ type: oneOf(['amount']), amount: finite, tolerance: finite }),
);

const ofItem = {
  assignment: text<AssignmentId>(/^[0-9a-f]{16}$/),
  card: shortText<CardId>(200),
  form: oneOf(formIds),
};

const sentence = shortText(4000);

const times = mappingOf(fact, shortText(10), 500);

/** What rulings of earlier versions do not say. */
type Later = 'entry' | 'said' | 'says' | 'times';
type Corrected = Extract<Ruling, { readonly kind: 'correct' }>;

export const rulingShape: Shape<Ruling> = firstOf<Ruling>(
  record({ ...ofItem, kind: oneOf(['void']) }),
  record({ ...ofItem, kind: oneOf(['accept']), text: words }),
  record<Omit<Corrected, Later>, Required<Pick<CorrectedAnswer, Later>>>(
    {
      ...ofItem,
      kind: oneOf(['correct']),
      old: fact,
      by: fact,
      was: words,
      text: words,
      accepted: listOf(words, 100),
    },
    { entry, said: sentence, says: sentence, times },
  ),
  record({ ...ofItem, kind: oneOf(['lift']) }),
);
