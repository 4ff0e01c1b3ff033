import type { Course, Policy } from '../policy.ts';
import { dueQueue } from './interval.ts';

/** Leitner's boxes at 1, 2, 4, 8 and 16 days: right moves a card on, wrong back to the first; new cards fill the rest. */
export function leitner({ facts }: Course): Policy {
  const box = new Int8Array(facts).fill(-1);
  const due = new Map<number, number>();
  return {
    queue: (day) => dueQueue(facts, day, (card) => due.get(card), Infinity),
    answered(card, day, { rating }) {
      const next = rating === 'again' ? 0 : Math.min((box[card] ?? -1) + 1, waits.length - 1);
      box[card] = next;
      due.set(card, day + (waits[next] ?? 1));
    },
  };
}

const waits = [1, 2, 4, 8, 16];
