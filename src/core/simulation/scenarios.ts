import type { Course } from './policy.ts';

/** What policies are compared in: facts, days, and minutes on each of them. */
export const scenarios: readonly Pick<Course, 'facts' | 'days' | 'minutes'>[] = [
  { facts: 120, days: 7, minutes: 10 },
  { facts: 120, days: 14, minutes: 5 },
  { facts: 500, days: 14, minutes: 20 },
  { facts: 500, days: 30, minutes: 10 },
  { facts: 500, days: 30, minutes: 20 },
  { facts: 500, days: 90, minutes: 5 },
  { facts: 2000, days: 90, minutes: 20 },
];
