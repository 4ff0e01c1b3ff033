import { randomInt, seededRandom } from '#core/item/random.ts';
import { addDays } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import type { Task } from '#core/plan/pick.ts';

export const today = 20_000 as Day;

/** Facts in the middle of a course: a third is new, the others were met in the last weeks. */
export function someTasks(count: number): readonly Task[] {
  const random = seededRandom(`plan|${count}`);
  return Array.from({ length: count }, (_, place) => ({
    importance: 1,
    fact: `fact ${place}`,
    memory:
      place % 3 === 0
        ? undefined
        : {
            stability: 0.3 + 60 * random() ** 3,
            difficulty: 1 + 9 * random(),
            last: addDays(today, -1 - randomInt(21, random)),
            reviews: 2,
          },
  }));
}
