import { describe, expect, test } from 'vitest';
import { entityOf, factOf } from '#core/fact/base.ts';
import { excludes } from '#core/fact/compare.ts';
import { valueIn } from '#core/fact/slot.ts';
import type { Value } from '#core/fact/value.ts';
import { distractorsFor } from '#core/item/distractors.ts';
import { possibleCards } from '#core/item/generate.ts';
import { areNearInTime } from '#core/item/near-in-time.ts';
import { phrase } from '#core/item/phrase.ts';
import { seededRandom } from '#core/item/random.ts';
import { english } from '#core/language/en.ts';
import { nigerBase } from '../../niger.ts';

const base = nigerBase();

/** Every card of the base with its key and the wrong options found for it. */
const found = possibleCards(base).flatMap(({ fact: id, facet }) => {
  const fact = factOf(base, id);
  const key = valueIn(fact, facet);
  return key ? [{ fact, facet, key, wrong: distractorsFor(base, fact, facet, seededRandom(id)) }] : [];
});

const isEntity = (value: Value | undefined, id: string): boolean =>
  value?.type === 'entity' && value.id === id;

describe('distractorsFor()', () => {
  test('never offers what the question itself tells of: its own subject, object or matter', () => {
    const told = found.flatMap(({ fact, wrong }) => {
      const own = (['subject', 'object', 'about'] as const).map((facet) => valueIn(fact, facet));
      return wrong.filter(
        ({ value }) => value.type === 'entity' && own.some((one) => isEntity(one, value.id)),
      );
    });
    expect(found.some(({ wrong }) => wrong.some(({ value }) => value.type === 'entity'))).toBe(true);
    expect(told).toEqual([]);
  });

  test('says why: what is not on a list by the whole list, and a country by nothing that has no bearing', () => {
    const reasons = found.flatMap(({ fact, key, wrong }) =>
      wrong.map(({ value, certificate }) => ({ fact, key, value, certificate })),
    );
    const listed = reasons.filter(({ certificate }) => certificate.law === 'C4');
    expect(listed.length).toBeGreaterThan(50);
    for (const { key, certificate } of listed)
      expect(certificate.text).toContain(phrase(base, english, { type: 'value', value: key }, 'bare'));
    const countries = reasons.filter(
      ({ value }) => value.type === 'entity' && entityOf(base, value.id).kind === 'country',
    );
    const thinking = countries.filter(({ certificate }) =>
      certificate.text.startsWith(english.misplaced('')),
    );
    expect(thinking.length).toBeGreaterThan(10);
    for (const { fact, certificate } of thinking)
      expect(base.facts.get(certificate.belongsTo ?? fact.id)?.predicate).toBe(fact.predicate);
  });

  test('offers no two values of which one may mean the other, such as a count and the same count, rounded', () => {
    const twins = found.flatMap(({ wrong }) =>
      wrong.flatMap(({ value }, index) =>
        wrong.slice(index + 1).flatMap((other) => (excludes(base, value, other.value) ? [] : [other.text])),
      ),
    );
    expect(
      found.filter(({ key, wrong }) => key.type === 'quantity' && wrong.length > 1).length,
    ).toBeGreaterThan(20);
    expect(twins).toEqual([]);
  });

  test('makes up no share that is more than the whole', () => {
    const shares = found.flatMap(({ wrong }) =>
      wrong.flatMap(({ value }) =>
        value.type === 'quantity' && value.unit === 'per cent' ? [value.amount] : [],
      ),
    );
    expect(shares.length).toBeGreaterThan(10);
    expect(Math.max(...shares)).toBeLessThanOrEqual(100);
  });

  test('offers no date that lies too far off to be taken for the right one', () => {
    const dated = found.flatMap(({ key, wrong }) =>
      wrong.flatMap(({ value }) =>
        key.type === 'date' && value.type === 'date' ? [[key.date, value.date] as const] : [],
      ),
    );
    expect(dated.length).toBeGreaterThan(500);
    // What is made up lies within a few grains of the key, whatever its age.
    const far = dated.filter(([key, wrong]) => !areNearInTime(base, key, wrong) && key.precision !== 'year');
    expect(far).toEqual([]);
  });

  test('offers no amount many times as large or as small as the right one', () => {
    const amounts = found.flatMap(({ key, wrong }) =>
      wrong.flatMap(({ value }) =>
        key.type === 'quantity' && value.type === 'quantity' ? [value.amount / key.amount] : [],
      ),
    );
    expect(amounts.length).toBeGreaterThan(100);
    expect(amounts.filter((ratio) => ratio > 5 || ratio < 1 / 5)).toEqual([]);
  });

  test('offers only what the question takes for granted: of borders opened again, borders', () => {
    const opened = found.filter(({ fact }) => fact.predicate === 'reopened-border-with');
    const neighbours = new Set(
      base.topic.facts.flatMap(({ predicate, subject, object }) =>
        predicate === 'borders' && subject === 'niger' && object.type === 'entity' ? [object.id] : [],
      ),
    );
    const wrong = opened.flatMap((one) => one.wrong.map(({ value }) => value));
    expect(wrong.length).toBeGreaterThan(0);
    for (const value of wrong) expect(value.type === 'entity' && neighbours.has(value.id)).toBe(true);
  });

  test('only finds what a form can use where it says so', () => {
    const { fact, facet } = found.find(({ wrong }) => wrong.length > 4) ?? found[0] ?? expect.fail();
    const few = distractorsFor(base, fact, facet, seededRandom('few'), () => false);
    expect(few).toEqual([]);
  });
});
