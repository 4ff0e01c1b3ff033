import { describe, expect, test } from 'vitest';
import { itemsOf } from '#core/item/generate.ts';
import { asksCertainty, certaintyResult } from '#core/review/certainty.ts';
import { right, wrong } from '#core/review/score.ts';
import { indexTopic } from '#core/fact/base.ts';
import { harbourBase } from '../topic.ts';

const base = harbourBase();
const [item] = itemsOf(base, 1);
if (!item) throw new RangeError('Make the topic give an item');
const answer = { type: 'choice', option: 'a' } as const;

describe('asksCertainty()', () => {
  test('asks after an answer, not after passing or a rating of oneself', () => {
    expect(asksCertainty(base, item, answer)).toBe(true);
    expect(asksCertainty(base, item, { type: 'pass' })).toBe(false);
    expect(asksCertainty(base, item, { type: 'reveal', rating: 'good' })).toBe(false);
  });

  test('never asks where sources differ', () => {
    const facts = base.topic.facts.map((fact) =>
      item.facts.includes(fact.id) ? { ...fact, conflictsWith: [fact.id] } : fact,
    );
    expect(asksCertainty(indexTopic({ ...base.topic, facts }), item, answer)).toBe(false);
    const conflict = { id: 'c', title: '', kind: '', values: [], verdict: '', asking: '', facts: item.facts };
    const disputed = indexTopic({ ...base.topic, conflicts: [conflict as never] });
    expect(asksCertainty(disputed, item, answer)).toBe(false);
  });
});

test('certaintyResult() sums the marks and says how often each certainty was right', () => {
  const result = certaintyResult([
    { score: right, certainty: 3 },
    { score: wrong, certainty: 3 },
    { score: wrong, certainty: 1 },
    { score: { marks: 0.5, verdict: 'almost' }, certainty: 2 },
    { score: right },
  ]);
  expect(result).toEqual({
    marks: -3,
    most: 12,
    levels: [
      { certainty: 1, given: 1, right: 0 },
      { certainty: 2, given: 1, right: 0 },
      { certainty: 3, given: 2, right: 1 },
    ],
  });
  expect(certaintyResult([{ score: right }])).toBeUndefined();
});
