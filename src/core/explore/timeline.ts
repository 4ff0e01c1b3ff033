import type { Base } from '../fact/base.ts';
import { importances } from '../fact/fact.ts';
import type { Fact } from '../fact/fact.ts';
import { intervalOf } from '../fact/interval.ts';
import type { EntityId, PartialDate } from '../fact/value.ts';

/** `on`: it happened then. `since`: it began then. `as-of`: it was reported so then. */
export type Bearing = 'on' | 'since' | 'as-of';

/** A fact at its place in time. */
export interface Moment {
  readonly fact: Fact;
  readonly date: PartialDate;
  readonly bearing: Bearing;
  /** The last moment, where the fact speaks of a span. */
  readonly until?: PartialDate;
}

/** How much of the calendar one group holds. */
export const zooms = ['year', 'month', 'day'] as const;
export type Zoom = (typeof zooms)[number];

/** The moments of one year, month or day. */
export interface Period {
  /** The date that they share, cut to the zoom; a coarser date makes a period of its own. */
  readonly date: PartialDate;
  readonly moments: readonly Moment[];
}

/** Every dated fact, earliest first; what is known less exactly stands before what is known better. */
export function momentsOf(base: Base): readonly Moment[] {
  const live = base.topic.facts.filter((fact) => fact.rank !== 'deprecated');
  return live.flatMap((fact) => momentOf(fact) ?? []).toSorted(byDate);
}

/** The date of a fact is when it happened, else the date that it tells, else when it began or was reported. */
export function momentOf(fact: Fact): Moment | undefined {
  if (fact.at) return { fact, date: fact.at, bearing: 'on' };
  if (fact.object.type === 'date') return { fact, date: fact.object.date, bearing: 'on' };
  if (fact.from) return { fact, date: fact.from, bearing: 'since', ...(fact.to && { until: fact.to }) };
  return fact.asOf && { fact, date: fact.asOf, bearing: 'as-of' };
}

/** The moments in which an entity is subject, object, speaker, place or what is spoken about. */
export function momentsWith(moments: readonly Moment[], entity: EntityId): readonly Moment[] {
  return moments.filter(({ fact }) => actorsOf(fact).has(entity));
}

/** Every entity of the moments with the number of moments that it is in. */
export function actorCounts(moments: readonly Moment[]): ReadonlyMap<EntityId, number> {
  const counts = new Map<EntityId, number>();
  for (const { fact } of moments) {
    for (const actor of actorsOf(fact)) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  }
  return counts;
}

/** The moments by year, month or day, in order; inside a period the most important stand first. */
export function periodsOf(moments: readonly Moment[], zoom: Zoom): readonly Period[] {
  const periods = new Map<string, { date: PartialDate; moments: Moment[] }>();
  for (const moment of moments) {
    const date = cutTo(moment.date, zoom);
    const period = periods.get(date.iso) ?? { date, moments: [] };
    period.moments.push(moment);
    periods.set(date.iso, period);
  }
  return [...periods.values()]
    .toSorted((a, b) => compareDates(a.date, b.date))
    .map(({ date, moments: own }) => ({ date, moments: own.toSorted(byImportance) }));
}

const lengthOf: Readonly<Record<Zoom, number>> = { year: 4, month: 7, day: 10 };

function cutTo(date: PartialDate, zoom: Zoom): PartialDate {
  return date.iso.length <= lengthOf[zoom]
    ? date
    : { iso: date.iso.slice(0, lengthOf[zoom]), precision: zoom };
}

function actorsOf(fact: Fact): ReadonlySet<EntityId> {
  const ids = new Set([fact.subject]);
  if (fact.object.type === 'entity') ids.add(fact.object.id);
  if (fact.accordingTo?.type === 'entity') ids.add(fact.accordingTo.id);
  if (typeof fact.about === 'string') ids.add(fact.about);
  if (fact.place) ids.add(fact.place);
  return ids;
}

function compareDates(a: PartialDate, b: PartialDate): number {
  const x = intervalOf(a);
  const y = intervalOf(b);
  return x.first - y.first || y.last - x.last;
}

const byDate = (a: Moment, b: Moment): number => compareDates(a.date, b.date);
const byImportance = (a: Moment, b: Moment): number =>
  importances.indexOf(a.fact.importance) - importances.indexOf(b.fact.importance) || byDate(a, b);
