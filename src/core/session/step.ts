import type { ReviewPayload } from '../review/event.ts';
import type { Entry, SessionPlan } from './plan.ts';

/** Where a sitting stands. */
export type Step =
  | { readonly type: 'ask'; readonly position: number; readonly of: number; readonly entry: Entry }
  | { readonly type: 'finished'; readonly of: number };

/** A card missed in study comes back at the end of the sitting, at most this often. */
const mostRepeats = 2;

/** The next thing to ask: the plan minus the sitting's reviews, in the order they were given. */
export function stepOf(plan: SessionPlan, reviews: readonly ReviewPayload[]): Step {
  const entries = withRepeats(plan, reviews);
  const position = reviews.length;
  const entry = entries[position];
  return entry
    ? { type: 'ask', position, of: entries.length, entry }
    : { type: 'finished', of: entries.length };
}

/** The entries of a sitting so far, with those that missed answers have added. */
export function withRepeats(plan: SessionPlan, reviews: readonly ReviewPayload[]): readonly Entry[] {
  if (plan.kind === 'quiz') return plan.entries;
  const entries = [...plan.entries];
  reviews.forEach((review, position) => {
    const asked = entries[position];
    const times = entries.filter((entry) => entry.card === asked?.card).length;
    if (asked && review.marks < 0.5 && times <= mostRepeats) {
      entries.push({ ...asked, seed: asked.seed + 1 });
    }
  });
  return entries;
}
