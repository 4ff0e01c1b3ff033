import type { Cell, ClassResults } from '../assignment/class-results.ts';
import type { Marking } from '../assignment/collect.ts';
import type { Base } from '../fact/base.ts';
import { factOfCard } from '../fact/fact.ts';
import type { CardId } from '../fact/fact.ts';
import { makeItem } from '../item/generate.ts';
import type { Item } from '../item/item.ts';
import type { Entry } from '../session/plan.ts';
import type { Ruled } from '../teach/desk.ts';
import type { CorrectedAnswer, Ruling } from '../teach/ruling.ts';
import { correctedAnswer, datesNow } from './corrections.ts';
import type { Correction } from './corrections.ts';
import { standingRulings } from './ruled-results.ts';

/** Results of a class with the facts that they are marked by. */
export interface Class {
  readonly results: ClassResults;
  readonly marking: Marking;
}

/** The questions of a class that ask a corrected fact. */
export interface TouchedClass {
  readonly results: ClassResults;
  /** Indexes of columns. */
  readonly columns: readonly number[];
  /** How many attempts have answered one of them. */
  readonly attempts: number;
  /** What marks them anew: by the newer fact where that has another answer, else for nobody. Empty if nothing changes. */
  readonly remark: readonly Ruling[];
  /** Whether that is done. */
  readonly isRemarked: boolean;
}

/** What a correction means for a class; undefined when nobody was asked the fact. */
export function touchedClass(
  now: Base,
  { results, marking }: Class,
  correction: Correction,
  ruled: readonly Ruled[],
): TouchedClass | undefined {
  const { columns: all, rows, id } = results;
  const cellsAt = (column: number): readonly Cell[] =>
    rows.flatMap(({ cells }) => cells[column] ?? []).filter(({ item }) => asksOne(item.cards, correction));
  const columns = indexesOf(
    all.map((entry, column) => ({ entry, column })),
    ({ entry, column }) =>
      rows.length > 0 ? cellsAt(column).length > 0 : asksOne(cardsAsked(marking, entry), correction),
  );
  if (columns.length === 0) return undefined;
  const attempts = rows.filter(({ cells }) =>
    columns.some((column) => cells[column]?.response && asksOne(cells[column].item.cards, correction)),
  ).length;
  const rulings = columns.flatMap((column): readonly Ruling[] => {
    const entry = all[column];
    if (!entry) return [];
    const { card, form } = entry;
    const items = cellsAt(column).map(({ item }) => item);
    const asked = items.flatMap(({ cards }) => cards).find((one) => factOfCard(one) === correction.old);
    const answer = correctedAnswer(marking.base, now, asked ?? card, correction);
    const ofItem = { assignment: id, card, form };
    if (answer) return [{ ...ofItem, kind: 'correct', ...answer, ...timesOf(now, items) }];
    return correction.now ? [] : [{ ...ofItem, kind: 'void' }];
  });
  const isDone = (ruling: Ruling): boolean =>
    standingRulings(ruled, results, ruling).some(
      (standing) =>
        standing.kind === 'void' ||
        (standing.kind === 'correct' && ruling.kind === 'correct' && standing.old === ruling.old),
    );
  return { results, columns, attempts, remark: rulings, isRemarked: rulings.every(isDone) };
}

/** When everything was that is to be put in order. */
function timesOf(now: Base, items: readonly Item[]): Pick<CorrectedAnswer, 'times'> {
  const facts = items.flatMap(({ layout }) =>
    layout?.type === 'order' ? layout.tiles.map(({ fact }) => fact) : [],
  );
  return facts.length > 0 ? { times: datesNow(now, facts) } : {};
}

export const indexesOf = <T>(list: readonly T[], isMeant: (one: T) => boolean): readonly number[] =>
  list.flatMap((one, index) => (isMeant(one) ? [index] : []));

export const asksOne = (cards: readonly CardId[], { old }: Correction): boolean =>
  cards.some((card) => factOfCard(card) === old);

/** Every card that an entry asks; its own at least, where its item cannot be made. */
export function cardsAsked({ base, cards }: Marking, { card: id, form, seed }: Entry): readonly CardId[] {
  const card = cards.find((one) => one.id === id);
  return (card && makeItem(base, card, form, seed)?.cards) ?? [id];
}
