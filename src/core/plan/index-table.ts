import type { MemoryState } from '../memory/fsrs.ts';
import { cellCount, cornerSteps, gapPlace, gaps, newSpots, placeSpot, valueAt } from './grid.ts';
import { allowForMissedDays, daysLookedAt } from './missed-days.ts';
import type { DaysLookedAt } from './missed-days.ts';
import { indexOf } from './transitions.ts';
import { askedValue, bestMeeting, metValue, pricedValue, worthUnasked } from './values.ts';
import type { PricedPlan } from './values.ts';

/** What asking a card today brings over asking it at the best later time or never, and the seconds it takes. */
export interface Gain {
  readonly gain: number;
  readonly seconds: number;
}

/** Gains by days since the last answer and state, at `indexOf` both: each is found once, then looked up. */
export interface IndexTable {
  readonly plan: PricedPlan;
  /** NaN where nobody has asked yet. */
  readonly gains: Float64Array;
  readonly seconds: Float64Array;
  readonly fresh: Gain;
  /** Later days on which a card may be asked instead. */
  readonly later: DaysLookedAt;
}

export function indexTable(plan: PricedPlan): IndexTable {
  const size = cellCount * gaps.length;
  return {
    plan,
    gains: new Float64Array(size).fill(Number.NaN),
    seconds: new Float64Array(size),
    fresh: freshGain(plan),
    later: laterDays(plan),
  };
}

function freshGain(plan: PricedPlan): Gain {
  const { transitions } = plan.problem;
  const gain = metValue(plan.values, transitions, 0) - bestMeeting(plan, 1);
  return { gain, seconds: transitions.learner.seconds.first };
}

const spot = newSpots(1);

/** The gain of a card in this state, `elapsed` whole days (at least 1) after its last answer. */
export function gainOf(table: IndexTable, state: MemoryState, elapsed: number): Gain {
  placeSpot(spot, 0, state);
  const { gap, part } = gapPlace(elapsed);
  const [near, far] = [indexOf(0, gap), indexOf(0, gap + 1)];
  fillAround(table, gap);
  if (part > 0) fillAround(table, gap + 1);
  const between = (values: Float64Array) =>
    part === 0
      ? valueAt(values, near, spot, 0)
      : (1 - part) * valueAt(values, near, spot, 0) + part * valueAt(values, far, spot, 0);
  return { gain: between(table.gains), seconds: between(table.seconds) };
}

function fillAround(table: IndexTable, gap: number): void {
  for (const step of cornerSteps) {
    const cell = (spot.corner[0] ?? 0) + step;
    if (Number.isNaN(table.gains[indexOf(cell, gap)])) fill(table, cell, gap);
  }
}

function fill({ plan, gains, seconds, later }: IndexTable, cell: number, gap: number): void {
  const { transitions } = plan.problem;
  const index = indexOf(cell, gap);
  const now = askedValue(plan.values, transitions, 0, index);
  gains[index] = now - laterValue(plan, later, cell, gap);
  seconds[index] = transitions.seconds[index] ?? 1;
}

/** Later times that are looked at; between them values hardly differ. */
const waits = gaps.filter((gap, place) => gap <= 12 || place % 2 === 0);

const laterDays = ({ problem: { days, transitions } }: PricedPlan): DaysLookedAt =>
  daysLookedAt(
    waits.filter((wait) => wait < days),
    days,
    transitions.learner.attendance,
  );

function laterValue(plan: PricedPlan, later: DaysLookedAt, cell: number, since: number): number {
  const elapsed = gaps[since] ?? 1;
  const rest = worthUnasked(plan.problem, cell, since);
  const worths = new Float64Array(later.starts.length);
  for (let place = 0; place < worths.length; place += 1) {
    const wait = later.starts[place] ?? 0;
    const { gap, part } = gapPlace(elapsed + wait);
    const near = pricedValue(plan, wait, indexOf(cell, gap));
    const far = part === 0 ? 0 : pricedValue(plan, wait, indexOf(cell, gap + 1));
    worths[place] = (1 - part) * near + part * far;
  }
  allowForMissedDays(worths, later, rest);
  return worths.reduce((best, value) => Math.max(best, value), rest);
}
