import { describe, expect, test } from 'vitest';
import { formStrengths } from '#core/progress/form-strength.ts';
import { activeReviews } from '#core/review/log.ts';
import { logOf, review } from '../review/some-events.ts';

const strengths = (answers: readonly Parameters<typeof review>[0][]) =>
  formStrengths(activeReviews(logOf('phone', answers.map(review))));

describe('formStrengths()', () => {
  test('takes out what guessing earns', () => {
    const half = { form: 'true-false', guess: 0.5 } as const;
    const [all, none] = [
      { ...half, marks: 1 },
      { ...half, marks: 0 },
    ];
    expect(strengths([all, none])[0]).toMatchObject({ reviews: 2, marks: 0.5, known: 0 });
    expect(strengths([all, all, all, none])[0]).toMatchObject({ marks: 0.75, known: 0.5 });
    expect(strengths([all])[0]).toMatchObject({ marks: 1, known: 1 });
  });

  test('leaves out what came with a hint', () => {
    const cloze = { form: 'cloze', guess: 0 } as const;
    const answers = [
      { ...cloze, marks: 1, hints: 2 },
      { ...cloze, marks: 0 },
    ];
    expect(strengths(answers)[0]).toMatchObject({ reviews: 1, marks: 0 });
  });

  test('lists only forms that were answered, the most answered first', () => {
    const typed = { form: 'typed', guess: 0, marks: 1 } as const;
    expect(strengths([typed, { form: 'cloze' }, typed]).map(({ form }) => form)).toEqual(['typed', 'cloze']);
  });
});
