import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId } from '#core/fact/fact.ts';
import { chanceKnown, evidenceOfRating } from '#core/memory/evidence.ts';
import type { Evidence } from '#core/memory/evidence.ts';
import { evidenceOf } from '#core/review/evidence.ts';
import type { Answer } from '#core/review/evidence.ts';
import type { Response } from '#core/review/response.ts';
import { payload } from './some-events.ts';

const responses: readonly Exclude<Response, { type: 'reveal' | 'pass' }>[] = [
  { type: 'choice', option: 'a' },
  { type: 'multiple', options: ['a'] },
  { type: 'text', text: 'Niamey' },
  { type: 'number', value: 4 },
  { type: 'order', order: ['a', 'b'] },
  { type: 'match', pairs: [] },
  { type: 'date', iso: '2023-07-26' },
];
const answer = (changes: Partial<Answer>): Answer => ({ ...payload, ...changes });
const only = (given: Answer, usualMs?: number): Evidence => {
  const [first] = evidenceOf(given, usualMs);
  if (!first) throw new RangeError('Expect evidence');
  return first.evidence;
};
/** The chance that it was known, where it was half believed. */
const knew = (changes: Partial<Answer>): number => chanceKnown(0.5, only(answer(changes)));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const marked = responses.filter(({ type }) => type !== 'choice');

describe('evidenceOf()', () => {
  test.each(['again', 'hard', 'good', 'easy'] as const)('lets a learner’s own "%s" stand', (rating) => {
    const given = answer({ response: { type: 'reveal', rating }, tookMs: 90_000, guess: 0, marks: 0.7 });
    expect(only(given, 1000)).toEqual(evidenceOfRating[rating]);
  });

  test('takes a pass as not known', () => {
    expect(knew({ response: { type: 'pass' }, marks: 0 })).toBe(0);
  });

  test.each(responses)('of a right answer says less, the easier it is to guess: $type', (response) => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const right = (guess: number) => knew({ response, guess, marks: 1 });
        expect(right(low)).toBeGreaterThanOrEqual(right(high) - 1e-12);
        expect(right(high)).toBeGreaterThan(0.5);
      }),
    );
  });

  test.each(marked)('says more for every mark: $type', (response) => {
    fc.assert(
      fc.property(share, share, fc.double({ min: 0, max: 0.9, noNaN: true }), (a, b, guess) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)];
        expect(knew({ response, guess, marks: few })).toBeLessThanOrEqual(
          knew({ response, guess, marks: many }) + 1e-12,
        );
      }),
    );
  });

  test('of what cannot be guessed or slipped at is plain success or failure', () => {
    const typed = { response: { type: 'text', text: 'Niamey' }, guess: 0 } as const;
    expect(only(answer({ ...typed, marks: 1 }))).toEqual(evidenceOfRating.good);
    expect(only(answer({ ...typed, marks: 0 }))).toMatchObject({ ifKnown: 0, ifUnknown: 1 });
  });

  test('of recall proves more than of recognition', () => {
    const typed = only(answer({ response: { type: 'text', text: 'Niamey' }, guess: 0 }));
    const chosen = only(answer({ guess: 1 / 3 }));
    expect(typed.gain).toBeGreaterThan(chosen.gain);
    expect(chanceKnown(0.5, typed)).toBeGreaterThan(chanceKnown(0.5, chosen));
  });

  test('takes a statement rejected but not mended as a failure', () => {
    const response = { type: 'choice', option: 'false', repair: 'b' } as const;
    expect(knew({ response, guess: 1 / 6, marks: 0.5 })).toBe(knew({ response, guess: 1 / 6, marks: 0 }));
  });

  test('grows with the certainty that a right choice was given with, and leaves wrong ones alone', () => {
    const certainties = [1, 2, 3] as const;
    const right = certainties.map((certainty) => knew({ certainty }));
    expect(right).toEqual(right.toSorted((a, b) => a - b));
    expect(new Set(right).size).toBe(3);
    expect(new Set(certainties.map((certainty) => knew({ certainty, marks: 0 })))).toEqual(
      new Set([knew({ marks: 0 })]),
    );
  });

  test('shrinks with every hint, and what needed one was hard', () => {
    const hinted = [0, 1, 2, 3].map((hints) => knew({ hints, guess: 0.2 }));
    expect(hinted).toEqual(hinted.toSorted((a, b) => b - a));
    expect(only(answer({ hints: 1 })).rating).toBe('hard');
  });

  test('leaves as much to luck as there is once one of three options is taken away', () => {
    expect(only(answer({ guess: 1 / 3, hints: 1 })).ifUnknown).toBeCloseTo(1 / 2, 12);
  });

  const typed = { response: { type: 'text', text: 'Niamey' }, guess: 0 } as const;
  test.each<[string, Partial<Answer>, number | undefined, Evidence['rating']]>([
    ['three times the usual time is hard', { tookMs: 9000 }, 3000, 'hard'],
    ['the usual time is good', { tookMs: 3000 }, 3000, 'good'],
    ['fast is good', { tookMs: 900 }, 3000, 'good'],
    ['fast and certain recall is easy', { ...typed, tookMs: 900, certainty: 3 }, 3000, 'easy'],
    ['fast and certain recognition is good', { tookMs: 900, certainty: 3 }, 3000, 'good'],
    ['minutes say nothing: the learner was elsewhere', { tookMs: 600_000 }, 3000, 'good'],
    ['nothing is slow before a usual time is known', { tookMs: 90_000 }, undefined, 'good'],
    ['not at all certain is hard', { certainty: 1 }, undefined, 'hard'],
    ['part of it is hard', { easier: true }, undefined, 'hard'],
    ['misspelt is hard', { ...typed, marks: 0.9 }, undefined, 'hard'],
  ])('rates: %s', (_, changes, usualMs, rating) => {
    expect(only(answer(changes), usualMs).rating).toBe(rating);
  });

  test('speaks of every card of an item that asks several, each by its own marks', () => {
    const cards = ['a/date', 'b/date', 'c/date'] as CardId[];
    const parts = cards.map((card, index) => ({ card, marks: index / 2 }));
    const found = evidenceOf(answer({ response: { type: 'match', pairs: [] }, parts, guess: 1 / 6 }));
    expect(found.map(({ card }) => card)).toEqual(cards);
    const chances = found.map(({ evidence }) => chanceKnown(0.5, evidence));
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    expect(chances[0]).toBeLessThan(0.1);
    expect(chances[2]).toBeCloseTo(0.98 / (0.98 + 1 / 3), 9);
  });
});
