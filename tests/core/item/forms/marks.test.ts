import { expect, test } from 'vitest';
import { grade } from '#core/review/grade.ts';
import { itemsIn, storyBase } from './story.ts';

test('grade() of a choice over several facts tells of all when right, of the card asked when wrong', () => {
  for (const item of itemsIn(storyBase(), 'what-followed')) {
    const right = grade(item, { type: 'choice', option: item.key });
    expect(right.parts).toEqual(item.cards.map((card) => ({ card, marks: 1 })));
    const other = item.options.find(({ correct }) => !correct)?.id ?? '';
    expect(grade(item, { type: 'choice', option: other })).toEqual({ marks: 0, verdict: 'wrong' });
  }
});
