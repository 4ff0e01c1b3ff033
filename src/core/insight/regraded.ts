import { factOfCard } from '../fact/fact.ts';
import type { FactId } from '../fact/fact.ts';
import { firstDayOf, lastDayOf } from '../fact/calendar.ts';
import { isSurelyBefore } from '../item/chronicle.ts';
import type { Period } from '../item/chronicle.ts';
import type { Item, Option } from '../item/item.ts';
import type { Tile } from '../item/layout.ts';
import { foldText } from '../item/words.ts';
import { grade } from '../review/grade.ts';
import type { Pair, Response, Score } from '../review/response.ts';
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
  if (response.type === 'order') return ordered(item, response.order, answer);
  if (response.type === 'match') return matched(item, response.pairs, answer);
  if (item.cards.length > 1) return undefined;
  switch (response.type) {
    case 'choice':
      return item.options.some(({ id }) => id === 'true')
        ? judged(item, response, answer)
        : chosen(item.options, response.option, answer);
    case 'text':
    case 'number':
      return typed(item, response, answer);
    case 'date':
      return dated(item, response.iso, answer);
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

/**
 * By when everything was, as it is known now. Where that leaves open which of two came first, as the student has it is
 * right.
 */
function ordered(item: Item, order: readonly string[], { times }: CorrectedAnswer): Score | undefined {
  const { layout } = item;
  if (layout?.type !== 'order' || !times) return undefined;
  const periods = new Map(layout.tiles.map(({ id, fact }) => [id, periodOf(times[fact])]));
  if (!order.every((id) => periods.get(id))) return undefined;
  const isBefore = (a: string, b: string): boolean => {
    const [one, other] = [periods.get(a), periods.get(b)];
    return one !== undefined && other !== undefined && isSurelyBefore(one, other);
  };
  const solution: string[] = [];
  for (let left = [...order]; left.length > 0; left = left.filter((id) => !solution.includes(id))) {
    const next = left.find((id) => !left.some((other) => isBefore(other, id)));
    if (next === undefined) return undefined;
    solution.push(next);
  }
  return grade({ ...item, layout: { ...layout, solution } }, { type: 'order', order });
}

function periodOf(iso: string | undefined): Period | undefined {
  const [first, last] = iso === undefined ? [] : [firstDayOf(iso), lastDayOf(iso)];
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** The corrected tile belongs to the target that says the new answer, or its year; where none does, it does not count. */
function matched(
  item: Item,
  pairs: readonly Pair[],
  { old, text, entry }: CorrectedAnswer,
): Score | undefined {
  const { layout } = item;
  if (layout?.type !== 'match') return undefined;
  const year = entry?.type === 'date' ? entry.date.iso.slice(0, 4) : undefined;
  const target = layout.targets.find((one) => isSame(one.text, text) || one.text === year);
  const isOld = ({ fact }: Tile): boolean => fact === old;
  const tiles = target ? layout.tiles : layout.tiles.filter((tile) => !isOld(tile));
  if (tiles.length === 0) return undefined;
  const moved = target ? layout.tiles.filter(isOld).map(({ id }) => [id, target.id]) : [];
  const solution = { ...layout.solution, ...Object.fromEntries(moved) };
  return grade({ ...item, layout: { ...layout, tiles, solution } }, { type: 'match', pairs });
}

/** Only where the new date can be set on the axis. */
function dated(item: Item, iso: string, { entry }: CorrectedAnswer): Score | undefined {
  const { layout } = item;
  const period = entry?.type === 'date' ? periodOf(entry.date.iso) : undefined;
  if (layout?.type !== 'axis' || entry?.type !== 'date' || !period) return undefined;
  const [start, end] = [firstDayOf(layout.start), lastDayOf(layout.end)];
  if (start === undefined || end === undefined || period.first < start || period.last > end) return undefined;
  const right = [entry.date.iso, entry.date.iso] as const;
  return grade({ ...item, layout: { ...layout, right } }, { type: 'date', iso });
}

/** What an item says to be so, by the newer fact. */
export function renewed(item: Item, { old, said, says }: CorrectedAnswer): Item {
  if (said === undefined || says === undefined) return item;
  const { layout, explanation } = item;
  const isAlone = item.cards.length === 1 && !explanation.includes(said);
  const changed = { ...item, explanation: isAlone ? says : explanation.replace(said, says) };
  if (!layout || layout.type === 'axis') return changed;
  const tiles = layout.tiles.map((tile) => (tile.fact === old ? { ...tile, truth: says } : tile));
  return { ...changed, layout: { ...layout, tiles } };
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
