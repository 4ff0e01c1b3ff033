import type { Base } from '../fact/base.ts';
import type { CardId, FactId } from '../fact/fact.ts';
import type { Item, Option } from '../item/item.ts';
import { foldText } from '../item/words.ts';
import type { Day } from '../memory/day.ts';
import type { ReviewPayload } from '../review/event.ts';
import type { ReviewEvent } from '../review/log.ts';
import type { Response } from '../review/response.ts';

/** Something a learner took for something else. */
export interface Mistake {
  readonly card: CardId;
  /** What would have been right, and what was taken for it. */
  readonly right: string;
  readonly taken: string;
  /** The fact whose value was taken. */
  readonly of?: FactId;
  readonly day: Day;
}

/** Two things that are taken for one another, either way. */
export interface Confusion {
  readonly between: readonly [string, string];
  readonly times: number;
  readonly last: Day;
  /** The cards that it happened to. */
  readonly cards: readonly CardId[];
  /** Facts whose values were taken: what a contrast item offers against the right one. */
  readonly lures: readonly FactId[];
  /** Whether each of these cards has been right twice since. */
  readonly settled: boolean;
}

/** Makes the item of a review again; undefined when newer content cannot. */
export type Remake = (review: ReviewPayload) => Item | undefined;

/** The confusion graph of a log: its edges, those that still happen first, then the most frequent. */
export function confusionsOf(
  base: Base,
  reviews: readonly ReviewEvent[],
  remake: Remake,
): readonly Confusion[] {
  const edges = new Map<string, Mistake[]>();
  for (const { dayKey, payload } of reviews) {
    if (payload.marks === 1 || payload.response.type === 'reveal' || payload.response.type === 'pass')
      continue;
    const item = remake(payload);
    for (const mistake of item ? mistakesIn(base, item, payload.response, dayKey) : []) {
      const edge = edgeKey(mistake);
      edges.set(edge, [...(edges.get(edge) ?? []), mistake]);
    }
  }
  const rights = rightDays(reviews);
  return [...edges.values()]
    .map((mistakes) => confusionOf(mistakes, rights))
    .toSorted((a, b) => Number(a.settled) - Number(b.settled) || b.times - a.times || b.last - a.last);
}

/** What a response took for what. */
export function mistakesIn(base: Base, item: Item, response: Response, day: Day): readonly Mistake[] {
  const mistake = (right: string, taken: string, of?: FactId): Mistake => ({
    card: item.card,
    right,
    taken,
    ...(of && { of }),
    day,
  });
  switch (response.type) {
    case 'choice':
      return wrongPicks(item, response).flatMap(({ picked, from }) => {
        const right = from.find(({ correct }) => correct);
        return right && isNamed(picked)
          ? [mistake(right.text, picked.text, picked.certificate?.belongsTo)]
          : [];
      });
    case 'text':
      return rivalNamed(base, item, response.text).map((name) => mistake(item.key, name));
    case 'match': {
      const { layout } = item;
      if (layout?.type !== 'match' || layout.shared) return [];
      const text = (id: string | undefined): string =>
        layout.targets.find((target) => target.id === id)?.text ?? '';
      return response.pairs
        .filter(({ tile, target }) => layout.solution[tile] !== target && text(target) !== '')
        .map(({ tile, target }) => mistake(text(layout.solution[tile]), text(target)));
    }
    default:
      return [];
  }
}

/** Options that were wrongly chosen, each with the options it was chosen from. */
function wrongPicks(
  item: Item,
  response: Extract<Response, { type: 'choice' }>,
): readonly { readonly picked: Option; readonly from: readonly Option[] }[] {
  const lists = [
    { from: item.options, id: response.option },
    { from: item.repair?.options ?? [], id: response.repair },
  ];
  return lists.flatMap(({ from, id }) => {
    const picked = from.find((option) => option.id === id);
    return picked && !picked.correct ? [{ picked, from }] : [];
  });
}

/** "True" taken for "False" says nothing about which two things were confused. */
const isNamed = ({ id }: Option): boolean => id !== 'true' && id !== 'false';

/** The name that was typed, where it is another thing's. */
function rivalNamed(base: Base, item: Item, text: string): readonly string[] {
  const typed = foldText(text.slice(0, 200));
  const rival = item.rivals.find((name) => foldText(name) === typed);
  if (rival === undefined) return [];
  const owner = base.topic.entities.find(({ name, aliases }) => name === rival || aliases.includes(rival));
  return [owner?.name ?? rival];
}

const edgeKey = ({ right, taken }: Mistake): string =>
  [foldText(right), foldText(taken)].toSorted().join('\n');

function confusionOf(mistakes: readonly Mistake[], rights: ReadonlyMap<CardId, readonly Day[]>): Confusion {
  const [first] = mistakes;
  if (!first) throw new RangeError('Give at least one mistake');
  const last = mistakes.reduce<Day>((latest, { day }) => (day > latest ? day : latest), first.day);
  const cards = [...new Set(mistakes.map(({ card }) => card))];
  const [a = '', b = ''] = [first.right, first.taken].toSorted((x, y) =>
    foldText(x) < foldText(y) ? -1 : 1,
  );
  return {
    between: [a, b],
    times: mistakes.length,
    last,
    cards,
    lures: [...new Set(mistakes.flatMap(({ of }) => of ?? []))],
    settled: cards.every((card) => (rights.get(card) ?? []).filter((day) => day > last).length >= 2),
  };
}

/** The days on which each card was answered fully right. */
function rightDays(reviews: readonly ReviewEvent[]): ReadonlyMap<CardId, readonly Day[]> {
  const days = new Map<CardId, Day[]>();
  for (const { dayKey, payload } of reviews) {
    if (payload.marks < 1) continue;
    const known = days.get(payload.card);
    if (known) known.push(dayKey);
    else days.set(payload.card, [dayKey]);
  }
  return days;
}
