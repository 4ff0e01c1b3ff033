import { describe, expect, test } from 'vitest';
import { cardId, factOfCard } from '#core/fact/fact.ts';
import type { Fact } from '#core/fact/fact.ts';
import { correctedAnswer, correctionsSince, datesNow } from '#core/insight/corrections.ts';
import { regraded, renewed } from '#core/insight/regraded.ts';
import { ruledResults } from '#core/insight/ruled-results.ts';
import { touchesOf } from '#core/insight/touched.ts';
import { cardsOf, itemsOf, makeItem } from '#core/item/generate.ts';
import type { Item } from '#core/item/item.ts';
import type { Response } from '#core/review/response.ts';
import type { Desk } from '#core/teach/desk.ts';
import type { CorrectedAnswer } from '#core/teach/ruling.ts';
import { newQuiz } from '#core/teach/teacher-quiz.ts';
import type { Print, QuizId } from '#core/teach/teacher-quiz.ts';
import { date, entityId, fact, factId, harbourBase, harbour } from '../topic.ts';
import { classOf } from './class-of.ts';

const was = harbourBase();
const edited = (id: string, over: Partial<Fact>) =>
  harbourBase((facts) => facts.map((one) => (one.id === id ? { ...one, ...over } : one)));
const replaced = harbourBase((facts) => [
  ...facts,
  fact('fair-place-2', 'fair', 'took-place-in', 'corran', { supersedes: [factId('fair-place')] }),
  fact('fair-place-3', 'fair', 'took-place-in', 'alba', { supersedes: [factId('fair-place-2')] }),
]); // prettier-ignore
const place = cardId(factId('fair-place'), 'object');

describe('correctionsSince()', () => {
  test('finds what newer facts took the place of, at the end of the line', () => {
    const [correction, ...more] = correctionsSince(was, replaced);
    expect(more).toEqual([]);
    expect(correction).toMatchObject({ old: 'fair-place', now: { by: 'fair-place-3' } });
    expect(correctionsSince(replaced, replaced).map(({ old }) => old)).toEqual(['fair-place', 'fair-place-2']); // prettier-ignore
  });

  test.each<[string, Partial<Fact>, boolean, boolean]>([
    ['says something else', { object: { type: 'entity', id: entityId('corran') } }, true, true],
    ['is not asked any more', { ask: 'never' }, true, false],
    ['is known to be wrong', { rank: 'deprecated' }, true, false],
    ['has another source', { references: [] }, false, false],
    ['was read later', { asOf: date('2026') }, false, false],
  ])('tells of a fact that %s, or not', (_, over, isTold, isReplaced) => {
    const [correction] = correctionsSince(was, edited('fair-place', over));
    expect(correction !== undefined).toBe(isTold);
    expect(correction?.now !== undefined).toBe(isReplaced);
  });

  test('tells of a fact that is gone, and of nothing where nothing changed', () => {
    const without = harbourBase((facts) => facts.filter(({ id }) => id !== 'fair-place'));
    expect(correctionsSince(was, without)).toMatchObject([{ old: 'fair-place' }]);
    expect(correctionsSince(was, was)).toEqual([]);
  });
});

const answerTo = (card: Item['card'], now = replaced): CorrectedAnswer => {
  const correction = correctionsSince(was, now).find(({ old }) => old === factOfCard(card));
  const answer = correction && correctedAnswer(was, now, card, correction);
  if (!answer) throw new RangeError(`Correct "${card}"`);
  return answer;
};

describe('correctedAnswer()', () => {
  test('says what was right and what is, in every wording', () => {
    expect(answerTo(place)).toMatchObject({ by: 'fair-place-3', was: 'Brevik', text: 'Port Alba', accepted: ['Port Alba'] }); // prettier-ignore
  });

  test('is nothing for a facet whose answer is the same', () => {
    const [correction] = correctionsSince(was, replaced);
    const subject = cardId(factId('fair-place'), 'subject');
    expect(correction && correctedAnswer(was, replaced, subject, correction)).toBeUndefined();
  });
});

