import { describe, expect, test } from 'vitest';
import type { CardId } from '#core/fact/fact.ts';
import { cardsOf, makeItem } from '#core/item/generate.ts';
import type { ItemId } from '#core/item/item.ts';
import type { Day } from '#core/memory/day.ts';
import type { ReviewPayload, SessionId } from '#core/review/event.ts';
import type { Entry, SessionPlan } from '#core/session/plan.ts';
import { askableFacts, formsFor, planQuiz } from '#core/session/quiz.ts';
import { stepOf } from '#core/session/step.ts';
import { planStudy, spread } from '#core/session/study.ts';
import { harbourBase } from '../topic.ts';

const base = harbourBase();
const cards = cardsOf(base);
const sitting = { id: 's1' as SessionId, seed: 11, startedDay: 20_000 as Day };
const spec = { subtopics: [], forms: [], count: 5, seed: 42 };

function answered(entry: Entry, position: number, marks: number): ReviewPayload {
  return {
    session: sitting.id,
    position,
    ...entry,
    item: 'x' as ItemId,
    generator: 1,
    response: { type: 'pass' },
    marks,
    guess: 0,
    tookMs: 1000,
  };
}

/** Answers `marks` in turn, following the plan as the screen would. */
function play(plan: SessionPlan, marks: readonly number[]): ReviewPayload[] {
  const reviews: ReviewPayload[] = [];
  for (const mark of marks) {
    const step = stepOf(plan, reviews);
    if (step.type === 'ask') reviews.push(answered(step.entry, step.position, mark));
  }
  return reviews;
}

describe('planStudy()', () => {
  const plan = planStudy(base, cards, new Map(), sitting);

  test('asks every card once, in a form that can ask it', () => {
    expect(new Set(plan.entries.map(({ card }) => card)).size).toBe(cards.length);
    for (const entry of plan.entries) {
      const card = cards.find(({ id }) => id === entry.card);
      expect(card && makeItem(base, card, entry.form, entry.seed)).toBeDefined();
    }
  });

  test('is the same for the same sitting', () => {
    expect(planStudy(base, cards, new Map(), sitting)).toEqual(plan);
  });

  test('begins new cards with recognition where the facts allow it', () => {
    const dated = plan.entries.find(({ card }) => card === ('opening-date/object' as CardId));
    expect(dated?.form).toBe('single-choice');
  });
});

test('spread() keeps each list in order and puts the fewer among the more', () => {
  expect(spread([1, 2, 3, 4, 5, 6], [7, 8])).toEqual([1, 2, 7, 3, 4, 5, 8, 6]);
  expect(spread([], [1])).toEqual([1]);
});

describe('stepOf()', () => {
  const plan = planStudy(base, cards.slice(0, 3), new Map(), sitting);

  test('follows from the log alone', () => {
    expect(stepOf(plan, [])).toMatchObject({ type: 'ask', position: 0, of: 3 });
    expect(stepOf(plan, play(plan, [1]))).toMatchObject({ type: 'ask', position: 1 });
    expect(stepOf(plan, play(plan, [1, 1, 1]))).toEqual({ type: 'finished', of: 3 });
  });

  test('goes back when the last answer is undone', () => {
    const reviews = play(plan, [1, 0]);
    expect(stepOf(plan, reviews.slice(0, 1))).toEqual(stepOf(plan, play(plan, [1])));
  });

  test('brings a missed card back at the end, with another seed, at most twice', () => {
    const missed = stepOf(plan, play(plan, [0, 1, 1]));
    expect(missed).toMatchObject({
      type: 'ask',
      position: 3,
      of: 4,
      entry: { card: plan.entries[0]?.card, seed: 12 },
    });
    expect(stepOf(plan, play(plan, [0, 1, 1, 0, 0, 0]))).toMatchObject({ type: 'finished', of: 5 });
  });
});

test('formsFor() names the forms that the cards can be asked in', () => {
  const forms = formsFor(base, cards, 1);
  expect(forms).toContain('typed');
  expect(forms).not.toContain('count');
  expect(formsFor(base, [], 1)).toEqual([]);
});

describe('planQuiz()', () => {
  const quiz = planQuiz(base, cards, spec, sitting, 'end');

  test('asks no fact twice and as many as wished', () => {
    const facts = quiz.entries.map(({ card }) => card.split('/')[0]);
    expect(facts).toHaveLength(5);
    expect(new Set(facts).size).toBe(5);
  });

  test('uses only the wished forms', () => {
    const typed = planQuiz(base, cards, { ...spec, forms: ['typed'] }, sitting, 'end');
    expect(new Set(typed.entries.map(({ form }) => form))).toEqual(new Set(['typed']));
  });

  test('mixes the forms', () => {
    expect(new Set(quiz.entries.map(({ form }) => form)).size).toBeGreaterThanOrEqual(3);
  });

  test('is the same for the same seed and another for another', () => {
    expect(planQuiz(base, cards, spec, sitting, 'end')).toEqual(quiz);
    expect(planQuiz(base, cards, { ...spec, seed: 43 }, sitting, 'end').entries).not.toEqual(quiz.entries);
  });

  test('has as many items as the facts give when more are wished', () => {
    const all = planQuiz(base, cards, { ...spec, count: 1000 }, sitting, 'end').entries.length;
    expect(all).toBeLessThanOrEqual(askableFacts(base, cards, spec));
    expect(all).toBeLessThan(1000);
  });

  test('does not bring a missed card back', () => {
    expect(stepOf(quiz, play(quiz, [0, 0, 0, 0, 0]))).toMatchObject({ type: 'finished', of: 5 });
  });
});
