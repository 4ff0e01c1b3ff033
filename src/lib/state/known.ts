import type { Known } from '#core/card/selection.ts';
import type { App } from './app.svelte.ts';

/** What is known of the learner's cards today. */
export const knownOf = ({ log, today }: App): Known => ({
  memories: log.memories,
  suspended: log.shelf.suspended,
  missed: log.projection?.missed ?? new Set(),
  today,
});
