import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/main.ts';

const { answer } = run(['plan', '--json'], 'content');
const ask = (state: unknown) =>
  JSON.parse(answer?.(typeof state === 'string' ? state : JSON.stringify(state)) ?? '');
const facts = Array.from({ length: 40 }, (_, place) => ({ id: `f${place}` }));
const state = { today: '2026-11-25', examDay: '2026-12-12', minutes: 5, facts };

describe('plan', () => {
  test('answers with ids in order, within the minutes', () => {
    const { queue, more, new: fresh, minutes } = ask(state);
    expect(queue.length).toBe(17);
    expect(fresh).toEqual(queue);
    expect(minutes).toBeCloseTo(5.1);
    expect(more.length).toBeGreaterThan(0);
  });

  test('says what recall at the exam would be, and that today raises it', () => {
    const { now, planned } = ask(state).recallAtExam;
    expect(now).toBe(0);
    expect(planned).toBeGreaterThan(0.2);
  });

  test('takes days as dates or as numbers, and ratings as words or numbers', () => {
    const met = (day: unknown, rating: unknown) => [{ id: 'a', reviews: [{ day, rating }] }];
    const dates = ask({ ...state, facts: met('2026-11-20', 'good') });
    const numbers = ask({ today: 20_782, examDay: 20_799, minutes: 5, facts: met(20_777, 3) });
    expect(dates).toEqual(numbers);
    expect(dates.queue).toEqual(['a']);
  });

  test.each([
    ['{', 'the line'],
    ['[]', 'the line'],
    ['null', 'the line'],
    [{ ...state, today: '2026-02-30' }, 'today'],
    [{ ...state, today: 1.5 }, 'today'],
    [{ ...state, examDay: 'soon' }, 'examDay'],
    [{ ...state, minutes: -1 }, 'minutes'],
    [{ ...state, minutes: '10' }, 'minutes'],
    [{ ...state, facts: {} }, 'facts'],
    [{ ...state, facts: [null] }, 'facts[0]'],
    [{ ...state, facts: [{ id: 'a' }, { id: 'a' }] }, 'facts[1].id'],
    [{ ...state, facts: [{ id: 'a', reviews: 3 }] }, 'facts[0].reviews'],
    [{ ...state, facts: [{ id: 'a', reviews: [{ day: 1, rating: 5 }] }] }, 'facts[0].reviews[0].rating'],
    [{ ...state, facts: [{ id: 'a', reviews: [{ day: 1e12, rating: 1 }] }] }, 'facts[0].reviews[0].day'],
    [{ ...state, facts: [{ id: 'a', rivals: [1] }] }, 'facts[0].rivals[0]'],
    [{ ...state, facts: [{ id: 'a', importance: 0 }] }, 'facts[0].importance'],
  ])('answers %j with the field that is wrong', (line, field) => {
    const { error } = ask(line);
    expect(error.field).toBe(field);
    expect(error.message).toMatch(/^(?:Write|Give) /);
  });

  test('makes sense of an exam in the past and of no minutes, and says so', () => {
    expect(ask({ ...state, examDay: '2020-01-01' }).notes).toEqual([
      'The exam day is past: this is a plan for the long term',
    ]);
    const none = ask({ ...state, minutes: 0 });
    expect(none.queue).toEqual([]);
    expect(none.notes).toEqual(['There are no minutes left today']);
  });

  test('leaves out ten thousand suspended facts', () => {
    const suspended = Array.from({ length: 10_000 }, (_, place) => ({ id: `s${place}`, suspended: true }));
    expect(ask({ ...state, facts: [...suspended, ...facts] })).toEqual(ask(state));
    expect(ask({ ...state, facts: suspended })).toMatchObject({
      queue: [],
      recallAtExam: null,
      notes: ['There is no fact to ask: none is given, or all are suspended'],
    });
  });

  test('bears a log that is out of order, has duplicates and gaps, and reaches into the future', () => {
    const reviews = [
      { day: '2026-11-20', rating: 'good' },
      { day: '2020-01-01', rating: 'again' },
      { day: '2026-11-20', rating: 'good' },
      { day: '2026-12-24', rating: 'easy' },
    ];
    const { queue, notes } = ask({ ...state, facts: [{ id: 'a', reviews }] });
    expect(queue).toEqual(['a']);
    expect(notes).toEqual(['1 review is dated after today and was left out']);
  });

  test('keeps rivals and sides of a group apart and prerequisites first', () => {
    const { queue } = ask({
      ...state,
      facts: [
        { id: 'detail', after: ['head'], importance: 3 },
        { id: 'head' },
        { id: 'twin', rivals: ['head'] },
        { id: 'side', group: 'detail' },
      ],
    });
    expect(queue).toEqual(['head', 'detail']);
  });
});

describe('simulate', () => {
  test('writes recall, later recall and minutes with their bounds', () => {
    const args = [
      'simulate',
      '--facts',
      '40',
      '--days',
      '5',
      '--minutes',
      '4',
      '--policy',
      'leitner',
      '--runs',
      '4',
      '--json',
    ];
    const [line, ...others] = run(args, 'content').lines;
    expect(others).toEqual([]);
    const { examRecall, later, minutes } = JSON.parse(line ?? '');
    for (const { mean, low, high } of [examRecall, later, minutes]) {
      expect(low).toBeLessThanOrEqual(mean);
      expect(high).toBeGreaterThanOrEqual(mean);
    }
    expect(examRecall.mean).toBeGreaterThan(later.mean);
  });

  test.each([
    [['--policy', 'sm3'], 'There is no policy "sm3"; the policies are exam, retention'],
    [['--truth', 'x'], 'There is no truth "x"; the truths are fsrs'],
    [['--missed', '101'], 'write a whole number from 0 to 100'],
  ])('says in one sentence what is wrong with %j', (args, sentence) => {
    expect(run(['simulate', ...args], 'content').complaint).toContain(sentence);
  });
});
