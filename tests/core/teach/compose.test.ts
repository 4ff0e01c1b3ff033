import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId } from '#core/fact/fact.ts';
import { cardsOf, makeItem } from '#core/item/generate.ts';
import { giveAway, telltaleOf } from '#core/item/leak.ts';
import { sectionedEntries } from '#core/session/quiz.ts';
import * as compose from '#core/teach/compose.ts';
import { contentOf, countOf, newQuiz } from '#core/teach/teacher-quiz.ts';
import type { QuizId, TeacherQuiz } from '#core/teach/teacher-quiz.ts';
import { nigerBase } from '../../niger.ts';

const base = nigerBase();
const bench = { base, cards: cardsOf(base) };
const fresh = newQuiz('0123456789abcdef' as QuizId, base.topic, 11, 'Monday');
const cardsIn = (quiz: TeacherQuiz): readonly string[] =>
  compose.placesOf(bench, quiz).map(({ entry }) => entry.card);
const itemsIn = (quiz: TeacherQuiz) =>
  compose.placesOf(bench, quiz).map(({ entry }) => {
    const card = bench.cards.find(({ id }) => id === entry.card);
    const item = card && makeItem(base, card, entry.form, entry.seed);
    if (!item) throw new RangeError(`Ask what can be asked, not ${JSON.stringify(entry)}`);
    return item;
  });

describe('a quiz that is composed', () => {
  test('is its wishes until it is touched, and then its items', () => {
    expect(contentOf(fresh)).toEqual({ type: 'blueprint', sections: fresh.sections, version: 0 });
    expect(compose.placesOf(bench, fresh).map(({ entry }) => entry)).toEqual(
      sectionedEntries(base, bench.cards, fresh.sections, { seed: fresh.seed }),
    );
    const touched = compose.pinned(bench, fresh, 0, true);
    expect(contentOf(touched)).toMatchObject({ type: 'entries' });
    expect(cardsIn(touched)).toEqual(cardsIn(fresh));
  });

  test('never asks a fact twice, nor tells an answer, whatever is replaced, refused, pinned, moved and made anew', () => {
    const step = fc.tuple(fc.constantFrom('replace', 'refuse', 'pin', 'move', 'anew'), fc.nat(9), fc.nat(9));
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 6 }), (steps) => {
        const quiz = steps.reduce((before, [what, index, to]) => {
          switch (what) {
            case 'replace':
              return compose.replaced(bench, before, index) ?? before;
            case 'refuse':
              return compose.refusing(bench, before, index);
            case 'pin':
              return compose.pinned(bench, before, index, true);
            case 'move':
              return compose.moved(bench, before, index, to);
            default:
              return compose.composed(bench, Object.assign({}, before, { seed: before.seed + 1 }));
          }
        }, fresh);
        const items = itemsIn(quiz);
        expect(items).toHaveLength(10);
        expect(new Set(items.map(({ facts }) => facts[0])).size).toBe(10);
        const telling = items.map((item) => telltaleOf(base, item));
        const leaks = telling.flatMap((one, at) =>
          telling.slice(at + 1).filter((other) => giveAway(one, other)),
        );
        expect(leaks).toEqual([]);
        const refused = new Set(quiz.refused.map(({ card, form }) => `${card} ${form}`));
        expect(items.filter(({ card, form }) => refused.has(`${card} ${form}`))).toEqual([]);
      }),
      { numRuns: 6, seed: 3 },
    );
  });

  test('replaces one item by another of its kind and leaves the rest', () => {
    const other = compose.replaced(bench, fresh, 3);
    expect(other && cardsIn(other).filter((card, index) => card !== cardsIn(fresh)[index])).toHaveLength(1);
    expect(other && itemsIn(other)[3]?.form).toBe(itemsIn(fresh)[3]?.form);
    const again = other && compose.replaced(bench, other, 3);
    expect(new Set([fresh, other, again].map((quiz) => quiz && cardsIn(quiz)[3])).size).toBe(3);
  });

  test('keeps pinned items where they are when the wishes change', () => {
    const kept = [2, 7].reduce((quiz, index) => compose.pinned(bench, quiz, index, true), fresh);
    const anew = compose.composed(bench, { ...kept, seed: 99 });
    for (const index of [2, 7]) expect(cardsIn(anew)[index]).toBe(cardsIn(fresh)[index]);
    expect(cardsIn(anew).filter((card) => cardsIn(fresh).includes(card)).length).toBeLessThan(6);
    const unpinned = [2, 7].reduce((quiz, index) => compose.pinned(bench, quiz, index, false), anew);
    expect(compose.composed(bench, unpinned)).not.toHaveProperty('places');
  });

  test('takes picked facts, and names items that then tell on each other', () => {
    const asked = cardsIn(fresh);
    const card = bench.cards.find(({ id }) => !asked.includes(id));
    if (!card) throw new RangeError('Have a card that is not asked');
    const picked = compose.withCard(bench, fresh, card);
    expect(countOf(picked)).toBe(11);
    expect(compose.placesOf(bench, picked)[10]).toMatchObject({ entry: { card: card.id }, pinned: true });
    const twice = compose.withCard(bench, picked, card);
    expect(compose.clashing(bench, twice)).toEqual(expect.arrayContaining([10, 11]));
    expect(countOf(compose.removed(bench, twice, 11))).toBe(11);
  });

  test('says what cannot be asked any more, and asks something else there', () => {
    const touched = compose.pinned(bench, fresh, 0, true);
    const card = 'withdrawn/object' as CardId;
    const places = (touched.places ?? []).map((place, index) =>
      index === 2 || index === 5 ? { ...place, entry: { ...place.entry, card } } : place,
    );
    const quiz = { ...touched, places, topicVersion: '2020-01-01' };
    expect(compose.gone(bench, quiz)).toEqual([2, 5]);
    const mended = compose.mended(bench, quiz);
    expect(compose.gone(bench, mended)).toEqual([]);
    expect(mended.topicVersion).toBe(base.topic.version);
    expect(itemsIn(mended)).toHaveLength(10);
    const others = (ids: readonly string[]) => ids.filter((_, index) => index !== 2 && index !== 5);
    expect(others(cardsIn(mended))).toEqual(others(cardsIn(fresh)));
  });
});
