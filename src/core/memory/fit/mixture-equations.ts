import type { Constants } from './constants.ts';
import { recallAfter } from './equations.ts';
import type { Slopes } from './equations.ts';

/** The equations of ../mixture.ts and their derivatives, in the manner of equations.ts. */

/** What an answer left in doubt: stability after success and after failure, and the chance of success. */
export interface Doubt {
  readonly success: number;
  readonly failure: number;
  readonly p: number;
}

/** Derivatives of the loss by the two stabilities, added up. */
export interface DoubtSlopes {
  success: number;
  failure: number;
}

/** The stability of the mixture: projected on the day that success would wait for, then on the day so found. */
export function mixedAfter(k: Constants, doubt: Doubt): number {
  return projectedAfter(k, doubt, projectedAfter(k, doubt, doubt.success));
}

export function mixedBack(k: Constants, doubt: Doubt, out: number, by: DoubtSlopes, d: Slopes): void {
  const rough = projectedAfter(k, doubt, doubt.success);
  const byRough = projectedBack(k, doubt, { days: rough, out }, by, d);
  const byDays = projectedBack(k, doubt, { days: doubt.success, out: byRough }, by, d);
  by.success += byDays;
}

/** The stability whose recall after `days` is that of the two weighed: days factor / (q^(-1 / w20) - 1). */
function projectedAfter(k: Constants, { success, failure, p }: Doubt, days: number): number {
  const q = p * recallAfter(k, days, success) + (1 - p) * recallAfter(k, days, failure);
  return (days * k.factor) / (Math.exp(-Math.log(q) / k.w20) - 1);
}

/** Gives back the derivative by `days`. */
function projectedBack(
  k: Constants,
  { success, failure, p }: Doubt,
  { days, out }: { readonly days: number; readonly out: number },
  by: DoubtSlopes,
  d: Slopes,
): number {
  const fallSuccess = 1 + (k.factor * days) / success;
  const fallFailure = 1 + (k.factor * days) / failure;
  const ofSuccess = p * Math.exp(-k.w20 * Math.log(fallSuccess));
  const ofFailure = (1 - p) * Math.exp(-k.w20 * Math.log(fallFailure));
  const q = ofSuccess + ofFailure;
  const logQ = Math.log(q);
  const v = Math.exp(-logQ / k.w20);
  const after = (days * k.factor) / (v - 1);
  const byV = (-out * after) / (v - 1);
  const byQ = (-byV * v) / (k.w20 * q);
  // By the two recalls' argument factor days / S.
  const bySuccess = (-byQ * k.w20 * ofSuccess) / fallSuccess;
  const byFailure = (-byQ * k.w20 * ofFailure) / fallFailure;
  by.success -= (bySuccess * k.factor * days) / (success * success);
  by.failure -= (byFailure * k.factor * days) / (failure * failure);
  const perFactorDay = bySuccess / success + byFailure / failure;
  d.w20 +=
    (byV * v * logQ) / (k.w20 * k.w20) -
    byQ * (ofSuccess * Math.log(fallSuccess) + ofFailure * Math.log(fallFailure)) +
    (perFactorDay * days + (out * days) / (v - 1)) * k.factorByDecay;
  return (out * k.factor) / (v - 1) + perFactorDay * k.factor;
}
