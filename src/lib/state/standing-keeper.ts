import type { Weights } from '#core/memory/fsrs.ts';
import { standingAfter } from '#core/review/standing.ts';
import type { Given, Standing } from '#core/review/standing.ts';

/** Replays a log, and when it is asked again for a longer one, only what is new: an answer then costs no replay. */
export function standingKeeper(): (reviews: readonly Given[], w: Weights) => Standing {
  let kept:
    | { readonly reviews: readonly Given[]; readonly w: Weights; readonly standing: Standing }
    | undefined;
  return (reviews, w) => {
    const before = kept?.w === w && isStartOf(kept.reviews, reviews) ? kept : undefined;
    const standing = standingAfter(reviews.slice(before?.reviews.length ?? 0), w, before?.standing);
    kept = { reviews, w, standing };
    return standing;
  };
}

const isStartOf = (start: readonly Given[], whole: readonly Given[]): boolean =>
  start.length <= whole.length && start.every((review, index) => review === whole[index]);
