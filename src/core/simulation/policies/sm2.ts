import type { Course, Policy } from '../policy.ts';
import { dueQueue } from './interval.ts';

/** SM-2 with Anki's defaults: 20 new a day, ease 250 %, first interval 1 day (easy: 4), a lapse starts again at 1 day. */
export function sm2({ facts }: Course): Policy {
  const intervals = new Float64Array(facts);
  const ease = new Float64Array(facts).fill(2.5);
  const due = new Map<number, number>();
  return {
    queue: (day) => dueQueue(facts, day, (card) => due.get(card), 20),
    answered(card, day, { rating }) {
      const before = intervals[card] ?? 0;
      const late = Math.max(0, day - (due.get(card) ?? 0));
      const factor = ease[card] ?? 2.5;
      const next = {
        again: () => 1,
        hard: () => Math.max(before * 1.2, before + 1),
        good: () => Math.max((before + late / 2) * factor, before + 1),
        easy: () => Math.max((before + late) * factor * 1.3, before + 1),
      };
      const wait = before === 0 ? (rating === 'easy' ? 4 : 1) : next[rating]();
      if (before > 0) ease[card] = Math.max(1.3, factor + changes[rating]);
      intervals[card] = Math.round(wait);
      due.set(card, day + Math.round(wait));
    },
  };
}

const changes = { again: -0.2, hard: -0.15, good: 0, easy: 0.15 } as const;
