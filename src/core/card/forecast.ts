import type { CardId } from '../fact/fact.ts';
import { addDays } from '../memory/day.ts';
import type { Day } from '../memory/day.ts';
import type { Memory } from '../memory/replay.ts';

export interface DueOn {
  readonly day: Day;
  readonly cards: number;
}

/** How many cards a day's minutes hold: what is left of today, and every later day. */
export interface DailyRoom {
  readonly today: number;
  readonly later: number;
}

/** What is asked on days without an end. */
const allRoom: DailyRoom = { today: Infinity, later: Infinity };

/**
 * Reviews that come back on each of the coming days if nothing more is studied. What is overdue counts today; what a day
 * has no room for waits for the next: nobody is asked more than the minutes hold, so nobody is told more.
 */
export function forecast(
  memories: ReadonlyMap<CardId, Memory>,
  today: Day,
  days: number,
  room: DailyRoom = allRoom,
): readonly DueOn[] {
  const due = new Map<number, number>();
  for (const memory of memories.values()) {
    const ahead = Math.max(0, memory.due - today);
    due.set(ahead, (due.get(ahead) ?? 0) + 1);
  }
  let waiting = 0;
  return Array.from({ length: days }, (_, ahead) => {
    waiting += due.get(ahead) ?? 0;
    const cards = Math.min(waiting, ahead === 0 ? room.today : room.later);
    waiting -= cards;
    return { day: addDays(today, ahead), cards };
  });
}
