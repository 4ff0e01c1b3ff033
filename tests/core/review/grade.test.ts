import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemsOf, makeItem } from '#core/item/generate.ts';
import type { Item } from '#core/item/item.ts';
import { grade } from '#core/review/grade.ts';
import type { Response } from '#core/review/response.ts';
import { coast, itemsOfForm, regattas } from '../item/form-topics.ts';
import { card, harbourBase } from '../topic.ts';

const base = harbourBase();

function typed(fact: string, facet: Parameters<typeof card>[1]): Item {
  const item = makeItem(base, card(fact, facet), 'typed', 1);
  if (!item) throw new RangeError(`Pick a card that can be typed: ${fact}`);
  return item;
}

const verdict = (item: Item, text: string): string => grade(item, { type: 'text', text }).verdict;

describe('grade() of a typed name', () => {
  const item = typed('ada-mayor', 'subject');

  test.each([
    ['Ada Berg', 'right'],
    ['  ada   BERG ', 'right'],
    ['Berg, Ada', 'right'],
    ['Berg', 'right'],
    ['Adá Bérg', 'right'],
    ['Ada Berk', 'almost'],
    ['Ben Caro', 'wrong'],
    ['Cleo Dahl', 'wrong'],
    ['', 'wrong'],
    ['?!', 'wrong'],
    ['Brandenburg', 'wrong'],
  ])('%j is %s', (text, expected) => expect(verdict(item, text)).toBe(expected));
});

describe('grade() of a typed date', () => {
  const item = typed('opening-date', 'object');

  test.each([
    ['1 May 1990', 'right'],
    ['May 1, 1990', 'right'],
    ['1st may 1990', 'right'],
    ['1990-05-01', 'right'],
    ['1/5/1990', 'right'],
    ['1.5.1990', 'right'],
    ['May 1990', 'almost'],
    ['1990', 'almost'],
    ['2 May 1990', 'wrong'],
    ['1 June 1990', 'wrong'],
    ['31 31 1990', 'wrong'],
    ['spring', 'wrong'],
  ])('%j is %s', (text, expected) => expect(verdict(item, text)).toBe(expected));
});

describe('grade() of a typed amount', () => {
  const exact = typed('envoys-autumn', 'object');
  const rough = typed('envoys-spring', 'object');

  test.each([
    [exact, '90', 'right'],
    [exact, '90 envoys', 'right'],
    [exact, 'about 90', 'right'],
    [exact, '91', 'wrong'],
    [exact, '90 or 91', 'wrong'],
    [exact, 'ninety', 'right'],
    [exact, 'ninety envoys', 'right'],
    [exact, 'nine', 'wrong'],
    [exact, 'dozens', 'wrong'],
    [exact, '9e1', 'wrong'],
    [rough, '42', 'right'],
    [rough, '60', 'wrong'],
  ])('case %#: %j', (item, text, expected) => expect(verdict(item, text)).toBe(expected));
});

describe('grade()', () => {
  const items = itemsOf(base, 5);
  const several = [
    ...(['timeline', 'ordering', 'matching', 'categorise', 'correct-timeline'] as const).flatMap((form) =>
      itemsOfForm(regattas, form, [1]).slice(0, 4),
    ),
    ...(['multiple-response', 'map', 'categorise'] as const).flatMap((form) =>
      itemsOfForm(coast, form, [1]).slice(0, 4),
    ),
  ];
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.constantFrom('1', '2', 'a', 'b', '__proto__', 'constructor', '\u202eabc', '\u{1f600}', '1990-05-01'),
  );
  const texts = fc.array(anyText, { maxLength: 12 });
  const anyResponse: fc.Arbitrary<Response> = fc.oneof(
    fc.record({ type: fc.constant('text' as const), text: anyText }),
    fc.record({ type: fc.constant('choice' as const), option: anyText, repair: anyText }),
    fc.record({ type: fc.constant('multiple' as const), options: texts }),
    fc.record({ type: fc.constant('number' as const), value: fc.double() }),
    fc.record({ type: fc.constant('order' as const), order: texts }),
    fc.record({
      type: fc.constant('match' as const),
      pairs: fc.array(fc.record({ tile: anyText, target: anyText }), { maxLength: 12 }),
    }),
    fc.record({ type: fc.constant('date' as const), iso: anyText }),
    fc.record({
      type: fc.constant('reveal' as const),
      rating: fc.constantFrom('again', 'hard', 'good', 'easy'),
    }),
    fc.constant({ type: 'pass' as const }),
  );

  test('marks any response to any item from 0 to 1, never with an exception', () => {
    fc.assert(
      fc.property(fc.constantFrom(...items, ...several), anyResponse, (item, response) => {
        const { marks } = grade(item, response);
        expect(marks).toBeGreaterThanOrEqual(0);
        expect(marks).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('takes the key and every accepted wording as right', () => {
    for (const item of items) {
      for (const text of item.accepted)
        expect(grade(item, { type: 'text', text }).verdict, text).toBe('right');
      if (item.interaction === 'choice' && !item.repair) {
        expect(grade(item, { type: 'choice', option: item.key }).marks).toBe(1);
      }
    }
  });

  test('never takes the name of another entity of the class', () => {
    for (const item of items) {
      for (const text of item.rivals) expect(grade(item, { type: 'text', text }).verdict, text).toBe('wrong');
    }
  });

  test('gives half for a statement rejected and half for mending it', () => {
    const judged = [1, 2, 3, 4, 5, 6, 7, 8].flatMap(
      (seed) => makeItem(base, card('opening-date', 'object'), 'true-false', seed) ?? [],
    );
    const item = judged.find(({ repair }) => repair);
    const mending = item?.repair?.options.find(({ correct }) => correct)?.id ?? '';
    expect(item && grade(item, { type: 'choice', option: 'false' }).marks).toBe(0.5);
    expect(item && grade(item, { type: 'choice', option: 'false', repair: mending }).marks).toBe(1);
    expect(item && grade(item, { type: 'choice', option: 'true' }).marks).toBe(0);
  });

  test('cuts a megabyte before looking at it', () => {
    const item = typed('ada-mayor', 'subject');
    expect(verdict(item, 'a'.repeat(1_000_000))).toBe('wrong');
    expect(verdict(item, `Ada Berg${' '.repeat(1_000_000)}`)).toBe('right');
  });
});
