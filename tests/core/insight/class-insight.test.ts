import { describe, expect, test } from 'vitest';
import { claimOf } from '#core/insight/claim.ts';
import { followUp } from '#core/insight/follow-up.ts';
import { markTable } from '#core/insight/mark-table.ts';
import { misconceptionsOf } from '#core/insight/misconceptions.ts';
import { toRevise } from '#core/insight/revise.ts';
import { ruledResults } from '#core/insight/ruled-results.ts';
import { tallyOf } from '#core/insight/tally.ts';
import type { Card } from '#core/fact/fact.ts';
import { cardsOf, makeItem } from '#core/item/generate.ts';
import type { Item } from '#core/item/item.ts';
import type { Response } from '#core/review/response.ts';
import type { Ruling } from '#core/teach/ruling.ts';
import { nigerBase } from '../../niger.ts';
import { factId } from '../topic.ts';
import { factOfCard } from '#core/fact/fact.ts';
import { classOf } from './class-of.ts';

const base = nigerBase();
const cards = cardsOf(base);
/** Every wrong option is the value of another fact. */
const items = cards
  .flatMap((card) => makeItem(base, card, 'single-choice', 3) ?? [])
  .filter(({ options }) => options.every(({ correct, certificate }) => correct || certificate?.belongsTo))
  .slice(0, 3);
const [one, two, three] = items;
if (!one || !two || !three) throw new RangeError('Have three items');

const choose = (option: string): Response => ({ type: 'choice', option });
const wrongOf = ({ options }: Item): string => options.find(({ correct }) => !correct)?.id ?? '';
const textOf = ({ options }: Item, id: string): string => options.find((one) => one.id === id)?.text ?? '';
const rightTo = (item: Item): Response => choose(item.key);
const wrongTo = (item: Item): Response => choose(wrongOf(item));

const results = classOf(items, [
  [rightTo(one), rightTo(two), rightTo(three)],
  [rightTo(one), wrongTo(two), undefined],
  [wrongTo(one), wrongTo(two), wrongTo(three)],
]);
type Decision = Ruling extends infer R
  ? R extends Ruling
    ? Omit<R, 'assignment' | 'card' | 'form'>
    : never
  : never;
const ruledBy = (item: Item, ...decisions: readonly Decision[]) =>
  decisions.map((decision, index) => ({
    ruling: { assignment: results.id, card: item.card, form: item.form, ...decision } as Ruling,
    ruledUtcMs: index,
  }));
const marksIn = (ruled: ReturnType<typeof ruledBy>) =>
  ruledResults(results, ruled, 'best').rows.map(({ cells }) => cells.map(({ marks }) => marks));

describe('ruledResults()', () => {
  test('leaves results without rulings as they are', () => {
    expect(ruledResults(results, [], 'best')).toEqual(results);
  });

  test('takes a void item from every student, and gives it back when that is lifted', () => {
    expect(marksIn(ruledBy(two, { kind: 'void' }))).toEqual([[1, 1], [1, 0], [0, 0]]); // prettier-ignore
    const ruled = ruledResults(results, ruledBy(two, { kind: 'void' }), 'best');
    expect(ruled.columns).toHaveLength(2);
    expect(ruled.rows.map(({ marks }) => marks)).toEqual([2, 1, 0]);
    expect(markTable(ruled).most).toEqual([1, 1]);
    expect(marksIn(ruledBy(two, { kind: 'void' }, { kind: 'lift' }))).toEqual(marksIn([]));
  });

  test('accepts another answer for everybody who gave it', () => {
    const text = two.options.find(({ id }) => id === wrongOf(two))?.text ?? '';
    expect(marksIn(ruledBy(two, { kind: 'accept', text }))).toEqual([[1, 1, 1], [1, 1, 0], [0, 1, 0]]); // prettier-ignore
  });

  test('marks by a corrected fact: what it says is right, what was asked for is not', () => {
    const text = textOf(two, wrongOf(two));
    const correct = { kind: 'correct', old: factOfCard(two.card), by: factId('newer'), was: textOf(two, two.key), text, accepted: [text] } as const; // prettier-ignore
    expect(marksIn(ruledBy(two, correct))).toEqual([[1, 0, 1], [1, 1, 0], [0, 1, 0]]); // prettier-ignore
  });

  test('decides anew which attempt stands', () => {
    const twice = classOf(items, [[rightTo(one), wrongTo(two), wrongTo(three)], [wrongTo(one), rightTo(two), rightTo(three)]], ['Ada', 'Ada']); // prettier-ignore
    const counting = (ruled: ReturnType<typeof ruledBy>) =>
      ruledResults(twice, ruled, 'best').rows.map(({ counts }) => counts);
    expect(counting([])).toEqual([false, true]);
    expect(counting([...ruledBy(two, { kind: 'void' }), ...ruledBy(three, { kind: 'void' })])).toEqual([true, false]); // prettier-ignore
  });
});

describe('tallyOf()', () => {
  test('counts what was answered, most frequent first', () => {
    expect(tallyOf(results, 1)).toEqual([
      { text: two.options.find(({ id }) => id === wrongOf(two))?.text, count: 2, right: false },
      { text: two.options.find(({ correct }) => correct)?.text, count: 1, right: true },
    ]);
    expect(tallyOf(results, 2).map(({ count }) => count)).toEqual([1, 1]);
  });
});

describe('toRevise()', () => {
  test('names what earned less than full marks, also what was left open', () => {
    expect(results.rows.map((row) => toRevise(row).map(({ item }) => item.card))).toEqual([
      [],
      [two.card, three.card],
      [one.card, two.card, three.card],
    ]);
  });
});

describe('followUp()', () => {
  const believing = (item: Item) =>
    misconceptionsOf(
      classOf(
        [item],
        Array.from({ length: 12 }, () => [wrongTo(item)]),
      ).rows,
    );
  const cardOf = (item: Item): Card => {
    const card = cards.find(({ id }) => id === item.card);
    if (!card) throw new RangeError(`Ask a card of the base, not "${item.card}"`);
    return card;
  };

  test('asks every pair that is mixed up, each against the other', () => {
    const found = items.flatMap(believing);
    expect(found).toHaveLength(3);
    const entries = followUp(base, cards, found, 9);
    expect(new Set(entries.map(({ card }) => card)).size).toBe(entries.length);
    for (const { card, taken } of found) {
      const entry = entries.find((asked) => asked.card === card);
      const asked = cards.find(({ id }) => id === card);
      const item = entry && asked && makeItem(base, asked, entry.form, entry.seed);
      const offered = [...(item?.options ?? []), ...(item?.repair?.options ?? [])];
      expect(offered.map(({ certificate }) => certificate?.belongsTo)).toContain(taken.of);
    }
  });

  test('goes with sentences that say what is believed and what is so', () => {
    const claims = items.flatMap((item) => believing(item).map((found) => ({ found, claim: claimOf(base, cardOf(item), found) }))); // prettier-ignore
    for (const { found, claim } of claims) {
      expect(claim.so).not.toBe('');
      expect(claim.believed).not.toBe(claim.so);
      if (claim.believed !== undefined)
        expect(claim.believed.toLowerCase()).toContain(found.taken.text.toLowerCase());
    }
    expect(claims.some(({ claim }) => claim.believed !== undefined)).toBe(true);
  });
});
