import type { Base } from '../../fact/base.ts';
import { isoOfDayNumber } from '../../fact/calendar.ts';
import type { Fact } from '../../fact/fact.ts';
import { refute } from '../../fact/truth.ts';
import type { DateValue } from '../../fact/value.ts';
import { areApart, happeningOf, happeningsNear } from '../chronicle.ts';
import type { Happening } from '../chronicle.ts';
import type { Draft, Form, Task } from '../draft.ts';
import { shapeOf } from '../checks/shape.ts';
import { gainsAsShown, seen } from '../gains.ts';
import { firstOf } from '../first-of.ts';
import { keyOf, lettered } from '../options.ts';
import type { Unlettered } from '../options.ts';
import { shuffle } from '../random.ts';
import { statementOf } from '../sentence.ts';

/** Longer spans are not known by the day. */
const mostDays = 60;
/** Only in shorter ones would anybody count, and so miscount, the days. */
const mostCounted = 14;

/** How many days lie between two events whose days are known; the stem says how they are counted. */
export const duration: Form = {
  id: 'duration',
  interaction: 'choice',
  effort: 0.6,
  make(task) {
    const { base, fact, facet, random } = task;
    const later = facet === 'object' ? happeningOf(base, fact) : undefined;
    if (!later || later.date.precision !== 'day') return undefined;
    const near = happeningsNear(base, later, random).filter(
      ({ date, fact: other }) =>
        date.precision === 'day' && other.subject !== fact.subject && belong(fact, other),
    );
    const starts = near.filter((event) => askable(gap(event, later)) && areApart(event, later));
    return firstOf(starts, (earlier) => draft(task, { earlier, later, near }));
  },
};

/** Days are counted between what belongs together, or between what matters most. */
const belong = (a: Fact, b: Fact): boolean =>
  a.subtopic === b.subtopic || (a.importance === 'core' && b.importance === 'core');

interface Span {
  readonly earlier: Happening;
  readonly later: Happening;
  readonly near: readonly Happening[];
}

const gap = (a: Happening, b: Happening): number => b.first - a.first;
const askable = (days: number): boolean => days >= 2 && days <= mostDays;

function draft(task: Task, span: Span): Draft | undefined {
  const { base, language } = task;
  const { earlier, later } = span;
  const days = gap(earlier, later);
  const stem = language.joined.daysBetween(earlier.phrase, later.phrase);
  const spans = spansOf(task, span, stem);
  if (!spans) return undefined;
  const options = lettered(spans.map(({ days: _, ...option }) => option));
  const told = [statementOf(base, earlier.fact), statementOf(base, later.fact)];
  return {
    stem,
    options,
    key: keyOf(options),
    accepted: [],
    guess: 1 / options.length,
    explanation: [...told, language.joined.daysLater(days)].join(' '),
    others: [earlier.card],
  };
}

type AnySpan = Unlettered & { readonly days: number };

/**
 * The right span and two wrong ones, shortest first: either slips of counting or spans that belong to other events, never
 * mixed, for a slip stands beside the key and would mark it.
 */
function spansOf(task: Task, span: Span, stem: string): readonly AnySpan[] | undefined {
  const asked = shapeOf(stem);
  const days = gap(span.earlier, span.later);
  const right = { days, text: task.language.joined.days(days), correct: true };
  const others = shuffle(otherSpans(task, span, days), task.random).slice(0, mostTried);
  const counted = days <= mostCounted ? slips(task, span, days) : [];
  const prospects = [...pairsOf(others), ...pairsOf(counted)].map((wrong) => {
    const value = [right, ...wrong].toSorted((a, b) => a.days - b.days);
    return { value, ...gainsAsShown(asked, seen(value)) };
  });
  return task.draw(shuffle(prospects, task.random));
}

const mostTried = 8;

const pairsOf = <T>(values: readonly T[]): readonly (readonly T[])[] =>
  values.flatMap((one, index) => values.slice(index + 1).map((other) => [one, other]));

function slips(task: Task, span: Span, days: number): readonly AnySpan[] {
  const { joined } = task.language;
  const told = statementOf(task.base, span.later.fact);
  const not = task.language.refuted(told);
  return [
    { days: days - 1, text: joined.neitherEndCounted(days - 1) },
    { days: days + 1, text: joined.bothEndsCounted(days + 1) },
    { days: days - 2, text: not },
    { days: days + 2, text: not },
  ].flatMap((slip) => wrongSpan(task, span, slip) ?? []);
}

/** The spans from the first event to others, and from others to the last, each length once. */
function otherSpans(task: Task, span: Span, days: number): readonly AnySpan[] {
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
): AnySpan | undefined {
  if (days < 1 || !isRefuted(base, earlier, later, days)) return undefined;
  return {
    days,
    text: language.joined.days(days),
    correct: false,
    certificate: { law: 'C1', refutedBy: later.fact.id, ...(of && { belongsTo: of.id }), text },
  };
}

/** Neither event can have been on the day that the wrong span would need. */
function isRefuted(base: Base, earlier: Happening, later: Happening, days: number): boolean {
  const needed = (fact: Fact, day: number): boolean =>
    refute(base, fact, 'object', dateValue(day)) !== undefined;
  return needed(later.fact, earlier.first + days) && needed(earlier.fact, later.first - days);
}

const dateValue = (day: number): DateValue => ({
  type: 'date',
  date: { iso: isoOfDayNumber(day), precision: 'day' },
});
