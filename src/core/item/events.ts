import { predicateOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Fact, SubtopicId } from '../fact/fact.ts';
import { intervalOf } from '../fact/interval.ts';
import type { Interval } from '../fact/interval.ts';
import { refute } from '../fact/truth.ts';
import type { DateValue, PartialDate } from '../fact/value.ts';
import { languageOf } from '../language/index.ts';
import { areNearInTime } from './near-in-time.ts';
import { eventPhrase } from './sentence.ts';
import { contentWords, mentions } from './words.ts';

/** Something that happened once on a known date, and how a question may speak of it. */
export interface DatedEvent {
  readonly fact: Fact;
  readonly date: PartialDate;
  readonly days: Interval;
  /** A noun phrase that does not tell the month: "the announcement of the ceasefire". */
  readonly phrase: string;
  readonly words: ReadonlySet<string>;
  /** Whether the phrase places the event in time by another one. */
  readonly timed: boolean;
}

/** The event that a fact dates; undefined when it dates none, or only by somebody's word. */
export function eventOf(base: Base, fact: Fact): DatedEvent | undefined {
  return timelineOf(base).events.get(fact);
}

/**
 * Up to `each` events before and after this one with which it makes sense to compare it: of the same part of the story,
 * and for a core event other core events too, as far as they are near in time. Nearest first on each side.
 */
export function eventsNear(
  base: Base,
  { fact, date, days }: DatedEvent,
  each: number,
): readonly DatedEvent[] {
  const { bySubtopic, core } = timelineOf(base);
  const own = around(bySubtopic.get(fact.subtopic) ?? [], days, each);
  const others = fact.importance === 'core' ? around(core, days, each) : [];
  const near = new Set([...own, ...others]);
  return [...near].filter(
    (event) => event.fact.subject !== fact.subject && areNearInTime(base, event.date, date),
  );
}

/** Of a full period only so many are looked at. */
const mostEvents = 60;

/** The events of a period, in all parts of the story. */
export function eventsIn(base: Base, period: Interval): readonly DatedEvent[] {
  const { all } = timelineOf(base);
  const from = lowerBound(all, period.first);
  const upTo = Math.min(from + mostEvents, lowerBound(all, period.last + 1));
  return all.slice(from, upTo).filter(({ days }) => days.last <= period.last);
}

/** Whether the base proves that two events were on different dates: neither can have been when the other was. */
export function areApart(base: Base, a: DatedEvent, b: DatedEvent): boolean {
  if (a.days.first <= b.days.last && b.days.first <= a.days.last) return false;
  const [x, y] = [dateOf(a), dateOf(b)];
  return refute(base, a.fact, 'object', y) !== undefined && refute(base, b.fact, 'object', x) !== undefined;
}

/**
 * Whether the names of two events leave open which came first. "The rally after the coup" and "the 2021 election" tell,
 * and so does common sense of two that belong together: what was closed before it was reopened.
 */
export function isOrderOpen(base: Base, a: DatedEvent, b: DatedEvent): boolean {
  const [x, y] = [yearOf(a), yearOf(b)];
  if (x !== y && (a.words.has(x) || b.words.has(y))) return false;
  const { frequency } = timelineOf(base);
  const shared = [...a.words].filter((word) => b.words.has(word));
  const togetherness = a.timed || b.timed ? Infinity : mostTogether;
  return shared.every((word) => (frequency.get(word) ?? 0) > togetherness);
}

/** A word that stands in no more names than this is what they are about. */
const mostTogether = 3;

const yearOf = ({ date }: DatedEvent): string => date.iso.slice(0, 4);

export const dateOf = ({ date }: DatedEvent): DateValue => ({ type: 'date', date });

export const isBefore = (a: DatedEvent, b: DatedEvent): boolean => a.days.last < b.days.first;

interface Timeline {
  readonly events: ReadonlyMap<Fact, DatedEvent>;
  /** By first day. */
  readonly all: readonly DatedEvent[];
  readonly core: readonly DatedEvent[];
  readonly bySubtopic: ReadonlyMap<SubtopicId, readonly DatedEvent[]>;
  /** In how many names a word stands. */
  readonly frequency: ReadonlyMap<string, number>;
}

const timelines = new WeakMap<Base, Timeline>();

/** Built when a form first asks for it: one pass over the facts, then each item looks only at its neighbours. */
function timelineOf(base: Base): Timeline {
  const known = timelines.get(base);
  if (known) return known;
  const all = base.topic.facts
    .flatMap((fact) => datedEvent(base, fact) ?? [])
    .toSorted((a, b) => a.days.first - b.days.first);
  const timeline = {
    events: new Map(all.map((event) => [event.fact, event])),
    all,
    frequency: frequencyIn(all),
    core: all.filter(({ fact }) => fact.importance === 'core'),
    bySubtopic: new Map(
      base.topic.subtopics.map(({ id }) => [id, all.filter(({ fact }) => fact.subtopic === id)]),
    ),
  };
  timelines.set(base, timeline);
  return timeline;
}

function frequencyIn(events: readonly DatedEvent[]): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>();
  for (const word of events.flatMap(({ words }) => [...words])) {
    frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  return frequency;
}

function datedEvent(base: Base, fact: Fact): DatedEvent | undefined {
  const { object } = fact;
  const vouched = fact.ask === 'plain' && fact.rank !== 'deprecated' && !base.superseded.has(fact.id);
  if (object.type !== 'date' || !vouched || fact.conflictsWith.length > 0) return undefined;
  const phrase = predicateOf(base, fact).functional ? eventPhrase(base, fact) : undefined;
  if (phrase === undefined || tellsMonth(base, phrase, object.date)) return undefined;
  const { timeWords } = languageOf(base.topic.language);
  return {
    fact,
    date: object.date,
    days: intervalOf(object.date),
    phrase,
    words: contentWords(phrase),
    timed: timeWords.some((word) => mentions(phrase, word)),
  };
}

/** A name such as "the summit of July 2023" answers every question about time. */
function tellsMonth(base: Base, phrase: string, { iso, precision }: PartialDate): boolean {
  if (precision === 'year') return false;
  return mentions(phrase, languageOf(base.topic.language).date({ iso: iso.slice(0, 7), precision: 'month' }));
}

/** The `each` events that begin before and after some days, nearest first on each side. */
function around(events: readonly DatedEvent[], days: Interval, each: number): readonly DatedEvent[] {
  const at = lowerBound(events, days.first);
  const before = events.slice(Math.max(0, at - each), at).toReversed();
  return [...before, ...events.slice(at, at + each + 1)];
}

function lowerBound(events: readonly DatedEvent[], first: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.days.first ?? Infinity) < first) low = middle + 1;
    else high = middle;
  }
  return low;
}
