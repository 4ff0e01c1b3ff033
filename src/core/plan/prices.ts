import { demand } from './demand.ts';
import type { Census } from './demand.ts';
import { newValues, passBackward } from './values.ts';
import type { PricedPlan, Problem } from './values.ts';

/** How often prices are moved, and by how much at first and at last (as exponents). */
const rounds = 10;
const firstStep = 0.8;
const lastStep = 0.15;
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

/** A day that is asked for more than it has becomes dearer, and the other way round. */
function movePrices({ prices }: PricedPlan, used: Float64Array, seconds: Float64Array, step: number): void {
  prices.forEach((price, day) => {
    const [wanted, available] = [used[day] ?? 0, Math.max(1, seconds[day] ?? 0)];
    const excess = (wanted - available) / Math.max(available, wanted);
    prices[day] = Math.max(leastPrice, price * Math.exp(step * excess));
  });
}