describe('regraded()', () => {
  const answer = answerTo(place);
  const items = [1, 2, 3, 4, 5, 6].flatMap((seed) =>
    itemsOf(was, seed).filter(({ card, cards }) => card === place && cards.length === 1),
  );
  const chosen = items.filter(({ form }) => form === 'single-choice');
  const marks = (item: Item, response: Response): number => regraded(item, response, answer).marks;
  const choose = (option: string, repair?: string): Response => ({ type: 'choice', option, ...(repair !== undefined && { repair }) }); // prettier-ignore

  test('gives the mark to who chose what is right now, not to who chose the old key', () => {
    expect(chosen.length).toBeGreaterThan(0);
    for (const item of chosen) {
      for (const { id, text } of item.options) {
        const isOffered = item.options.some((option) => option.text === 'Port Alba');
        expect(marks(item, choose(id))).toBe(Number(!isOffered || text === 'Port Alba'));
      }
      expect(marks(item, { type: 'pass' })).toBe(0);
    }
  });

  test('judges statements by what they say now', () => {
    const judged = items.filter(({ form }) => form === 'true-false');
    expect(new Set(judged.map(({ key }) => key)).size).toBe(2);
    for (const item of judged) {
      const saysNew = item.stem.includes('Port Alba');
      const mended = item.repair?.options.find(({ text }) => text === 'Port Alba');
      if (item.key === 'false' && !item.repair) continue;
      expect(marks(item, choose('true'))).toBe(Number(saysNew));
      expect(marks(item, choose('false', mended?.id))).toBe(Number(!saysNew));
    }
  });

  test('marks typed answers with every wording and slip that the new answer allows', () => {
    const typed = items.filter(({ interaction }) => interaction === 'text-entry');
    expect(typed.length).toBeGreaterThan(0);
    for (const item of typed) {
      expect(marks(item, { type: 'text', text: 'port alba' })).toBe(1);
      expect(marks(item, { type: 'text', text: 'Brevik' })).toBe(0);
    }
  });

  test('leaves items alone that do not ask the fact, and gives full marks where nothing else is fair', () => {
    const other = itemsOf(was, 1).find(({ cards, form }) => form === 'single-choice' && cards.every((card) => factOfCard(card) !== 'fair-place')); // prettier-ignore
    if (!other) throw new RangeError('Have such an item');
    expect(marks(other, choose(other.key))).toBe(1);
    expect(marks(other, choose('z'))).toBe(0);
    expect(marks({ ...other, cards: [other.card, place] }, choose('z'))).toBe(1);
  });
});

describe('regraded() of what is arranged or set', () => {
  const later = (iso: string) => edited('fair-date', { object: { type: 'date', date: date(iso) } });
  const card = cardId(factId('fair-date'), 'object');
  const asking = itemsOf(was, 1).find((item) => item.form === 'timeline' && item.card === card);
  if (!asking) throw new RangeError('Set the date of the fair');
  const facts = ['opening-date', 'fair-date', 'storm-date'].map(factId);
  const tiles = facts.map((of, index) => ({ id: String(index + 1), text: of, fact: of, card: cardId(of, 'object'), truth: '' })); // prettier-ignore
  const cards = tiles.map((tile) => tile.card);
  const toOrder: Item = { ...asking, interaction: 'order', cards, layout: { type: 'order', tiles, solution: ['1', '2', '3'] } }; // prettier-ignore
  const order = (...ids: string[]): Response => ({ type: 'order', order: ids });
  const match = (...targets: string[]): Response => ({
    type: 'match',
    pairs: targets.map((target, index) => ({ tile: String(index + 1), target })),
  });
  const targetsOf = (...texts: string[]) => texts.map((text, index) => ({ id: 'abcd'[index] ?? '', text }));
  const toMatch = (...texts: string[]): Item => ({
    ...asking,
    interaction: 'match',
    cards,
    layout: { type: 'match', tiles, targets: targetsOf(...texts), shared: false, solution: { 1: 'a', 2: 'b', 3: 'c' } },
  }); // prettier-ignore
  /** Moved behind the storm. */
  const december = { ...answerTo(card, later('1990-12-01')), times: datesNow(later('1990-12-01'), facts) };
  const marks = (item: Item, response: Response, answer: CorrectedAnswer = december): number => regraded(item, response, answer).marks; // prettier-ignore

  test('tells the dates by now', () => {
    expect(december.times).toEqual({
      'opening-date': '1990-05-01',
      'fair-date': '1990-12-01',
      'storm-date': '1990-10-12',
    });
  });

  test('puts in order by the new date, and takes either order where it leaves that open', () => {
    expect(marks(toOrder, order('1', '3', '2'))).toBe(1);
    expect(marks(toOrder, order('1', '2', '3'))).toBeCloseTo(1 / 3);
    expect(marks(toOrder, order('2', '3', '1'))).toBe(0);
    const october = { ...december, times: datesNow(later('1990-10'), facts) };
    expect(marks(toOrder, order('1', '2', '3'), october)).toBe(1);
    expect(marks(toOrder, order('1', '3', '2'), october)).toBe(1);
    expect(marks(toOrder, order('2', '1', '3'), october)).toBeCloseTo(1 / 3);
    const { times: _, ...unknown } = december;
    expect(marks(toOrder, order('3', '2', '1'), unknown)).toBe(1);
  });

  test('joins with what says the new answer, and leaves the tile out where nothing does', () => {
    const offered = toMatch('1 May 1990', '7 July 1990', '12 October 1990', '1 December 1990');
    expect(marks(offered, match('a', 'd', 'c'))).toBe(1);
    expect(marks(offered, match('a', 'b', 'c'))).toBeCloseTo(2 / 3);
    const lacking = toMatch('1 May 1990', '7 July 1990', '12 October 1990', '2 January 1991');
    expect(marks(lacking, match('a', 'd', 'c'))).toBe(1);
    expect(marks(lacking, match('b', 'd', 'c'))).toBeCloseTo(1 / 2);
  });

  test('sets the new date on the axis, and marks nobody down where that ends before', () => {
    const set = (iso: string): Response => ({ type: 'date', iso });
    const july = { ...december, ...answerTo(card, later('1990-07-21')) };
    expect(marks(asking, set('1990-07-21'), july)).toBe(1);
    expect(marks(asking, set('1990-07-07'), july)).toBeLessThan(1);
    expect(marks(asking, set('1990-07-07'))).toBe(1);
  });

  test('says the new sentence of what to look at again', () => {
    const { said = '', says = '' } = december;
    expect(says).toContain('1 December 1990');
    expect(renewed(asking, december).explanation).toBe(says);
    const whole = renewed({ ...toOrder, explanation: `First. ${said} Last.` }, december);
    expect(whole.explanation).toBe(`First. ${says} Last.`);
    expect(whole.layout).toMatchObject({ tiles: [{ truth: '' }, { truth: says }, { truth: '' }] });
  });
});

