import type { Day } from '../memory/day.ts';
import type { MemoryState } from '../memory/fsrs.ts';
import type { Gain } from './index-table.ts';

/** What a plan needs to know of a memory. */
export interface Known extends MemoryState {
  readonly last: Day;
  /** How often it was asked. */
  readonly reviews: number;
}

/** One thing that may be asked. */
export interface Candidate {
  /** What is known of its memory; none if it was never asked. */
  readonly memory?: Known | undefined;
  /** A factor on its value, 1 as a rule. */
  readonly importance: number;
}

/** How much each candidate is worth asking today, by its place in the list of candidates. */
export interface Ranking {
  /** Gain for each second; -Infinity where it must not be asked today. */
  readonly index: Float64Array;
  readonly seconds: Float64Array;
}

export function rankAll(
  candidates: readonly Candidate[],
  gainOf: (candidate: Candidate, place: number) => Gain | undefined,
): Ranking {
  const index = new Float64Array(candidates.length).fill(-Infinity);
  const seconds = new Float64Array(candidates.length);
  candidates.forEach((candidate, place) => {
    const found = gainOf(candidate, place);
    if (!found) return;
    index[place] = (candidate.importance * found.gain) / found.seconds;
    seconds[place] = found.seconds;
  });
  return { index, seconds };
}

/** The places of about `count` candidates that may be asked (more where several are equal), the best first. */
export function bestOf({ index }: Ranking, count: number): readonly number[] {
  const sorted = index.toSorted();
  const least = sorted[Math.max(0, sorted.length - count)] ?? -Infinity;
  const places: number[] = [];
  index.forEach((value, place) => {
    if (value >= least && value > -Infinity) places.push(place);
  });
  return places.sort((a, b) => (index[b] ?? 0) - (index[a] ?? 0));
}
