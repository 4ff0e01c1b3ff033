import type { Weights } from '../fsrs.ts';

export const weightNames = [
  'w0',
  'w1',
  'w2',
  'w3',
  'w4',
  'w5',
  'w6',
  'w7',
  'w8',
  'w9',
  'w10',
  'w11',
  'w12',
  'w13',
  'w14',
  'w15',
  'w16',
  'w17',
  'w18',
  'w19',
  'w20',
] as const;

/** A number for each weight: the weights themselves, or the derivatives of a loss by them. */
export type ByWeight = Record<(typeof weightNames)[number], number>;

export function byWeight(values: Weights): ByWeight {
  const at = (index: number): number => values[index] ?? 0;
  return {
    w0: at(0),
    w1: at(1),
    w2: at(2),
    w3: at(3),
    w4: at(4),
    w5: at(5),
    w6: at(6),
    w7: at(7),
    w8: at(8),
    w9: at(9),
    w10: at(10),
    w11: at(11),
    w12: at(12),
    w13: at(13),
    w14: at(14),
    w15: at(15),
    w16: at(16),
    w17: at(17),
    w18: at(18),
    w19: at(19),
    w20: at(20),
  };
}

/** The weights, and what is derived from them once rather than once a review. */
export interface Constants extends Readonly<ByWeight> {
  /** The factor of the forgetting curve, 0.9^(-1 / w20) - 1, and its derivative by w20. */
  readonly factor: number;
  readonly factorByDecay: number;
  /** e^w8. */
  readonly growth: number;
  /** e^(-w17 w18): the most of a stability that a lapse leaves. */
  readonly ceiling: number;
  /** e^(3 w5), and the difficulty of an easy first practice, which difficulty reverts to. */
  readonly easiestPower: number;
  readonly easiest: number;
}

const logNine = Math.log(0.9);

export function constantsOf(weights: Weights): Constants {
  const w = byWeight(weights);
  const factor = Math.exp(-logNine / w.w20) - 1;
  const easiestPower = Math.exp(3 * w.w5);
  return {
    ...w,
    factor,
    factorByDecay: ((factor + 1) * logNine) / (w.w20 * w.w20),
    growth: Math.exp(w.w8),
    ceiling: Math.exp(-w.w17 * w.w18),
    easiestPower,
    easiest: w.w4 - easiestPower + 1,
  };
}
