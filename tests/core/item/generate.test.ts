import { describe, expect, test } from 'vitest';
import { factOf } from '#core/fact/base.ts';
import { refute } from '#core/fact/truth.ts';
import { cardsOf, itemsOf, makeItem } from '#core/item/generate.ts';
import type { FormId } from '#core/item/item.ts';
import { card, harbourBase } from '../topic.ts';

const base = harbourBase();
const item = (fact: string, facet: Parameters<typeof card>[1], form: FormId, seed = 7) =>
  makeItem(base, card(fact, facet), form, seed);

describe('makeItem()', () => {
  test('asks in natural English', () => {
    expect(item('opening-date', 'object', 'flashcard')?.stem).toBe(
      'On what date did the opening of the harbour take place?',
    );
    expect(item('opening-place', 'object', 'typed')?.stem).toBe(
      'In which town did the opening of the harbour take place?',
    );
    expect(item('ada-mayor', 'subject', 'typed')?.stem).toBe('Who was the mayor of Port Alba in 1990?');
    expect(item('opening-place', 'object', 'cloze')?.stem).toBe(
      'The opening of the harbour took place in ____.',
    );
    expect(item('opening-date', 'object', 'cloze')?.stem).toBe(
      'The opening of the harbour took place on ____. (day, month and year)',
    );
  });

  test('puts the date before a stem that does not say it', () => {
    expect(item('envoys-spring', 'object', 'flashcard')?.stem).toBe(
      'As of March 1990, how many were the island envoys?',
    );
  });

  test('puts the speaker before a sentence of which somebody else is the subject', () => {
    expect(item('storm-place', 'object', 'flashcard')?.stem).toBe(
      'According to Ada Berg, in which town did the great storm take place?',
    );
    expect(item('storm-place', 'object', 'flashcard')?.explanation).toBe(
      'According to Ada Berg, the great storm took place in Corran.',
    );
    expect(item('speech-words', 'object', 'flashcard')?.stem).toBe(
      'What did Ada Berg call the new toll in June 1990?',
    );
  });

  test('never tells the speaker whom it asks for', () => {
    expect(item('speech-words', 'speaker', 'single-choice')?.stem).toBe(
      'Who called the new toll reckless in June 1990?',
    );
  });

  test('offers the members of a complete list one at a time', () => {
    const choice = item('league-alba', 'object', 'single-choice');
    expect(choice).toBeUndefined();
    expect(item('league-alba', 'object', 'typed')).toBeUndefined();
  });

  test('gives the same item for the same seed and another for another', () => {
    expect(item('opening-date', 'object', 'single-choice', 3)).toEqual(
      item('opening-date', 'object', 'single-choice', 3),
    );
    const variants = new Set(
      [1, 2, 3, 4, 5, 6].map((seed) =>
        JSON.stringify(item('opening-date', 'object', 'single-choice', seed)?.options),
      ),
    );
    expect(variants.size).toBeGreaterThan(1);
  });

  test('says of a wrong option where it belongs', () => {
    const options = [1, 2, 3, 4, 5, 6].flatMap(
      (seed) => item('opening-date', 'object', 'single-choice', seed)?.options ?? [],
    );
    const storm = options.find(({ text }) => text === '12 October 1990');
    expect(storm?.certificate).toMatchObject({
      law: 'C1',
      refutedBy: 'opening-date',
      belongsTo: 'storm-date',
      text: 'You may be thinking of this: The great storm took place on 12 October 1990.',
    });
  });

  test('makes false statements with one slot swapped and offers the repair', () => {
    const judged = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => item('opening-date', 'object', 'true-false', seed));
    const wrong = judged.find((candidate) => candidate?.key === 'false');
    expect(judged.some((candidate) => candidate?.key === 'true')).toBe(true);
    expect(wrong?.stem).not.toBe(wrong?.explanation);
    expect(wrong?.repair?.options.filter(({ correct }) => correct)).toHaveLength(1);
    expect(wrong?.repair?.options.map(({ text }) => text)).not.toContain(wrong?.repair?.wrong);
  });
});

describe('itemsOf()', () => {
  const items = [1, 2, 3].flatMap((seed) => itemsOf(base, seed));

  test('gives every wrong option a certificate and no right one', () => {
    for (const { options, repair } of items) {
      for (const option of [...options, ...(repair?.options ?? [])]) {
        expect(option.certificate === undefined).toBe(option.correct);
      }
    }
  });

  test('offers exactly one right option, which is the key', () => {
    for (const { options, key, interaction } of items) {
      if (interaction !== 'choice') continue;
      expect(options.filter(({ correct }) => correct).map(({ id }) => id)).toEqual([key]);
      expect(new Set(options.map(({ text }) => text)).size).toBe(options.length);
    }
  });

  test('rests each certificate on a fact that refutes', () => {
    for (const { options, facts } of items) {
      for (const { certificate } of options) {
        if (certificate) expect(base.facts.has(certificate.refutedBy)).toBe(true);
      }
      expect(facts.every((id) => base.facts.has(id))).toBe(true);
    }
  });

  test('asks every fact of the story', () => {
    const asked = new Set(items.flatMap(({ facts }) => facts));
    const possible = base.topic.facts
      .filter(({ predicate }) => predicate !== 'member-of-league')
      .map(({ id }) => id);
    expect(possible.filter((id) => !asked.has(id))).toEqual([]);
  });
});

describe('cardsOf()', () => {
  test('leaves out what may not be asked', () => {
    const silent = harbourBase((facts) => facts.map((own) => ({ ...own, ask: 'never' as const })));
    expect(cardsOf(silent)).toEqual([]);
  });

  test('leaves out what a later fact supersedes', () => {
    const superseding = harbourBase((facts) =>
      facts.map((own) =>
        own.id === 'storm-date'
          ? { ...own, supersedes: [factOf(base, card('fair-date', 'object').fact).id] }
          : own,
      ),
    );
    expect(cardsOf(superseding).some(({ fact }) => fact === 'fair-date')).toBe(false);
    expect(cardsOf(superseding).some(({ fact }) => fact === 'storm-date')).toBe(true);
  });
});

test('refute() stands behind every distractor of a question about a value', () => {
  for (const seed of [1, 2, 3]) {
    for (const one of cardsOf(base)) {
      const made = makeItem(base, one, 'single-choice', seed);
      const fact = factOf(base, one.fact);
      for (const option of made?.options ?? []) {
        if (option.correct || !option.certificate?.belongsTo) continue;
        const of = factOf(base, option.certificate.belongsTo);
        const values = [of.object, { type: 'entity', id: of.subject } as const];
        expect(values.some((value) => refute(base, fact, one.facet, value))).toBe(true);
      }
    }
  }
});
