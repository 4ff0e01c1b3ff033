import { defaultWeights, firstState, interval, nextState } from '../../memory/fsrs.ts';
import type { MemoryState } from '../../memory/fsrs.ts';
import type { Course, Policy } from '../policy.ts';

/** How FSRS is usually run: a card is due when recall falls to a constant retention; then new cards, up to a number. */
export function constantRetention({ facts }: Course, retention: number, newPerDay: number): Policy {
  const states: (MemoryState | undefined)[] = Array.from({ length: facts });
  const last = new Int32Array(facts);
  const schedule = dueDates(facts);
  return {
    queue: (day) => schedule.queue(day, newPerDay),
    answered(card, day, rating) {
      const state = states[card];
      const next = state
        ? nextState(state, day - (last[card] ?? 0), rating, defaultWeights)
        : firstState(rating);
      states[card] = next;
      last[card] = day;
      schedule.set(card, day + Math.max(1, Math.round(interval(retention, next.stability))));
    },
  };
}

interface DueDates {
  set(card: number, due: number): void;
  /** Due cards, the longest due first, then new cards. */
  queue(day: number, newPerDay: number): readonly number[];
}

/** Due dates of cards; what has none is new. */
export function dueDates(facts: number): DueDates {
  const due = new Int32Array(facts).fill(-1);
  return {
    set: (card, day) => void (due[card] = day),
    queue(day, newPerDay) {
      const cards = Array.from({ length: facts }, (_, card) => card);
      const old = cards.filter((card) => (due[card] ?? 0) >= 0 && (due[card] ?? 0) <= day);
      const fresh = cards.filter((card) => due[card] === -1);
      return [...old.sort((a, b) => (due[a] ?? 0) - (due[b] ?? 0)), ...fresh.slice(0, newPerDay)];
    },
  };
}
