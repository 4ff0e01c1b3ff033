import type { MemoryState } from '../memory/fsrs.ts';
import { cellCount, cornerSteps, gapPlace, gaps, newSpots, placeSpot, valueAt } from './grid.ts';
import { indexOf } from './transitions.ts';
import { askedValue, bestMeeting, metValue, pricedValue, worthUnasked } from './values.ts';
import type { PricedPlan } from './values.ts';
import { chanceOfStudy, worthWaiting } from './waiting.ts';

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
}

export function indexTable(plan: PricedPlan): IndexTable {
  const size = cellCount * gaps.length;
  return {
    plan,
    gains: new Float64Array(size).fill(Number.NaN),
    seconds: new Float64Array(size),
    fresh: freshGain(plan),
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

function fill({ plan, gains, seconds }: IndexTable, cell: number, gap: number): void {
  const { transitions } = plan.problem;
  const index = indexOf(cell, gap);
  const now = askedValue(plan.values, transitions, 0, index);
  gains[index] = now - laterValue(plan, cell, gap);
  seconds[index] = transitions.seconds[index] ?? 1;
}

/** Later times that are looked at; between them values hardly differ. */
const waits = gaps.filter((gap, place) => gap <= 12 || place % 2 === 0);

function laterValue(plan: PricedPlan, cell: number, since: number): number {
  const { problem } = plan;
  const elapsed = gaps[since] ?? 1;
  let [later, end] = [worthUnasked(problem, cell, since), problem.days];
  for (let place = waits.length - 1; place >= 0; place -= 1) {
    const wait = waits[place] ?? 1;
    if (wait >= problem.days) continue;
    const { gap, part } = gapPlace(elapsed + wait);
    const near = pricedValue(plan, wait, indexOf(cell, gap));
    const far = part === 0 ? 0 : pricedValue(plan, wait, indexOf(cell, gap + 1));
    const chance = chanceOfStudy(problem.transitions.learner, wait, end);
    later = worthWaiting(later, (1 - part) * near + part * far, chance);
    end = wait;
  }
  return later;
}
