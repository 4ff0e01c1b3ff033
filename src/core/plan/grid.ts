import type { MemoryState } from '../memory/fsrs.ts';

/**
 * The points at which a plan knows values: stability on a logarithmic axis times difficulty. Between them values are
 * interpolated; a `Spot` is a place between four points.
 */
export const stabilitySteps = 24;
const difficultySteps = 4;
export const cellCount = stabilitySteps * difficultySteps;

const leastStability = 0.1;
const mostStability = 1000;
const leastLog = Math.log(leastStability);
const logStep = (Math.log(mostStability) - leastLog) / (stabilitySteps - 1);
const difficultyStep = 9 / (difficultySteps - 1);

export const stabilityAt = (step: number): number => Math.exp(leastLog + step * logStep);
export const stepOfCell = (cell: number): number => Math.floor(cell / difficultySteps);
export const stabilityOfCell = (cell: number): number => stabilityAt(stepOfCell(cell));
export const difficultyOfCell = (cell: number): number => 1 + (cell % difficultySteps) * difficultyStep;

/** Days between answers, and days since the last one, that a plan looks at. */
export const gaps: readonly number[] = [
  1, 2, 3, 4, 5, 7, 9, 12, 15, 19, 24, 30, 38, 48, 60, 75, 95, 120, 200, 400, 1000,
];

/** For every whole number of days up to the longest gap, the place of the last gap that is not longer. */
const gapBefore = Uint8Array.from({ length: (gaps.at(-1) ?? 0) + 1 }, (_, days) =>
  Math.max(
    0,
    gaps.findLastIndex((gap) => gap <= days),
  ),
);

/** A place among the gaps: `gap` and the next one, `part` of the way between them. */
export function gapPlace(days: number): { readonly gap: number; readonly part: number } {
  const bounded = Math.min(Math.max(Math.floor(days), 1), gapBefore.length - 1);
  const gap = Math.min(gapBefore[bounded] ?? 0, gaps.length - 2);
  const from = gaps[gap] ?? 1;
  return { gap, part: Math.min(1, (bounded - from) / ((gaps[gap + 1] ?? from + 1) - from)) };
}

/**
 * Places between grid points, one an index: the corner with the lower values, and the weights of the four corners, which
 * add up to the chance of getting there.
 */
export interface Spots {
  readonly corner: Uint16Array;
  readonly weights: Float64Array;
}

export const newSpots = (count: number): Spots => ({
  corner: new Uint16Array(count),
  weights: new Float64Array(count * 4),
});

/** How far each of the four corners lies behind the first. */
export const cornerSteps = [0, 1, difficultySteps, difficultySteps + 1] as const;

/** Notes where a state lies and the chance of it. What lies outside the grid counts as its edge. */
export function placeSpot(
  { corner, weights }: Spots,
  index: number,
  { stability, difficulty }: MemoryState,
  chance = 1,
): void {
  const row = bounded((Math.log(stability) - leastLog) / logStep, stabilitySteps - 1);
  const column = bounded((difficulty - 1) / difficultyStep, difficultySteps - 1);
  const top = Math.min(Math.floor(row), stabilitySteps - 2);
  const left = Math.min(Math.floor(column), difficultySteps - 2);
  const [down, across] = [row - top, column - left];
  corner[index] = top * difficultySteps + left;
  weights[index * 4] = chance * (1 - down) * (1 - across);
  weights[index * 4 + 1] = chance * (1 - down) * across;
  weights[index * 4 + 2] = chance * down * (1 - across);
  weights[index * 4 + 3] = chance * down * across;
}

/** The value at a spot, times its chance, of a table with one value a cell that begins at `offset`. */
export function valueAt(
  table: Float64Array,
  offset: number,
  { corner, weights }: Spots,
  index: number,
): number {
  const at = offset + (corner[index] ?? 0);
  const weight = index * 4;
  return (
    (weights[weight] ?? 0) * (table[at] ?? 0) +
    (weights[weight + 1] ?? 0) * (table[at + 1] ?? 0) +
    (weights[weight + 2] ?? 0) * (table[at + difficultySteps] ?? 0) +
    (weights[weight + 3] ?? 0) * (table[at + difficultySteps + 1] ?? 0)
  );
}

/** Adds `count` to the table at a spot, times its chance: the transpose of `valueAt`. */
export function addAt(
  table: Float64Array,
  offset: number,
  { corner, weights }: Spots,
  index: number,
  count: number,
): void {
  const at = offset + (corner[index] ?? 0);
  const weight = index * 4;
  table[at] = (table[at] ?? 0) + count * (weights[weight] ?? 0);
  table[at + 1] = (table[at + 1] ?? 0) + count * (weights[weight + 1] ?? 0);
  table[at + difficultySteps] = (table[at + difficultySteps] ?? 0) + count * (weights[weight + 2] ?? 0);
  table[at + difficultySteps + 1] =
    (table[at + difficultySteps + 1] ?? 0) + count * (weights[weight + 3] ?? 0);
}

const bounded = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
