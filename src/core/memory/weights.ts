import { defaultWeights } from './fsrs.ts';
import type { Weights } from './fsrs.ts';

/** One of the 21 weights: what it may be, and how much it differs between learners. */
interface WeightRange {
  readonly least: number;
  readonly most: number;
  /** Standard deviation over the learners of the public data set. */
  readonly spread: number;
}

const range = (least: number, most: number, spread: number): WeightRange => ({ least, most, spread });

/** Published ranges and spreads of w0..w20 (open-spaced-repetition, fsrs-rs for FSRS-6, 2025). */
export const weightRanges: readonly WeightRange[] = [
  range(0.001, 100, 6.43),
  range(0.001, 100, 9.66),
  range(0.001, 100, 17.58),
  range(0.001, 100, 27.85),
  range(1, 10, 0.57),
  range(0.001, 4, 0.28),
  range(0.001, 4, 0.6),
  range(0.001, 0.75, 0.12),
  range(0, 4.5, 0.39),
  range(0, 0.8, 0.18),
  range(0.001, 3.5, 0.33),
  range(0.001, 5, 0.3),
  range(0.001, 0.25, 0.09),
  range(0.001, 0.9, 0.16),
  range(0, 4, 0.57),
  range(0, 1, 0.25),
  range(1, 6, 1.03),
  range(0, 2, 0.31),
  range(0, 2, 0.32),
  range(0.01, 0.8, 0.14),
  range(0.1, 0.8, 0.27),
];

/** The weights, each within its range. */
export const clippedWeights = (w: Weights): Weights =>
  weightRanges.map(({ least, most }, index) => Math.min(Math.max(w[index] ?? 0, least), most));

/** Whether something that was stored can be used as weights. */
export const areWeights = (raw: unknown): raw is Weights =>
  Array.isArray(raw) &&
  raw.length === defaultWeights.length &&
  raw.every((weight, index) => isWithin(weight, weightRanges[index]));

const isWithin = (weight: unknown, range: WeightRange | undefined): boolean =>
  typeof weight === 'number' && range !== undefined && weight >= range.least && weight <= range.most;
