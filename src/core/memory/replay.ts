import { addDays } from './day.ts';
import type { Day } from './day.ts';
import { defaultWeights, firstState, forgetting, nextState } from './fsrs.ts';
import type { MemoryState, Rating, Weights } from './fsrs.ts';

/** One practice of one thing, as the log proves it. */
export interface Practice<Id> {
  readonly card: Id;
  readonly day: Day;
  readonly rating: Rating;
}

/** What is known about the memory of one card. A cache: always rebuilt from the log. */
export interface Memory extends MemoryState {
  /** The decay w20 of the forgetting curve that the stability belongs to. */
  readonly decay: number;
  readonly last: Day;
  /** The day on which recall falls to 90 %. */
  readonly due: Day;
  readonly reviews: number;
  readonly lapses: number;
}

/** Every card's memory after the practices, given in the order they happened. */
export function replay<Id>(
  practices: Iterable<Practice<Id>>,
  w: Weights = defaultWeights,
): ReadonlyMap<Id, Memory> {
  const memories = new Map<Id, Memory>();
  for (const practice of practices) {
    memories.set(practice.card, practised(memories.get(practice.card), practice, w));
  }
  return memories;
}

/** The memory after one more practice. A clock set back counts as the same day. */
export function practised(
  memory: Memory | undefined,
  { day, rating }: Omit<Practice<unknown>, 'card'>,
  w: Weights = defaultWeights,
): Memory {
  const state = memory ? nextState(memory, daysSince(memory, day), rating, w) : firstState(rating, w);
  return remembered(memory, day, state, rating === 'again', w);
}

/** The memory with a new state, reached on a day. */
export function remembered(
  memory: Memory | undefined,
  day: Day,
  { stability, difficulty }: MemoryState,
  failed: boolean,
  w: Weights,
): Memory {
  const last = memory && memory.last > day ? memory.last : day;
  return {
    // Named one by one: a spread here makes a replay three times slower.
    stability,
    difficulty,
    decay: w[20] ?? 0,
    last,
    due: dueAfter(last, stability),
    reviews: (memory?.reviews ?? 0) + 1,
    lapses: (memory?.lapses ?? 0) + (memory && failed ? 1 : 0),
  };
}

/** The day, at least the next one, on which recall falls to 90 %: stability is defined so. */
export const dueAfter = (last: Day, stability: number): Day =>
  addDays(last, Math.max(1, Math.round(stability)));

/** Whole days since the last practice; 0 when the clock was set back. */
export const daysSince = ({ last }: Memory, day: Day): number => Math.max(0, day - last);

/** The chance, 0..1, that the card is recalled on a day. */
export const recall = (memory: Memory, day: Day): number =>
  forgetting(memory.stability, daysSince(memory, day), memory.decay);
