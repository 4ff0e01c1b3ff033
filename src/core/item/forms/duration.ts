import type { Base } from '../../fact/base.ts';
import { dayNumber, isoOfDayNumber } from '../../fact/calendar.ts';
import { cardId } from '../../fact/fact.ts';
import type { Fact } from '../../fact/fact.ts';
import { refute } from '../../fact/truth.ts';
import type { DateValue } from '../../fact/value.ts';
import { atAnyPlace, evenFirst } from '../any-place.ts';
import type { Draft, Form, Task } from '../draft.ts';
import { areApart, eventOf, eventsNear } from '../events.ts';
import type { DatedEvent } from '../events.ts';
import { firstOf } from '../first-of.ts';
import { keyOf, lettered } from '../options.ts';
import type { Unlettered } from '../options.ts';
import { shuffle } from '../random.ts';
import { statementOf } from '../sentence.ts';

/** Longer spans are not known by the day. */
const mostDays = 60;
const neighbours = 8;

/** How many days lie between two events whose days are known; the stem says how they are counted. */
export const duration: Form = {
  id: 'duration',
  interaction: 'choice',
  effort: 0.6,
  make(task) {
    const later = task.facet === 'object' ? eventOf(task.base, task.fact) : undefined;
    if (!later || later.date.precision !== 'day') return undefined;
    const near = eventsNear(task.base, later, neighbours).filter(({ date }) => date.precision === 'day');
    const starts = shuffle(
      near.filter((event) => askable(gap(event, later)) && areApart(task.base, event, later)),
      task.random,
    );
    return firstOf(starts, (earlier) => draft(task, { earlier, later, near }));
  },
};

interface Span {
  readonly earlier: DatedEvent;
  readonly later: DatedEvent;
  readonly near: readonly DatedEvent[];
}

const dayOf = ({ date }: DatedEvent): number => dayNumber(date.iso) ?? NaN;
const gap = (a: DatedEvent, b: DatedEvent): number => dayOf(b) - dayOf(a);
const askable = (days: number): boolean => days >= 2 && days <= mostDays;

function draft(task: Task, span: Span): Draft | undefined {
  const { base, language } = task;
  const { earlier, later } = span;
  const days = gap(earlier, later);
  const right = { days, text: language.joined.days(days), correct: true };
  const wrong = wrongSpans(task, span, days);
  if (!wrong) return undefined;
  const options = lettered(
    [right, ...wrong].toSorted((a, b) => a.days - b.days).map(({ days: _, ...option }) => option),
  );
  const told = [statementOf(base, earlier.fact), statementOf(base, later.fact)];
  return {
    stem: language.joined.daysBetween(earlier.phrase, later.phrase),
    options,
    key: keyOf(options),
    accepted: [],
    rivals: [],
    guess: 1 / options.length,
    explanation: [...told, language.joined.daysLater(days)].join(' '),
    others: [{ id: cardId(earlier.fact.id, 'object'), fact: earlier.fact.id, facet: 'object' }],
  };
}

type WrongSpan = Unlettered & { readonly days: number };

/**
 * Two wrong spans, either slips of counting or spans that belong to other events, never mixed: a slip stands beside the
 * key and would mark it. How many of them are shorter than the key is left to chance, so its place tells nothing.
 */
function wrongSpans(task: Task, span: Span, days: number): readonly WrongSpan[] | undefined {
  const counted = slips(task, span, days);
  const others = shuffle(otherSpans(task, span, days), task.random);
  const kinds = task.random() < 0.5 ? [counted, others] : [others, counted];
  const versions = kinds.map((spans) => {
    const below = spans.filter((one) => one.days < days);
    const above = spans.filter((one) => one.days > days);
    return [0, 1, 2].map((shorter) => {
      const both = [...below.slice(0, shorter), ...above.slice(0, 2 - shorter)];
      return both.length === 2 ? both : undefined;
    });
  });
  return firstOf(evenFirst(versions), (either) => atAnyPlace(either, task.random));
}

function slips(task: Task, span: Span, days: number): readonly WrongSpan[] {
  const { joined } = task.language;
  const told = statementOf(task.base, span.later.fact);
  const not = (count: number): string => task.language.refuted(joined.days(count), told);
  return [
    { days: days - 1, text: joined.neitherEndCounted(days - 1) },
    { days: days + 1, text: joined.bothEndsCounted(days + 1) },
    { days: days - 2, text: not(days - 2) },
    { days: days + 2, text: not(days + 2) },
  ].flatMap((slip) => wrongSpan(task, span, slip) ?? []);
}

/** The spans from the first event to others, and from others to the last, each length once. */
function otherSpans(task: Task, span: Span, days: number): readonly WrongSpan[] {
  const { joined } = task.language;
  const spans = span.near.flatMap((event) => {
    const told = statementOf(task.base, event.fact);
    const [to, from] = [gap(span.earlier, event), gap(event, span.later)];
    return [
      { days: to, of: event.fact, text: joined.daysToAnother(to, told) },
      { days: from, of: event.fact, text: joined.daysFromAnother(from, told) },
    ];
  });
  const seen = new Set([days]);
  return spans
    .filter((other) => isTempting(other.days, days) && seen.size < seen.add(other.days).size)
    .flatMap((other) => wrongSpan(task, span, other) ?? []);
}

const isTempting = (wrong: number, right: number): boolean =>
  Math.abs(wrong - right) > 2 && wrong <= 3 * right + 3 && wrong >= right / 4;

/** A span with its certificate; undefined when the base does not refute it. */
function wrongSpan(
  { base, language }: Task,
  { earlier, later }: Span,
  { days, of, text }: { readonly days: number; readonly of?: Fact; readonly text: string },
): WrongSpan | undefined {
  if (days < 1 || !isRefuted(base, earlier, later, days)) return undefined;
  return {
    days,
    text: language.joined.days(days),
    correct: false,
    certificate: { law: 'C1', refutedBy: later.fact.id, ...(of && { belongsTo: of.id }), text },
  };
}

/** Neither event can have been on the day that the wrong span would need. */
function isRefuted(base: Base, earlier: DatedEvent, later: DatedEvent, days: number): boolean {
  const needed = (fact: Fact, day: number): boolean =>
    refute(base, fact, 'object', dateValue(day)) !== undefined;
  return needed(later.fact, dayOf(earlier) + days) && needed(earlier.fact, dayOf(later) - days);
}

const dateValue = (day: number): DateValue => ({
  type: 'date',
  date: { iso: isoOfDayNumber(day), precision: 'day' },
});
