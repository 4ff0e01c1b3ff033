import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexTopic } from '#core/fact/base.ts';
import type { Entity } from '#core/fact/entity.ts';
import { acceptanceOf } from '#core/item/accepted.ts';
import { itemsOf } from '#core/item/generate.ts';
import type { Item } from '#core/item/item.ts';
import { english } from '#core/language/en.ts';
import { grade } from '#core/review/grade.ts';
import { longestResponse } from '#core/review/typed.ts';
import { entity, harbour, harbourBase } from '../topic.ts';

const some = someItem();

function someItem(): Item {
  const [first] = itemsOf(harbourBase(), 1);
  if (!first) throw new RangeError('Make the topic give an item');
  return first;
}

/** A question for one of some things of a kind, whose names are rivals of each other. */
function asking(kind: Entity['kind'], names: readonly (readonly string[])[], index = 0): Item {
  const entities = names.map(([name = '', ...aliases], at) => entity(`e${at}`, { kind, name, aliases }));
  const base = indexTopic({ ...harbour, entities });
  const id = entities[index]?.id ?? entity('', { kind, name: '' }).id;
  const acceptance = acceptanceOf(base, english, { type: 'entity', id });
  if (!acceptance) throw new RangeError(`Ask for a kind that can be typed, not "${kind}"`);
  return {
    ...some,
    form: 'typed',
    interaction: 'text-entry',
    key: acceptance.accepted[0] ?? '',
    ...acceptance,
    rivals: acceptance.rivals(),
  };
}

const verdict = (item: Item, text: string): string => grade(item, { type: 'text', text }).verdict;

const people = asking('person', [
  ['Mohamed Bazoum', 'President Bazoum'],
  ['Mahamadou Issoufou'],
  ['Ouhoumoudou Mahamadou'],
  ['Salifou Mody', 'General Mody'],
]);
const towns = asking('city', [["N'Djamena"], ['Niamey'], ['Agadez'], ['Abuja'], ['Accra']]);
const bodies = asking('organisation', [['ECOWAS', 'Economic Community of West African States'], ['UEMOA']]);
const bases = asking('base', [['Air Base 101'], ['Air Base 201']]);

describe('grade() of a typed name', () => {
  test.each([
    [people, 'mohamed bazoum', 'right'],
    [people, 'BAZOUM', 'right'],
    [people, 'Mr Bazoum', 'right'],
    [people, 'Prime Minister Mohamed Bazoum', 'right'],
    [people, 'Gen. Mody', 'wrong'],
    [people, 'General', 'wrong'],
    [people, 'Bazoum, Mohamed', 'right'],
    [people, 'Muhammad Bazoum', 'almost'],
    [people, 'Mohammed Bazum', 'right'],
    [people, 'Mohammed Bazoum', 'right'],
    [people, 'Mohamed Bazum', 'right'],
    [people, 'Mohamed Bazoun', 'almost'],
    [people, 'Mohamed Qazoum', 'almost'],
    [people, 'Mohamed Bzaoum', 'almost'],
    [people, 'Mohamed', 'wrong'],
    [people, 'Issoufou', 'wrong'],
    [people, 'Salifou Mody', 'wrong'],
    [people, 'president', 'wrong'],
    [towns, 'Ndjamena', 'right'],
    [towns, "n'djaména", 'right'],
    [towns, 'N\u2019Djamena', 'right'],
    [towns, 'N-Djamena', 'right'],
    [towns, 'Njamena', 'right'],
    [towns, 'Ndjamina', 'almost'],
    [towns, "N'Djamina", 'almost'],
    [towns, 'Niamey', 'wrong'],
    [towns, 'Nyamey', 'wrong'],
    [bodies, 'ecowas', 'right'],
    [bodies, 'E.C.O.W.A.S.', 'right'],
    [bodies, 'the ECOWAS', 'right'],
    [bodies, 'economic community of the west african states', 'right'],
    [bodies, 'Economic Comunity of West African States', 'right'],
    [bodies, 'Economic Community of East African States', 'almost'],
    [bodies, 'UEMOA', 'wrong'],
    [bases, 'air base 101', 'right'],
    [bases, 'Airbase 101', 'right'],
    [bases, 'Air Base 201', 'wrong'],
    [bases, 'Air Base 102', 'wrong'],
    [bases, 'Air Base', 'wrong'],
  ] as const)('case %#', (item, text, expected) => expect(verdict(item, text), text).toBe(expected));

  test.each([
    ['direction marks', '\u202bMohamed\u200f Baz\u200doum\u202c'],
    ['control characters', '\u0000Mohamed\tBazoum\u0007\n'],
    ['emoji', '\u{1f44d} Mohamed Bazoum \u{1f1f3}\u{1f1ea}'],
    ['wide letters', '\uff2d\uff4f\uff48\uff41\uff4d\uff45\uff44 Bazoum'],
    ['combining accents', 'Mohame\u0301d Bazo\u0302um'],
  ])('does not mind %s', (_, text) => expect(verdict(people, text)).toBe('right'));

  test.each(['', ' ', '\u200f', '\u{1f600}', '\ud83d', '\u0000'])('%j is no answer', (text) =>
    expect(verdict(people, text)).toBe('wrong'),
  );

  test('gives half-known names nothing and slips nearly everything', () => {
    expect(grade(people, { type: 'text', text: 'Mohamed Bazoun' })).toEqual({
      marks: 0.9,
      verdict: 'almost',
    });
  });

  test('looks at the beginning of a megabyte only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (start) => {
        const long = start + ' Bazoum'.repeat(150_000);
        expect(grade(people, { type: 'text', text: long })).toEqual(
          grade(people, { type: 'text', text: long.slice(0, longestResponse) }),
        );
      }),
      { numRuns: 20 },
    );
  });
});

describe('a name that another bears', () => {
  const given = fc.constantFrom('Ada', 'Adda', 'Ida', 'Mohamed', 'Mohammed', 'Muhamad');
  const family = fc.constantFrom('Bazoum', 'Bazum', 'Basoum', 'Bazoun', 'Diori', 'Djori', 'Tchiani', 'Tiani');
  const name = fc.oneof(fc.tuple(given, family), fc.tuple(family, given)).map((words) => words.join(' '));
  const names = fc.uniqueArray(fc.tuple(name, name), {
    minLength: 2,
    maxLength: 6,
    selector: ([own]) => own,
  });

  test('is never taken, however alike the two are', () => {
    fc.assert(
      fc.property(names, (all) => {
        for (const [index] of all.entries()) {
          const item = asking('person', all, index);
          const others = all.filter((_, other) => other !== index).flat();
          for (const own of others.filter((text) => text !== item.key)) {
            expect(verdict(item, own), `${item.key} / ${own}`).toBe('wrong');
          }
          expect(verdict(item, item.key)).toBe('right');
        }
      }),
    );
  });
});
