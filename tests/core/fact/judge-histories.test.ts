import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexTopic } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import { claimOf } from '#core/fact/claim.ts';
import type { Fact } from '#core/fact/fact.ts';
import { judge } from '#core/fact/judge.ts';
import { date, fact, harbour } from '../topic.ts';

/** Two people, three offices, two years, and every history of them that the marks allow. */
const people = ['ada', 'ben'] as const;
const offices = ['mayor', 'warden', 'pilot'] as const;
const years = ['1990', '1991'] as const;
const cells = people.flatMap((person) =>
  offices.flatMap((office) => years.map((year) => ({ person, office, year }))),
);
type History = (person: string, office: string, year: string) => boolean;
const histories: readonly History[] = Array.from({ length: 2 ** cells.length }, (_, bits) => {
  const true_ = new Set(
    cells
      .filter((_cell, index) => (bits >> index) & 1)
      .map(({ person, office, year }) => `${person} ${office} ${year}`),
  );
  return (person, office, year) => true_.has(`${person} ${office} ${year}`);
});

type Span = readonly ('1990' | '1991')[];
const spans: readonly Span[] = [['1990'], ['1991'], ['1990', '1991']];
const timed = (span: Span): Partial<Fact> =>
  span.length === 2 ? { from: date('1990'), to: date('1991') } : { asOf: date(span[0] ?? '') };

interface Told {
  readonly person: string;
  readonly office: string;
  readonly span: Span;
}
const told = fc.record({
  person: fc.constantFrom(...people),
  office: fc.constantFrom(...offices),
  span: fc.constantFrom(...spans),
});
const marks = fc.record({
  functional: fc.boolean(),
  inverseFunctional: fc.boolean(),
  complete: fc.boolean(),
});
type Marks = typeof marks extends fc.Arbitrary<infer M> ? M : never;

const holds = (history: History, { person, office, span }: Told): boolean =>
  span.every((year) => history(person, office, year));

function allowed(
  history: History,
  facts: readonly Told[],
  { functional, inverseFunctional, complete }: Marks,
): boolean {
  return years.every((year) => {
    const one = (list: readonly boolean[]): boolean => list.filter(Boolean).length <= 1;
    const listed = (person: string): readonly string[] =>
      facts
        .filter((known) => known.person === person && known.span.some((own) => own === year))
        .map(({ office }) => office);
    return (
      (!functional ||
        people.every((person) => one(offices.map((office) => history(person, office, year))))) &&
      (!inverseFunctional ||
        offices.every((office) => one(people.map((person) => history(person, office, year))))) &&
      (!complete ||
        people.every(
          (person) =>
            listed(person).length === 0 ||
            offices.every((office) => !history(person, office, year) || listed(person).includes(office)),
        ))
    );
  });
}

function baseOf(facts: readonly Told[], own: Marks): Base {
  const predicates = harbour.predicates.map((predicate) =>
    predicate.id === 'held-office' ? { ...predicate, ...own } : predicate,
  );
  return indexTopic({
    ...harbour,
    predicates,
    facts: facts.map(({ person, office, span }, index) =>
      fact(`f${index}`, person, 'held-office', office, timed(span)),
    ),
  });
}

const everyClaim: readonly Told[] = people.flatMap((person) =>
  offices.flatMap((office) => spans.map((span) => ({ person, office, span }))),
);
const verdictOf = (base: Base, { person, office, span }: Told): string =>
  judge(base, claimOf(fact('claim', person, 'held-office', office, timed(span)))).verdict;

describe('judge() against every possible history', () => {
  const cases = fc.tuple(fc.array(told, { maxLength: 5 }), marks);

  test('entails only what is true in all of them and refutes only what is true in none', () => {
    fc.assert(
      fc.property(cases, ([facts, own]) => {
        const possible = histories.filter(
          (history) => facts.every((known) => holds(history, known)) && allowed(history, facts, own),
        );
        fc.pre(possible.length > 0);
        const base = baseOf(facts, own);
        for (const claim of everyClaim) {
          const ways = possible.filter((history) => holds(history, claim)).length;
          const verdict = verdictOf(base, claim);
          if (verdict === 'entailed') expect(ways).toBe(possible.length);
          if (verdict === 'refuted') expect(ways).toBe(0);
          expect(verdict).not.toBe('disputed');
          if (claim.span.length === 1)
            expect(verdict).toBe(ways === 0 ? 'refuted' : ways === possible.length ? 'entailed' : 'unknown');
        }
      }),
      { numRuns: 30, seed: 1 },
    );
  });

  test('never refutes what it entails, even where the facts contradict one another', () => {
    fc.assert(
      fc.property(cases, ([facts, own]) => {
        const base = baseOf(facts, own);
        for (const known of facts) expect(['entailed', 'disputed']).toContain(verdictOf(base, known));
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  test('says the same when unrelated facts are added', () => {
    const others = harbour.facts.filter(({ predicate }) => predicate !== 'held-office');
    fc.assert(
      fc.property(cases, fc.subarray([...others]), ([facts, own], added) => {
        const base = baseOf(facts, own);
        const larger = indexTopic({ ...base.topic, facts: [...added, ...base.topic.facts] });
        for (const claim of everyClaim) expect(verdictOf(larger, claim)).toBe(verdictOf(base, claim));
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  test('is symmetric: of two claims of which a functional predicate allows one, each refutes the other', () => {
    const pair = fc.uniqueArray(fc.constantFrom(...offices), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(
        pair,
        fc.constantFrom(...spans),
        fc.boolean(),
        ([one = '', other = ''], span, functional) => {
          const own = { functional, inverseFunctional: false, complete: false };
          const refutes = (known: string, claim: string): boolean =>
            verdictOf(baseOf([{ person: 'ada', office: known, span }], own), {
              person: 'ada',
              office: claim,
              span,
            }) === 'refuted';
          expect(refutes(one, other)).toBe(functional);
          expect(refutes(other, one)).toBe(functional);
        },
      ),
      { seed: 4 },
    );
  });
});
