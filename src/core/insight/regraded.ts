import { factOfCard } from '../fact/fact.ts';
import type { FactId } from '../fact/fact.ts';
import type { Item, Option } from '../item/item.ts';
import { foldText } from '../item/words.ts';
import { grade } from '../review/grade.ts';
import type { Response, Score } from '../review/response.ts';
import { right, wrong } from '../review/score.ts';
import type { CorrectedAnswer } from '../teach/ruling.ts';

/** Whether an item asks a fact, alone or with others. */
export const asks = ({ cards }: Pick<Item, 'cards'>, fact: FactId): boolean =>
  cards.some((card) => factOfCard(card) === fact);

/**
 * The mark of an answer by what is right since its fact was corrected. Where an item did not offer that, nobody could
 * know better and every answer is right; an item that does not ask the fact keeps its mark.
 */
export function regraded(item: Item, response: Response, answer: CorrectedAnswer): Score {
  if (!asks(item, answer.old)) return grade(item, response);
  if (response.type === 'pass') return wrong;
  return answerable(item, response, answer) ?? right;
}

function answerable(item: Item, response: Response, answer: CorrectedAnswer): Score | undefined {
  if (item.cards.length > 1) return undefined;
  switch (response.type) {
    case 'choice':
      return item.options.some(({ id }) => id === 'true')
        ? judged(item, response, answer)
        : chosen(item.options, response.option, answer);
    case 'text':
    case 'number':
      return typed(item, response, answer);
    default:
      return undefined;
  }
}

const isSame = (a: string, b: string): boolean => foldText(a) === foldText(b);

/** Only where the key was the old answer itself, and the new one was offered. */
function chosen(options: readonly Option[], id: string, { was, text }: CorrectedAnswer): Score | undefined {
  const asked = options.some((option) => option.correct && isSame(option.text, was));
  const next = options.find((option) => isSame(option.text, text));
  return asked && next ? (next.id === id ? right : wrong) : undefined;
}

type Choice = Extract<Response, { readonly type: 'choice' }>;

/** A statement is true now if it says the new answer. Where that could not be put in its place, rejecting it is all. */
function judged(
  { key, repair }: Item,
  { option, repair: mended }: Choice,
  { text, accepted }: CorrectedAnswer,
): Score | undefined {
  if (key === 'false' && !repair) return undefined;
  const isTrueNow = repair !== undefined && isSame(repair.wrong, text);
  if (isTrueNow) return option === 'true' ? right : wrong;
  if (option === 'true') return wrong;
  const next = repair?.options.find((one) => accepted.some((words) => isSame(one.text, words)));
  return !next || next.id === mended ? right : { marks: 0.5, verdict: 'almost' };
}

/** Only where the old answer was a right one to type, and the new one is of the same sort. */
function typed(item: Item, response: Response, answer: CorrectedAnswer): Score | undefined {
  const { text: key, accepted, entry } = answer;
  const { entry: old, ...rest } = item;
  const asked = [item.key, ...item.accepted].some((words) => isSame(words, answer.was));
  if (!asked || (old?.type ?? 'words') !== (entry?.type ?? 'words')) return undefined;
  const rivals = item.rivals.filter((rival) => !accepted.some((words) => isSame(words, rival)));
  return grade({ ...rest, key, accepted, rivals, ...(entry && { entry }) }, response);
}
