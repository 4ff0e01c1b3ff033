import { addDays } from './day.ts';
import type { Day } from './day.ts';
import { firstState, interval, nextState, retrievability } from './fsrs.ts';
import type { MemoryState, Rating } from './fsrs.ts';

/** One practice of one thing, as the log proves it. */
export interface Practice<Id> {
  readonly card: Id;
  readonly day: Day;
  readonly rating: Rating;
}

/** What is known about the memory of one card. A cache: always rebuilt from the log. */
export interface Memory extends MemoryState {
  readonly last: Day;
  /** The day on which recall falls to the wanted retention. */
  readonly due: Day;
  readonly reviews: number;
  readonly lapses: number;
}

/** The recall at which a card falls due. */
export const wantedRetention = 0.9;

/** Every card's memory after the practices, given in the order they happened. */
export function replay<Id>(practices: Iterable<Practice<Id>>): ReadonlyMap<Id, Memory> {
  const memories = new Map<Id, Memory>();
  for (const practice of practices) {
    memories.set(practice.card, practised(memories.get(practice.card), practice));
  }
  return memories;
}

/** The memory after one more practice. A clock set back counts as the same day. */
export function practised(
  memory: Memory | undefined,
  { day, rating }: Omit<Practice<unknown>, 'card'>,
): Memory {
  const state = memory ? nextState(memory, Math.max(0, day - memory.last), rating) : firstState(rating);
  const last = memory && memory.last > day ? memory.last : day;
  const wait = Math.max(1, Math.round(interval(wantedRetention, state.stability)));
  return {
    // Named one by one: a spread here makes a replay three times slower.
    stability: state.stability,
    difficulty: state.difficulty,
    last,
    due: addDays(last, wait),
    reviews: (memory?.reviews ?? 0) + 1,
    lapses: (memory?.lapses ?? 0) + (memory && rating === 'again' ? 1 : 0),
  };
}

/** The chance, 0..1, that the card is recalled on a day. */
export function recall(memory: Memory, day: Day): number {
  return retrievability(memory.stability, Math.max(0, day - memory.last));
}
