import type { Assignment } from './assignment.ts';

/** Whether an attempt can begin: not yet, not any more, or now, and if it will count as late. */
export type Door =
  | { readonly type: 'early'; readonly opensUtcMs: number }
  | { readonly type: 'used-up' }
  | { readonly type: 'open'; readonly lateSinceUtcMs?: number };

/** Late work is taken and told, never refused: the clock of a phone may be wrong, and the teacher decides. */
export function doorOf(
  { opens, due, settings: { attempts } }: Pick<Assignment, 'opens' | 'due' | 'settings'>,
  used: number,
  nowUtcMs: number,
): Door {
  if (attempts > 0 && used >= attempts) return { type: 'used-up' };
  if (opens && nowUtcMs < opens.utcMs) return { type: 'early', opensUtcMs: opens.utcMs };
  return due && nowUtcMs > due.utcMs ? { type: 'open', lateSinceUtcMs: due.utcMs } : { type: 'open' };
}
