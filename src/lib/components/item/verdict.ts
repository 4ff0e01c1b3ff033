import type { Item } from '#core/item/item.ts';
import type { Score } from '#core/review/response.ts';
import { m } from '#lib/i18n/messages.ts';

import type { Reply } from './interaction.ts';
import { keyLines, missing } from './reply-words.ts';

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

/** The verdict as it is spoken: with what is true where the learner was not right. */
export function announcement(item: Item, reply: Reply): string {
  const word = verdictWords[toneOf(reply)]();
  if (reply.score.verdict === 'right') return word;
  const hint = missing(item, reply);
  const key = m.item_right_response({ key: keyLines(item).join('; ') });
  return [word, hint === '' ? key : hint, item.explanation].map(sentence).join(' ');
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
