import type { Item } from '../item/item.ts';
import type { Response, Score } from './response.ts';
import { gradeTyped } from './typed.ts';

/** Marks a response. A response of another shape than the item's interaction is wrong, never an exception. */
export function grade(item: Item, response: Response): Score {
  if (response.type === 'reveal' && item.interaction === 'reveal') return selfScore[response.rating];
  if (response.type === 'choice' && item.interaction === 'choice') return gradeChoice(item, response);
  if (response.type === 'text' && item.interaction === 'text-entry') return gradeTyped(item, response.text);
  return wrong;
}

const right: Score = { marks: 1, verdict: 'right' };
const wrong: Score = { marks: 0, verdict: 'wrong' };

const selfScore: Readonly<Record<Extract<Response, { type: 'reveal' }>['rating'], Score>> = {
  again: wrong,
  hard: { marks: 0.7, verdict: 'almost' },
  good: right,
  easy: right,
};

/** A false statement rightly rejected earns half, the other half is for mending it. */
function gradeChoice(item: Item, response: Extract<Response, { type: 'choice' }>): Score {
  if (response.option !== item.key) return wrong;
  if (!item.repair) return right;
  const mended = item.repair.options.some((option) => option.correct && option.id === response.repair);
  return mended ? right : { marks: 0.5, verdict: 'almost' };
}
