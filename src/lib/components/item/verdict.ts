import type { Score } from '#core/review/response.ts';
import { m } from '#lib/i18n/messages.ts';

import type { Reply } from './interaction.ts';

/** How a reply is shown. Passing is no mistake, so it has a tone of its own. */
export type Tone = Score['verdict'] | 'passed';

export const toneOf = ({ response, score }: Reply): Tone =>
  response.type === 'pass' ? 'passed' : score.verdict;

/** The verdict in a word. */
export const verdictWords: Readonly<Record<Tone, () => string>> = {
  right: m.item_verdict_right,
  almost: m.item_verdict_almost,
  wrong: m.item_verdict_wrong,
  passed: m.item_verdict_passed,
};