describe('touchesOf()', () => {
  const cards = cardsOf(was);
  const marking = { base: was, cards };
  const now = { base: replaced, cards: cardsOf(replaced) };
  const all = cards.flatMap((card) => makeItem(was, card, 'single-choice', 1) ?? []);
  const first = all.find(({ card }) => card === place);
  const other = all.find(({ card }) => factOfCard(card) !== 'fair-place');
  if (!first || !other) throw new RangeError('Have two items');
  const items = [other, first];
  const entries = items.map(({ card, form, seed }) => ({ card, form, seed }));
  const quiz = {
    ...newQuiz('a'.repeat(16) as QuizId, harbour, 1, 'Monday'),
    places: entries.map((entry) => ({ entry, pinned: false })),
  };
  const wishes = { ...quiz, id: 'b'.repeat(16) as QuizId, places: undefined };
  const print: Print = { quiz: quiz.id, title: 'Monday', topic: harbour.id, pack: 'c'.repeat(16) as Print['pack'], versions: [entries, entries.toReversed()] }; // prettier-ignore
  const answers = items.map(({ key }): Response => ({ type: 'choice', option: key }));
  const results = classOf(items, [answers, [answers[0], undefined]]);
  const saved = { savedUtcMs: 0, versions: [] };
  const { places: _, ...byWishes } = wishes;
  const desk: Desk = {
    quizzes: [
      { quiz, ...saved },
      { quiz: byWishes, ...saved },
    ],
    rulings: [],
    prints: [{ print, printedUtcMs: 5 }],
  };
  const index = 1;

  test.each([['kept', marking], ['not kept', undefined]])('lists quizzes, prints and attempts; the old facts are %s', (_name, kept) => {
    const [touch, ...more] = touchesOf(now, { desk, classes: [{ results, marking }], factsOf: () => kept });
    expect(more.filter(({ classes }) => classes.length > 0)).toEqual([]);
    expect(touch?.correction.old).toBe('fair-place');
    expect(touch?.quizzes).toEqual([{ quiz, places: [index] }]);
    expect(touch?.papers).toEqual([{ printed: desk.prints[0], versions: [[index], [1 - index]] }]);
    expect(touch?.classes).toMatchObject([{ columns: [index], attempts: 1, isRemarked: false }]);
  }); // prettier-ignore

  test('marks anew with what it says, and knows that it is done; lifting gives the old marks back', () => {
    const classes = [{ results, marking }];
    const touchNow = (rulings: Desk['rulings']) =>
      touchesOf(now, { desk: { ...desk, rulings }, classes, factsOf: () => marking })[0]?.classes[0];
    const remark = touchNow([])?.remark ?? [];
    expect(remark).toMatchObject([{ kind: 'correct', card: place, text: 'Port Alba' }]);
    const ruled = remark.map((ruling) => ({ ruling, ruledUtcMs: 1 }));
    expect(touchNow(ruled)?.isRemarked).toBe(true);
    const before = ruledResults(results, [], 'best');
    const after = ruledResults(results, ruled, 'best');
    const isOffered = first.card === place && first.options.some(({ text }) => text === 'Port Alba');
    expect(after.rows.map(({ marks }) => marks)).not.toEqual(
      isOffered ? before.rows.map(({ marks }) => marks) : [],
    );
    const lifted = [...ruled, ...remark.map((ruling) => ({ ruling: { assignment: ruling.assignment, card: ruling.card, form: ruling.form, kind: 'lift' as const }, ruledUtcMs: 2 }))]; // prettier-ignore
    expect(ruledResults(results, lifted, 'best')).toEqual(before);
    expect(touchNow(lifted)?.isRemarked).toBe(false);
  });

  test('has nothing to say while the facts are the same', () => {
    expect(touchesOf(marking, { desk, classes: [{ results, marking }], factsOf: () => marking })).toEqual([]);
  });
});
