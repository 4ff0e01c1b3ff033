import { dayOfIso } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import type { Rating } from '#core/memory/fsrs.ts';
import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';
import { isRecord } from '#core/shape.ts';

/** One line for `harmattan plan`: what has been learned so far, and for when. */
export interface PlanState {
  readonly today: Day;
  readonly examDay?: Day;
  readonly minutes: number;
  readonly minutesToday: number;
  readonly laterShare: number;
  readonly retention: number;
  readonly facts: readonly FactState[];
}

export interface FactState {
  readonly id: string;
  readonly importance: number;
  readonly group: string;
  readonly rivals: readonly string[];
  readonly after: readonly string[];
  readonly suspended: boolean;
  readonly reviews: readonly ReviewState[];
}

export interface ReviewState {
  readonly day: Day;
  readonly rating: Rating;
  /** The chance, 0..1, that a right answer was a guess. */
  readonly guess: number;
}

/** What is wrong with a line, and where. */
export interface StateProblem {
  readonly field: string;
  readonly message: string;
}

/** Reads a state; every field that is missing or makes no sense is named. */
export function parsePlanState(raw: unknown): Result<PlanState, StateProblem> {
  try {
    return ok(readState(raw));
  } catch (error) {
    if (error instanceof Unreadable) return refused({ field: error.field, message: error.message });
    throw error;
  }
}

class Unreadable extends Error {
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

function readState(raw: unknown): PlanState {
  const state = fieldsOf(raw, 'the line');
  const minutes = numberIn(state, 'minutes', '', [0, 1440]);
  const facts = listIn(state, 'facts', '');
  const ids = new Set<string>();
  return {
    today: dayIn(state, 'today', ''),
    ...(isGiven(state['examDay']) && { examDay: dayIn(state, 'examDay', '') }),
    minutes,
    minutesToday: numberIn(state, 'minutesToday', '', [0, 1440], minutes),
    laterShare: numberIn(state, 'laterShare', '', [0, 1], 0),
    retention: numberIn(state, 'retention', '', [0.5, 0.99], 0.9),
    facts: facts.map((fact, place) => readFact(fact, `facts[${place}]`, ids)),
  };
}

function readFact(raw: unknown, at: string, ids: Set<string>): FactState {
  const fact = fieldsOf(raw, at);
  const id = textIn(fact, 'id', `${at}.`);
  if (ids.has(id))
    throw new Unreadable(`${at}.id`, `Give every fact an id of its own: "${id}" is there twice`);
  ids.add(id);
  return {
    id,
    importance: numberIn(fact, 'importance', `${at}.`, [0.01, 100], 1),
    group: isGiven(fact['group']) ? textIn(fact, 'group', `${at}.`) : id,
    rivals: namesIn(fact, 'rivals', at),
    after: namesIn(fact, 'after', at),
    suspended: fact['suspended'] === true,
    reviews: isGiven(fact['reviews'])
      ? listIn(fact, 'reviews', `${at}.`).map((review, place) =>
          readReview(review, `${at}.reviews[${place}]`),
        )
      : [],
  };
}

function readReview(raw: unknown, at: string): ReviewState {
  const review = fieldsOf(raw, at);
  return {
    day: dayIn(review, 'day', `${at}.`),
    rating: ratingIn(review, at),
    guess: numberIn(review, 'guess', `${at}.`, [0, 0.9], 0),
  };
}

const ratings = ['again', 'hard', 'good', 'easy'] as const satisfies readonly Rating[];

function ratingIn({ rating }: Fields, at: string): Rating {
  const found = ratings.find((name, place) => rating === name || rating === place + 1);
  if (found) return found;
  throw new Unreadable(`${at}.rating`, 'Write again, hard, good or easy, or 1, 2, 3 or 4');
}

type Fields = Readonly<Record<string, unknown>>;

const isGiven = (raw: unknown): boolean => raw !== undefined && raw !== null;

function fieldsOf(raw: unknown, at: string): Fields {
  if (isRecord(raw)) return raw;
  throw new Unreadable(at, 'Write an object in braces');
}

function listIn(fields: Fields, name: string, at: string): readonly unknown[] {
  const raw = fields[name];
  if (Array.isArray(raw)) return raw;
  throw new Unreadable(`${at}${name}`, 'Write a list in brackets');
}

function namesIn(fields: Fields, name: string, at: string): readonly string[] {
  if (!isGiven(fields[name])) return [];
  return listIn(fields, name, `${at}.`).map((raw, place) => {
    if (typeof raw === 'string') return raw;
    throw new Unreadable(`${at}.${name}[${place}]`, 'Write the id of a fact');
  });
}

function textIn(fields: Fields, name: string, at: string): string {
  const raw = fields[name];
  if (typeof raw === 'string' && raw !== '') return raw;
  if (typeof raw === 'number' && Number.isFinite(raw)) return String(raw);
  throw new Unreadable(`${at}${name}`, 'Write a text');
}

function numberIn(
  fields: Fields,
  name: string,
  at: string,
  [least, most]: readonly [number, number],
  usual?: number,
): number {
  const raw = fields[name];
  if (!isGiven(raw) && usual !== undefined) return usual;
  if (typeof raw === 'number' && raw >= least && raw <= most) return raw;
  throw new Unreadable(`${at}${name}`, `Write a number from ${least} to ${most}`);
}

/** Days this far from 1970 are a mistake. */
const mostDays = 200_000;

/** A date `yyyy-mm-dd`, or a whole number of days since whatever day one likes. */
function dayIn(fields: Fields, name: string, at: string): Day {
  const raw = fields[name];
  const day = typeof raw === 'string' ? dayOfIso(raw) : raw;
  if (typeof day === 'number' && Number.isInteger(day) && Math.abs(day) <= mostDays) return day as Day;
  throw new Unreadable(
    `${at}${name}`,
    'Write a date of the calendar as yyyy-mm-dd, or a whole number of days',
  );
}
