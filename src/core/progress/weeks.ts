import { addDays } from '../memory/day.ts';
import type { Day } from '../memory/day.ts';

/** 0 Monday .. 6 Sunday. Day 0, 1 January 1970, was a Thursday. */
export const weekday = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/** The first day of a grid of whole weeks that ends with the week of `today`. */
export const firstDayOfWeeks = (today: Day, weeks: number): Day =>
  addDays(today, -weekday(today) - 7 * (weeks - 1));

/** Steps of colour for a calendar: 0 for nothing, then as many as there are `edges` plus one. */
export const levelOf = (count: number, edges: readonly number[]): number =>
  count === 0 ? 0 : 1 + edges.filter((edge) => count >= edge).length;
