import { expect, test } from 'vitest';

import { actorCounts, momentOf, momentsOf, momentsWith, periodsOf } from '#core/explore/timeline.ts';
import { date, day, entityId, fact, harbourBase } from '../topic.ts';

const base = harbourBase();
const moments = momentsOf(base);
const idsOf = (list: typeof moments): readonly string[] => list.map((moment) => moment.fact.id);

test('momentsOf() puts dated facts in order, the less exact first, and leaves undated ones out', () => {
  expect(idsOf(moments)).toEqual([
    'dan-pilot',
    'cleo-warden',
    'ada-mayor',
    'envoys-spring',
    'opening-date',
    'speech-words',
    'fair-date',
    'envoys-autumn',
    'storm-date',
    'ben-mayor',
  ]);
});

test('momentsOf() leaves deprecated facts out', () => {
  const withdrawn = harbourBase((facts) => facts.map((one) => ({ ...one, rank: 'deprecated' as const })));
  expect(momentsOf(withdrawn)).toEqual([]);
});

test.each([
  ['at', fact('x', 'ada', 'called', 'ben', { at: date('1990-06'), asOf: date('1991') }), '1990-06', 'on'],
  ['object', fact('x', 'storm', 'occurred-on', day('1990-10-12')), '1990-10-12', 'on'],
  ['from', fact('x', 'ada', 'held-office', 'mayor', { from: date('1989') }), '1989', 'since'],
  ['asOf', fact('x', 'ada', 'held-office', 'mayor', { asOf: date('1990') }), '1990', 'as-of'],
] as const)('momentOf() reads the date from %s', (_, dated, iso, bearing) => {
  expect(momentOf(dated)).toMatchObject({ date: { iso }, bearing });
});

test('momentOf() is undefined without a date', () => {
  expect(momentOf(fact('x', 'ada', 'held-office', 'mayor'))).toBeUndefined();
});

test('momentsWith() finds subjects, objects and speakers; actorCounts() agrees with it', () => {
  expect(idsOf(momentsWith(moments, entityId('ada')))).toEqual(['ada-mayor', 'speech-words']);
  for (const [actor, count] of actorCounts(moments)) expect(momentsWith(moments, actor)).toHaveLength(count);
});

test.each(['year', 'month', 'day'] as const)(
  'periodsOf() by %s keeps every moment once, in order',
  (zoom) => {
    const periods = periodsOf(moments, zoom);
    expect(idsOf(periods.flatMap((period) => period.moments)).toSorted()).toEqual(idsOf(moments).toSorted());
    const dates = periods.map((period) => period.date.iso);
    expect(dates).toEqual(dates.toSorted());
    expect(new Set(dates).size).toBe(dates.length);
  },
);

test('periodsOf() gives a coarser date a period of its own', () => {
  const isos = periodsOf(moments, 'month').map((period) => period.date.iso);
  expect(isos).toContain('1990');
  expect(isos).toContain('1990-05');
});
