import { describe, expect, test } from 'vitest';
import { changesToTell } from '#core/card/changes.ts';
import { pickings, selectCards } from '#core/card/selection.ts';
import type { Known, Picking } from '#core/card/selection.ts';
import { indexTopic } from '#core/fact/base.ts';
import type { CardId, FactId } from '#core/fact/fact.ts';
import { cardsOf } from '#core/item/generate.ts';
import type { Day } from '#core/memory/day.ts';
import { defaultWeights } from '#core/memory/fsrs.ts';
import type { Memory } from '#core/memory/replay.ts';
import { projectionAfter } from '#core/review/projection.ts';
import { logOf, review } from '../review/some-events.ts';
import { harbourBase } from '../topic.ts';

const base = harbourBase();
const cards = cardsOf(base);
const today = 100 as Day;
const [a, b, c, d] = cards.map(({ id }) => id) as [CardId, CardId, CardId, CardId];

const memory = (stability: number, last: number, due: number): Memory => ({
  stability,
  decay: 0.1542,
  difficulty: 5,
  last: last as Day,
  due: due as Day,
  reviews: 3,
  lapses: 0,
});

const known: Known = {
  memories: new Map([
    [a, memory(50, 90, 140)],
    [b, memory(1, 98, 99)],
    [c, memory(20, 60, 80)],
    [d, memory(1, 99, 100)],
  ]),
  suspended: new Set([d]),
  missed: new Set([b, d]),
  today,
};
const picked = (picking: Picking) => selectCards(base, cards, known, { picking }).map(({ id }) => id);

describe('selectCards()', () => {
  test('gives the due ones, the weakest first, without those set aside', () => {
    expect(picked('due').toSorted()).toEqual([b, c].toSorted());
    expect(picked('weak')).toContain(b);
    expect(picked('weak')).not.toContain(a);
    expect(picked('missed')).toEqual([b]);
    expect(picked('suspended')).toEqual([d]);
  });

  test('gives new ones in the order of the topic', () => {
    expect(picked('new')).toEqual(cards.slice(4).map(({ id }) => id));
  });

  test('gives every card once for all, the weakest first and the new ones last', () => {
    const all = picked('all');
    expect(all.toSorted()).toEqual(cards.map(({ id }) => id).toSorted());
    expect(all.slice(0, 4)).toContain(a);
  });

  test.each(pickings)('keeps to a sub-topic: %s', (picking) => {
    for (const { id: subtopic } of base.topic.subtopics) {
      const chosen = selectCards(base, cards, known, { picking, subtopic });
      expect(chosen.every(({ fact }) => base.facts.get(fact)?.subtopic === subtopic)).toBe(true);
    }
  });
});

test('a projection knows as missed what the latest answer to was wrong', () => {
  const log = logOf('phone', [
    review({ card: a, marks: 0 }),
    review({ card: b, marks: 1 }),
    review({ card: a, marks: 0.9 }),
    review({ card: b, marks: 0.4 }),
  ]);
  expect([...(projectionAfter(log, defaultWeights)?.missed ?? [])]).toEqual([b]);
});

describe('changesToTell()', () => {
  const [first, second] = base.topic.facts;
  if (!first || !second) throw new RangeError('Make the topic have two facts');
  const facts = base.topic.facts.map((fact) =>
    fact.id === second.id ? { ...fact, supersedes: [first.id] } : fact,
  );
  const changed = indexTopic({ ...base.topic, facts });
  const met = [`${first.id}/object` as CardId];

  test('tells a learner who met the old fact, once', () => {
    expect(changesToTell(changed, met, new Set())).toEqual([{ old: first.id, by: second.id }]);
    expect(changesToTell(changed, met, new Set([first.id]))).toEqual([]);
  });

  test('tells nothing to a learner who never met it', () => {
    expect(changesToTell(changed, [`${second.id}/object` as CardId], new Set<FactId>())).toEqual([]);
  });
});
