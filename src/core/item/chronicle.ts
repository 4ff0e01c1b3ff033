import { entityOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import { firstDayOf, lastDayOf } from '../fact/calendar.ts';
import { cardId } from '../fact/fact.ts';
import type { Card, Fact, FactId } from '../fact/fact.ts';
import { entitiesNamed } from '../fact/names.ts';
import { answersTo } from '../fact/truth.ts';
import type { EntityId, PartialDate } from '../fact/value.ts';
import { languageOf } from '../language/index.ts';
import { mayAsk } from './askable.ts';
import { areNearInTime } from './near-in-time.ts';
import { shuffle } from './random.ts';
import type { Random } from './random.ts';
import { eventPhrase } from './sentence.ts';
import { namesMonth, yearsIn } from './time-words.ts';
import { contentWords, foldText } from './words.ts';

/** Something that happened once, at a time on which no source differs, and that can be named without its date. */
export interface Happening {
  readonly fact: Fact;
  readonly card: Card;
  /** A noun phrase: "the announcement of the sanctions". */
  readonly phrase: string;
  /** The same as it stands alone. */
  readonly title: string;
  readonly date: PartialDate;
  /** First and last day on which it may have been, as day numbers. */
  readonly first: number;
  readonly last: number;
  /** Its year, where it is known to lie in one. */
  readonly year: string;
  /** The years that its title names. */
  readonly namedYears: readonly string[];
  /** Words that hardly any other title has: those that share one may tell their own order ("order", "departure"). */
  readonly rare: ReadonlySet<string>;
  /** Words that most titles lack. */
  readonly topical: ReadonlySet<string>;
  /** The people whom its title names: what befell one of them has an order of its own ("election", "inauguration"). */
  readonly people: ReadonlySet<EntityId>;
  /** Whether the title speaks of its place in a sequence ("first", "after"), which tells beside one on the same topic. */
  readonly sequential: boolean;
}

/** Everything that happened, earliest first, and where in it each fact stands. */
interface Chronicle {
  readonly inOrder: readonly Happening[];
  readonly places: ReadonlyMap<FactId, number>;
}

/** Some days, as day numbers. */
export type Period = Pick<Happening, 'first' | 'last'>;

/** The happening that a fact tells; undefined when it tells none that is sure and can be named. */
export function happeningOf(base: Base, fact: Fact): Happening | undefined {
  const { inOrder, places } = chronicleOf(base);
  return inOrder[places.get(fact.id) ?? -1];
}

/** Happenings near to one in time, in a random order in which those of the same part of the story come early. */
export function happeningsNear(base: Base, happening: Happening, random: Random): readonly Happening[] {
  const { inOrder, places } = chronicleOf(base);
  const at = places.get(happening.fact.id) ?? 0;
  const near = inOrder
    .slice(Math.max(0, at - reach), at + reach + 1)
    .filter(({ date }) => areNearInTime(base, date, happening.date));
  const isKin = ({ fact }: Happening): boolean => fact.subtopic === happening.fact.subtopic;
  const mixed = shuffle(near, random).filter((other) => other !== happening);
  const rank = new Map(mixed.map((other, index) => [other, index - (isKin(other) ? kinship : 0)]));
  return mixed.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}

/** How many happenings before and after one are near to it. */
const reach = 14;
/** How many places chance must lift another happening to come before one of the same part of the story. */
const kinship = 5;

/** Of a full period only so many are looked at. */
const mostWithin = 60;

/** The happenings that certainly lie in a period. */
export function happeningsWithin(base: Base, { first, last }: Period): readonly Happening[] {
  const { inOrder } = chronicleOf(base);
  const from = firstFrom(inOrder, first);
  return inOrder.slice(from, from + mostWithin).filter((one) => one.last <= last);
}

function firstFrom(inOrder: readonly Happening[], day: number): number {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle]?.first ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `count` of the candidates that may stand in one item beside those already there and beside each other. */
export function companionsOf(
  base: Base,
  present: readonly Happening[],
  count: number,
  candidates: readonly Happening[],
): readonly Happening[] | undefined {
  const added: Happening[] = [];
  for (const other of candidates) {
    if (added.length === count) break;
    const fits = [...present, ...added].every((one) => maySort(base, one, other));
    if (fits) added.push(other);
  }
  return added.length === count ? added : undefined;
}

/** Whether it is certain which of two came first, and only those can say who know. */
export const maySort = (base: Base, a: Happening, b: Happening): boolean =>
  areApart(a, b) && isOrderOpen(base, a, b);

/** Whether the names of two happenings leave open which came first. */
export const isOrderOpen = (base: Base, a: Happening, b: Happening): boolean =>
  areUnlike(base, a, b) && sameNamedYear(a, b);

/** Whether it is certain which of two came first, by more than a time zone or a slip of a day. */
export const areApart = (a: Period, b: Period): boolean => isSurelyBefore(a, b) || isSurelyBefore(b, a);

export const isSurelyBefore = (a: Period, b: Period): boolean => b.first - a.last >= surely;
const surely = 2;

/** Whether two happenings are about different things, and neither title tells when the other was. */
export function areUnlike(base: Base, a: Happening, b: Happening): boolean {
  const kin =
    a.fact.subject === b.fact.subject || entityOf(base, a.fact.subject).overlaps.includes(b.fact.subject);
  const isTold = meet(a.rare, b.rare) || (isOrdered(a, b) && meet(a.topical, b.topical));
  return !kin && !isTold && !meet(a.people, b.people);
}

const meet = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => [...a].some((one) => b.has(one));
const isOrdered = (a: Happening, b: Happening): boolean => a.sequential || b.sequential;

/** Whether the years that titles name are those of both, and so tell nothing. */
const sameNamedYear = (a: Happening, b: Happening): boolean =>
  [...a.namedYears, ...b.namedYears].every((year) => year === a.year && year === b.year);

export const byTime = (a: Happening, b: Happening): number => a.first - b.first || a.last - b.last;

const chronicles = new WeakMap<Base, Chronicle>();

function chronicleOf(base: Base): Chronicle {
  const known = chronicles.get(base);
  if (known) return known;
  const told = base.topic.facts.flatMap((fact) => tell(base, fact) ?? []);
  const uses = countWords(told.map(({ title }) => title));
  const wordsUsed = ({ title }: Happening, most: number): ReadonlySet<string> =>
    new Set([...contentWords(title)].filter((word) => (uses.get(word) ?? 0) <= most));
  const inOrder = told
    .map((happening) => ({
      ...happening,
      rare: wordsUsed(happening, rarely),
      topical: wordsUsed(happening, Math.max(rarely, often * told.length)),
    }))
    .toSorted(byTime);
  const chronicle = { inOrder, places: new Map(inOrder.map(({ fact }, index) => [fact.id, index])) };
  chronicles.set(base, chronicle);
  return chronicle;
}

function tell(base: Base, fact: Fact): Happening | undefined {
  if (fact.object.type !== 'date' || fact.ask !== 'plain' || !mayAsk(base, fact, 'object')) return undefined;
  const language = languageOf(base.topic.language);
  const phrase = eventPhrase(base, fact);
  const { iso } = fact.object.date;
  const first = firstDayOf(iso);
  const last = lastDayOf(iso);
  if (phrase === undefined || first === undefined || last === undefined) return undefined;
  if (namesMonth(language, phrase) || answersTo(base, fact, 'object').length > 1) return undefined;
  return {
    fact,
    card: { id: cardId(fact.id, 'object'), fact: fact.id, facet: 'object' },
    phrase,
    date: fact.object.date,
    title: language.capitalise(phrase),
    first,
    last,
    year: iso.slice(0, 4),
    namedYears: yearsIn(phrase),
    rare: new Set(),
    topical: new Set(),
    people: peopleIn(base, phrase),
    sequential: foldText(phrase)
      .split(' ')
      .some((word) => language.sequenceWords.has(word)),
  };
}

/** The people whose names stand in a text. */
function peopleIn(base: Base, text: string): ReadonlySet<EntityId> {
  const words = foldText(text).split(' ');
  const runs = words.flatMap((_, at) =>
    Array.from({ length: longestName }, (__, more) => words.slice(at, at + more + 1).join(' ')),
  );
  const named = runs.flatMap((run) => entitiesNamed(base, run));
  return new Set(named.filter((id) => entityOf(base, id).kind === 'person'));
}

/** In words. */
const longestName = 4;

function countWords(titles: readonly string[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const word of titles.flatMap((title) => [...contentWords(title)]))
    uses.set(word, (uses.get(word) ?? 0) + 1);
  return uses;
}

/** In how many titles a rare word stands, and in which share of all a word that still tells a topic. */
const rarely = 3;
const often = 0.15;
