import type { Item, Interaction } from '../item/item.ts';
import { gradeDate } from './grade-date.ts';
import { gradeMatch } from './grade-match.ts';
import { gradeMultiple } from './grade-multiple.ts';
import { gradeNumber } from './grade-number.ts';
import { gradeOrder } from './grade-order.ts';
import type { Response, Score } from './response.ts';
import { right, scoreOf, wrong } from './score.ts';
import { gradeTyped } from './typed.ts';

/** Marks a response. A response of another shape than the item's interaction is wrong, never an exception. */
export function grade(item: Item, response: Response): Score {
  return graders[item.interaction](item, response);
}

const graders: Readonly<Record<Interaction, (item: Item, response: Response) => Score>> = {
  reveal: (_item, response) => (response.type === 'reveal' ? selfScore[response.rating] : wrong),
  choice: gradeChoice,
  point: gradeChoice,
  'multiple-choice': (item, response) =>
    response.type === 'multiple' ? gradeMultiple(item, response.options) : wrong,
  'text-entry': (item, response) => (response.type === 'text' ? gradeTyped(item, response.text) : wrong),
  number: (item, response) => (response.type === 'number' ? gradeNumber(item, response.value) : wrong),
  order: (item, response) => (response.type === 'order' ? gradeOrder(item, response.order) : wrong),
  match: (item, response) => (response.type === 'match' ? gradeMatch(item, response.pairs) : wrong),
  date: (item, response) => (response.type === 'date' ? gradeDate(item, response.iso) : wrong),
};

const selfScore: Readonly<Record<Extract<Response, { type: 'reveal' }>['rating'], Score>> = {
  again: wrong,
  hard: { marks: 0.7, verdict: 'almost' },
  good: right,
  easy: right,
};

/**
 * A false statement rightly rejected earns half, the other half is for mending it. A right choice over several facts
 * tells that all of them are known; a wrong one does not say which is not, and counts for the card asked alone.
 */
function gradeChoice(item: Item, response: Response): Score {
  if (response.type !== 'choice' || response.option !== item.key) return wrong;
  if (item.cards.length > 1) {
    return scoreOf(
      1,
      item.cards.map((card) => ({ card, marks: 1 })),
    );
  }
  if (!item.repair) return right;
  const mended = item.repair.options.some((option) => option.correct && option.id === response.repair);
  return mended ? right : { marks: 0.5, verdict: 'almost' };
}
