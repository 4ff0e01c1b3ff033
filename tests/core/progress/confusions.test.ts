import { describe, expect, test } from 'vitest';
import { cardsOf, itemsOf, makeItem } from '#core/item/generate.ts';
import type { Item } from '#core/item/item.ts';
import { confusionsOf } from '#core/progress/confusions.ts';
import type { Remake } from '#core/progress/confusions.ts';
import { grade } from '#core/review/grade.ts';
import { activeReviews } from '#core/review/log.ts';
import type { Response } from '#core/review/response.ts';
import { logOf, review } from '../review/some-events.ts';
import { harbourBase } from '../topic.ts';

const base = harbourBase();
const cards = new Map(cardsOf(base).map((card) => [card.id, card]));
const remake: Remake = ({ card: id, form, seed }) => {
  const card = cards.get(id);
  return card && makeItem(base, card, form, seed);
};

const answered = (item: Item, response: Response) =>
  review({
    card: item.card,
    form: item.form,
    seed: item.seed,
    response,
    marks: grade(item, response).marks,
  });

/** Confusions after the answers, one a day. */
const confusions = (answers: readonly ReturnType<typeof answered>[]) => {
  const noon = Date.UTC(2026, 10, 1, 12);
  const log = logOf(
    'phone',
    answers,
    answers.map((_answer, index) => noon + index * 86_400_000),
  );
  return confusionsOf(base, activeReviews(log), remake);
};

const items = itemsOf(base, 1);
const first = (form: Item['form'], fits: (item: Item) => boolean = () => true): Item => {
  const found = items.find((item) => item.form === form && fits(item));
  if (!found) throw new RangeError(`Make the topic give a ${form}`);
  return found;
};

describe('confusionsOf()', () => {
  const choice = first('single-choice', ({ options }) =>
    options.some((option) => option.certificate?.belongsTo),
  );
  const lure = choice.options.find((option) => option.certificate?.belongsTo);
  const key = choice.options.find(({ correct }) => correct);
  const pick = (option = lure): ReturnType<typeof answered> =>
    answered(choice, { type: 'choice', option: option?.id ?? '' });

  test('names what was taken for what, and the fact it belongs to', () => {
    const [confusion] = confusions([pick(), pick()]);
    expect(confusion?.between.toSorted()).toEqual([key?.text, lure?.text].toSorted());
    expect(confusion).toMatchObject({ times: 2, cards: [choice.card], settled: false });
    expect(confusion?.lures).toEqual([lure?.certificate?.belongsTo]);
  });

  test('is settled after two right days', () => {
    expect(confusions([pick(), pick(key)])[0]?.settled).toBe(false);
    expect(confusions([pick(), pick(key), pick(key)])[0]?.settled).toBe(true);
    expect(confusions([pick(), pick(key), pick(key), pick()])[0]?.settled).toBe(false);
  });

  test('reads a typed name of another thing, and no mere misspelling', () => {
    const typed = first('typed', ({ rivals }) => rivals.length > 0);
    const taken = answered(typed, { type: 'text', text: typed.rivals[0] ?? '' });
    expect(confusions([taken])).toHaveLength(1);
    expect(confusions([answered(typed, { type: 'text', text: 'zzzzzzzzz' })])).toEqual([]);
  });

  test('says nothing about right answers, passes and true or false', () => {
    const judged = first('true-false', (item) => item.key === 'true');
    expect(
      confusions([
        pick(key),
        answered(choice, { type: 'pass' }),
        answered(judged, { type: 'choice', option: 'false' }),
      ]),
    ).toEqual([]);
  });
});
