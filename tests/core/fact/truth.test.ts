import { describe, expect, test } from 'vitest';
import { factOf } from '#core/fact/base.ts';
import type { Facet } from '#core/fact/fact.ts';
import { answersTo, refute } from '#core/fact/truth.ts';
import type { Value } from '#core/fact/value.ts';
import { day, entityId, fact, factId, harbourBase, quantity, text } from '../topic.ts';

const entity = (id: string): Value => ({ type: 'entity', id: entityId(id) });

describe('refute()', () => {
  const base = harbourBase();
  const law = (id: string, facet: Facet, value: Value): string | undefined =>
    refute(base, factOf(base, factId(id)), facet, value)?.law;

  test.each<[string, string, Facet, Value, string | undefined]>([
    ['another value of a functional predicate', 'opening-date', 'object', day('1990-10-12'), 'C1'],
    ['nothing that may be the same date', 'opening-date', 'object', day('1990-05'), undefined],
    ['the value of another time as such', 'envoys-spring', 'object', quantity(90, 'envoys'), 'C2'],
    [
      'no amount within the tolerance of a rough count',
      'envoys-spring',
      'object',
      quantity(42, 'envoys'),
      undefined,
    ],
    ['a town that a complete list lacks', 'league-alba', 'object', entity('corran'), 'C4'],
    ['no other member of the list', 'league-alba', 'object', entity('brevik'), undefined],
    ['another holder of an office at that time', 'ada-mayor', 'subject', entity('cleo'), 'C1'],
    ['an office that somebody else held then', 'ada-mayor', 'object', entity('warden'), 'C1'],
    ['another speaker on an occasion whose speaker is known', 'speech-words', 'speaker', entity('ben'), 'C1'],
    ['no text that nothing excludes', 'speech-words', 'object', text('unwise'), undefined],
    ['no value that the author withholds', 'fair-date', 'object', day('1990-10-12'), undefined],
    ['a subject that has another value', 'opening-date', 'subject', entity('storm'), 'C1'],
    ['no subject of which the base says nothing', 'opening-date', 'subject', entity('speech'), undefined],
  ])('refutes %s', (_, id, facet, value, expected) => {
    expect(law(id, facet, value)).toBe(expected);
  });

  test('does not refute an office held by another at another time', () => {
    const changed = harbourBase((facts) =>
      facts
        .filter(({ id }) => id !== 'cleo-warden')
        .concat(
          fact('cleo-later', 'cleo', 'held-office', 'warden', { asOf: { iso: '1999', precision: 'year' } }),
        ),
    );
    expect(refute(changed, factOf(changed, factId('ada-mayor')), 'object', entity('warden'))).toBeUndefined();
  });

  test('does not refute the rival report of a conflict', () => {
    const rival = fact('opening-rival', 'opening', 'occurred-on', day('1990-05-02'));
    const changed = harbourBase((facts) => [
      ...facts.map((own) => (own.id === 'opening-date' ? { ...own, conflictsWith: [rival.id] } : own)),
      rival,
    ]);
    const opening = factOf(changed, factId('opening-date'));
    expect(refute(changed, opening, 'object', day('1990-05-02'))).toBeUndefined();
    expect(answersTo(changed, opening, 'object')).toHaveLength(2);
  });
});
