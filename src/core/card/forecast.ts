import type { CardId } from '../fact/fact.ts';
import { addDays } from '../memory/day.ts';
import type { Day } from '../memory/day.ts';
import type { Memory } from '../memory/replay.ts';

export interface DueOn {
  readonly day: Day;
  readonly cards: number;
}

/** Reviews that fall due on each of the coming days if nothing more is studied; what is overdue counts today. */
export function forecast(memories: ReadonlyMap<CardId, Memory>, today: Day, days: number): readonly DueOn[] {
  const counts = new Map<number, number>();
  for (const { due } of memories.values()) {
    const ahead = Math.max(0, due - today);
    counts.set(ahead, (counts.get(ahead) ?? 0) + 1);
  }
  return Array.from({ length: days }, (_, ahead) => ({
    day: addDays(today, ahead),
    cards: counts.get(ahead) ?? 0,
  }));
}
