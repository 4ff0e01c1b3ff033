import type { Known } from '#core/card/selection.ts';
import { missedCards } from '#core/progress/missed.ts';
import type { App } from './app.svelte.ts';

/** What is known of the learner's cards today. */
export const knownOf = ({ log, today }: App): Known => ({
  memories: log.memories,
  suspended: log.shelf.suspended,
  missed: missedCards(log.reviews),
  today,
});
