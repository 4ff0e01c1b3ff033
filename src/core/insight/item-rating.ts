import type { ItemFigures } from '../statistics/item-figures.ts';

/** What a teacher should know of an item at once: nothing, or that it was too hard, too easy, or tells students apart badly. */
export type ItemRating = 'fine' | 'hard' | 'easy' | 'against' | 'dubious';

/** Fewer students tell nothing about how an item divides them. */
const enoughStudents = 10;

/** After Moodle's marks: below a guess or nearly so is too hard; an efficiency under 15 % is dubious. */
export function ratingOf(
  { facility, guess, against, efficiency }: ItemFigures,
  students: number,
): ItemRating {
  if (facility <= Math.max(0.05, guess)) return 'hard';
  if (facility >= 0.95) return 'easy';
  if (students < enoughStudents) return 'fine';
  if (against) return 'against';
  return efficiency !== undefined && efficiency < 0.15 ? 'dubious' : 'fine';
}
