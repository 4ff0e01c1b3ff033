import { describe, expect, test } from 'vitest';
import { factOf, indexTopic } from '#core/fact/base.ts';
import { claimOf } from '#core/fact/claim.ts';
import type { Claim } from '#core/fact/claim.ts';
import type { Fact } from '#core/fact/fact.ts';
import { judge } from '#core/fact/judge.ts';
import { syntheticTopic } from '../synthetic.ts';
import { date, day, entityId, fact, factId, harbour, harbourBase, quantity } from '../topic.ts';

const object = (id: string): Fact['object'] => ({ type: 'entity', id: entityId(id) });
const claimed = (
  subject: string,
  predicate: string,
  value: Fact['object'],
  over: Partial<Fact> = {},
): Claim => claimOf(fact('claim', subject, predicate, value, over));
const ids = (facts: readonly Fact[]): readonly string[] => facts.map(({ id }) => id);

describe('judge()', () => {
  const base = harbourBase();
  const verdict = (claim: Claim, on = base): string => judge(on, claim).verdict;

  test.each<[string, Claim, string]>([
    ['a fact', claimed('opening', 'occurred-on', day('1990-05-01')), 'entailed'],
    ['the month of a day', claimed('opening', 'occurred-on', day('1990-05')), 'entailed'],
    ['another day', claimed('opening', 'occurred-on', day('1990-05-02')), 'refuted'],
    [
      'an office within its years',
      claimed('cleo', 'held-office', object('warden'), { asOf: date('1992') }),
      'entailed',
    ],
    [
      'an office at the edge of its years',
      claimed('cleo', 'held-office', object('warden'), { from: date('1995'), to: date('1999') }),
      'unknown',
    ],
    [
      'an office after its years',
      claimed('cleo', 'held-office', object('warden'), { asOf: date('1999') }),
      'unknown',
    ],
    [
      'an office that another held all that time',
      claimed('ada', 'held-office', object('warden'), { asOf: date('1992') }),
      'refuted',
    ],
    [
      'an office that another held for some of that time',
      claimed('ada', 'held-office', object('warden'), { from: date('1985'), to: date('1990') }),
      'refuted',
    ],
    [
      'a day in the year for which a source speaks',
      claimed('ben', 'held-office', object('mayor'), { asOf: date('1990-03') }),
      'refuted',
    ],
    [
      'a year on one day of which another held it',
      claimed('ben', 'held-office', object('pilot'), { asOf: date('2001') }),
      'unknown',
    ],
    [
      'a rough count',
      claimed('envoys', 'head-count', quantity(40, 'envoys', true), { asOf: date('1990-03') }),
      'entailed',
    ],
    [
      'an exact count where a rough one is known',
      claimed('envoys', 'head-count', quantity(40, 'envoys'), { asOf: date('1990-03') }),
      'unknown',
    ],
    [
      'a count of something else',
      claimed('envoys', 'head-count', quantity(90, 'boats'), { asOf: date('1990-03') }),
      'unknown',
    ],
    [
      'a plain claim that only a speaker vouches for',
      claimed('storm', 'took-place-in', object('corran')),
      'unknown',
    ],
    [
      'the opposite of what only a speaker vouches for',
      claimed('storm', 'took-place-in', object('alba')),
      'unknown',
    ],
    [
      "a speaker's word",
      claimed('storm', 'took-place-in', object('corran'), {
        accordingTo: { type: 'entity', id: entityId('ada') },
        ask: 'according-to',
      }),
      'entailed',
    ],
    [
      "the opposite of a speaker's word",
      claimed('storm', 'took-place-in', object('alba'), {
        accordingTo: { type: 'entity', id: entityId('ada') },
        ask: 'according-to',
      }),
      'refuted',
    ],
    [
      "another speaker's word",
      claimed('storm', 'took-place-in', object('alba'), {
        accordingTo: { type: 'entity', id: entityId('ben') },
        ask: 'according-to',
      }),
      'unknown',
    ],
    ['something of which the base is silent', claimed('speech', 'occurred-on', day('1990-05-01')), 'unknown'],
  ])('knows what to say of %s', (_, claim, expected) => {
    expect(verdict(claim)).toBe(expected);
  });

  test('names the law and the facts', () => {
    const refuted = judge(base, claimed('league', 'member-of-league', object('corran')));
    expect(refuted).toMatchObject({ verdict: 'refuted', law: 'C4' });
    expect(refuted.verdict === 'refuted' && ids([refuted.by, ...refuted.others])).toEqual([
      'league-alba',
      'league-brevik',
    ]);
    expect(
      judge(base, claimed('envoys', 'head-count', quantity(90, 'envoys'), { asOf: date('1990-03') })),
    ).toMatchObject({
      law: 'C2',
      by: { id: 'envoys-spring' },
      others: [{ id: 'envoys-autumn' }],
    });
  });

  const rival = fact('opening-rival', 'opening', 'occurred-on', day('1990-05-03'), {
    conflictsWith: [factId('opening-date')],
  });

  test('takes no side where sources differ, and still refutes what all of them exclude', () => {
    const disputed = harbourBase((facts) => [...facts, rival]);
    const side = judge(disputed, claimed('opening', 'occurred-on', day('1990-05-01')));
    expect(side.verdict === 'disputed' && [ids(side.by), ids(side.against)]).toEqual([
      ['opening-date'],
      ['opening-rival'],
    ]);
    expect(verdict(claimed('opening', 'occurred-on', day('1990-05-03')), disputed)).toBe('disputed');
    expect(verdict(claimed('opening', 'occurred-on', day('1990-05')), disputed)).toBe('entailed');
    expect(verdict(claimed('opening', 'occurred-on', day('1990-06-01')), disputed)).toBe('refuted');
  });

  test('does not listen to facts that are deprecated or superseded', () => {
    const corrected = harbourBase((facts) => [
      ...facts,
      { ...rival, conflictsWith: [], supersedes: [factId('opening-date')] },
    ]);
    expect(verdict(claimed('opening', 'occurred-on', day('1990-05-01')), corrected)).toBe('refuted');
    expect(verdict(claimed('opening', 'occurred-on', day('1990-05-03')), corrected)).toBe('entailed');
    const withdrawn = harbourBase((facts) =>
      facts.map((own) => (own.id === 'opening-date' ? { ...own, rank: 'deprecated' } : own)),
    );
    expect(verdict(claimed('opening', 'occurred-on', day('1990-05-01')), withdrawn)).toBe('unknown');
  });

  test('never tells a part from its whole', () => {
    const joined = indexTopic({
      ...harbour,
      entities: harbour.entities.map((own) =>
        own.id === 'brevik' ? { ...own, overlaps: [entityId('alba')] } : own,
      ),
    });
    expect(verdict(claimed('opening', 'took-place-in', object('brevik')))).toBe('refuted');
    expect(verdict(claimed('opening', 'took-place-in', object('brevik')), joined)).toBe('unknown');
  });

  test.each([['harbour', base] as const, ['synthetic', indexTopic(syntheticTopic(200))] as const])(
    'entails every fact of the %s base',
    (_, own) => {
      for (const told of own.topic.facts) expect(judge(own, claimOf(told)).verdict).toBe('entailed');
    },
  );
});

test('factOf() and claimOf() keep a speaker only where the fact is told with one', () => {
  const base = harbourBase();
  expect(claimOf(factOf(base, factId('storm-place'))).accordingTo).toBeDefined();
  expect(claimOf(factOf(base, factId('opening-place'))).accordingTo).toBeUndefined();
});
