import { briefingOf, contentsOf } from '#core/explore/briefing.ts';
import type { Briefing } from '#core/explore/briefing.ts';
import type { Fact } from '#core/fact/fact.ts';
import { describe, expect, test } from 'vitest';
import { date, entityId, factId, harbour, harbourBase } from '../topic.ts';

const sentencesOf = (briefing: Briefing | undefined) =>
  (briefing?.chapters ?? []).flatMap(({ paragraphs }) => paragraphs.flat());
const change = (id: string, over: Partial<Fact>) => (facts: readonly Fact[]) =>
  facts.map((fact) => (fact.id === id ? { ...fact, ...over } : fact));

describe('briefingOf()', () => {
  const briefing = briefingOf(harbourBase(), 'story');

  test('tells every fact of the sub-topic once', () => {
    const told = sentencesOf(briefing).map(({ fact }) => fact);
    expect(told.toSorted()).toEqual(harbour.facts.map(({ id }) => id).toSorted());
  });

  test('begins with what has no date and goes on year by year', () => {
    const years = briefing?.chapters.map(({ year }) => year);
    expect(years).toEqual([undefined, '1980', '1989', '1990', '1995']);
  });

  test('tells a fact about an event at the date of the event', () => {
    const told = sentencesOf(briefing).map(({ fact }) => fact);
    expect(told.indexOf(factId('opening-place'))).toBe(told.indexOf(factId('opening-date')) + 1);
  });

  test('puts the more important of two facts of one day first', () => {
    const base = harbourBase(change('opening-date', { importance: 'detail' }));
    const told = sentencesOf(briefingOf(base, 'story')).map(({ fact }) => fact);
    expect(told.indexOf(factId('opening-place'))).toBeLessThan(told.indexOf(factId('opening-date')));
  });

  test('keeps paragraphs short', () => {
    const lengths = briefing?.chapters.flatMap(({ paragraphs }) => paragraphs.map(({ length }) => length));
    expect(Math.max(...(lengths ?? []))).toBeLessThanOrEqual(5);
  });

  test('marks each sentence with notes that are there', () => {
    expect(briefing?.notes.map(({ id }) => id)).toEqual(['gazette']);
    expect(sentencesOf(briefing).every(({ marks }) => marks.join() === '1')).toBe(true);
  });

  test('names the speaker of a claim that is never asked', () => {
    const base = harbourBase(change('storm-place', { ask: 'never' }));
    const storm = sentencesOf(briefingOf(base, 'story')).find(({ fact }) => fact === 'storm-place');
    expect(storm?.text).toBe('According to Ada Berg, the great storm took place in Corran.');
  });

  test('marks what was superseded and does not offer it for study', () => {
    const base = harbourBase(change('ben-mayor', { supersedes: [factId('ada-mayor')] }));
    const later = briefingOf(base, 'story');
    expect(sentencesOf(later).filter(({ superseded }) => superseded)).toMatchObject([{ fact: 'ada-mayor' }]);
    expect(later?.facts).not.toContain('ada-mayor');
    expect(later?.facts).toContain('ben-mayor');
  });

  test('is undefined for a sub-topic that is not there', () => {
    expect(briefingOf(harbourBase(), 'nowhere')).toBeUndefined();
  });

  test('orders by the moment of a fact rather than by that of its event', () => {
    const base = harbourBase(change('speech-giver', { at: date('1999'), occasion: entityId('fair') }));
    expect(briefingOf(base, 'story')?.chapters.at(-1)?.year).toBe('1999');
  });
});

describe('contentsOf()', () => {
  test('counts the facts of each sub-topic', () => {
    expect(contentsOf(harbourBase())).toEqual([
      { id: 'story', title: 'The story', facts: harbour.facts.length },
    ]);
  });

  test('leaves out a sub-topic without facts', () => {
    expect(contentsOf(harbourBase(() => []))).toEqual([]);
  });
});
