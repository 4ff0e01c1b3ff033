import { demand } from './demand.ts';
import type { Census } from './demand.ts';
import { newValues, passBackward } from './values.ts';
import type { PricedPlan, Problem } from './values.ts';

/** How often prices are moved, and by how much at first and at last (as exponents). */
const rounds = 10;
const firstStep = 1;
const lastStep = 0.3;
const startPrice = 0.008;
const leastPrice = 1e-6;

/**
 * Finds prices at which what all cards ask for about fits into the seconds of each day, today first. Few rounds do:
 * more make the prices exact, but recall no higher.
 */
export function findPrices(problem: Problem, census: Census, seconds: Float64Array): PricedPlan {
  const plan = {
    problem,
    prices: new Float64Array(problem.days).fill(startPrice),
    values: newValues(problem),
  };
  for (let round = 0; round < rounds; round += 1) {
    passBackward(plan);
    movePrices(plan, demand(plan, census), seconds, firstStep * (lastStep / firstStep) ** (round / rounds));
  }
  passBackward(plan);
  return plan;
}

/**
 * What is asked for more than it has becomes dearer, and the other way round: above all the days together, and a little
 * the days around each and each by itself. What does not fit into one day fits into the next; prices that chase the demand
 * of single days drift apart.
 */
function movePrices({ prices }: PricedPlan, used: Float64Array, seconds: Float64Array, step: number): void {
  const [wanted, available] = [runningSums(used), runningSums(seconds)];
  prices.forEach((price, day) => {
    const lack = scales.reduce((sum, { reach, weight }) => {
      const half = Math.ceil(reach * prices.length);
      return sum + weight * excess(sumAround(wanted, day, half), sumAround(available, day, half));
    }, 0);
    prices[day] = Math.max(leastPrice, price * Math.exp(step * lack));
  });
}

/** How far around a day is looked, as a share of all days, and how much what is seen there counts. */
const scales = [
  { reach: 1, weight: 1 },
  { reach: 0.3, weight: 0.1 },
  { reach: 0.1, weight: 0.1 },
  { reach: 0, weight: 0.1 },
] as const;

/** The sums of the first values, from that of none to that of all. */
function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, place) => void (sums[place + 1] = (sums[place] ?? 0) + value));
  return sums;
}

/** The sum of the values at most `half` places away from one. */
const sumAround = (sums: Float64Array, place: number, half: number): number =>
  (sums[Math.min(place + half + 1, sums.length - 1)] ?? 0) - (sums[Math.max(0, place - half)] ?? 0);

/** How much more is wanted than there is, -1..1. */
const excess = (wanted: number, available: number): number =>
  (wanted - available) / Math.max(1, available, wanted);
