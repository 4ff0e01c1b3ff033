import type { ReviewPayload } from '../review/event.ts';
import type { Entry, SessionPlan } from './plan.ts';

/** Where a sitting stands. */
export type Step =
  | { readonly type: 'ask'; readonly position: number; readonly of: number; readonly entry: Entry }
  | { readonly type: 'finished'; readonly of: number };

/** A card missed in study comes back at the end of the sitting, at most this often. */
const mostRepeats = 2;

/** Entries that are passed over although the plan has them: what was banned since. */
export type Skips = (entry: Entry) => boolean;
const none: Skips = () => false;

/** The next thing to ask: the plan minus the sitting's reviews, in the order they were given. */
export function stepOf(plan: SessionPlan, reviews: readonly ReviewPayload[], skips: Skips = none): Step {
  const entries = withRepeats(plan, reviews, skips);
  const position = reviews.length;
  const entry = entries[position];
  return entry
    ? { type: 'ask', position, of: entries.length, entry }
    : { type: 'finished', of: entries.length };
}

/** The entries of a sitting: those answered so far, then what is left of the plan and what missed answers have added. */
export function withRepeats(
  plan: SessionPlan,
  reviews: readonly ReviewPayload[],
  skips: Skips = none,
): readonly Entry[] {
  const asked: Entry[] = [];
  const left = [...plan.entries];
  for (const review of reviews) {
    const { card, form, seed, easier } = take(left, review) ?? review;
    const entry = { card, form, seed, ...(easier && { easier }) };
    asked.push(entry);
    const times = [...asked, ...left].filter((other) => other.card === card).length;
    if (plan.kind === 'study' && review.marks < 0.5 && times <= mostRepeats) {
      left.push({ ...entry, seed: seed + 1 });
    }
  }
  return [...asked, ...left.filter((entry) => !skips(entry))];
}

/** Takes the first entry out of a list that a review answers. */
function take(entries: Entry[], { card, form, easier }: ReviewPayload): Entry | undefined {
  const index = entries.findIndex(
    (entry) => entry.card === card && entry.form === form && entry.easier === easier,
  );
  return index < 0 ? undefined : entries.splice(index, 1)[0];
}
