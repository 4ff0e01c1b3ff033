import type { Item } from '#core/item/item.ts';
import { m } from '#lib/i18n/messages.ts';

import type { Reply } from './interaction.ts';
import { keyLines, missing } from './reply-words.ts';
import { toneOf, verdictWords } from './verdict.ts';

/** The verdict as it is spoken: with what is true where the learner was not right. */
export function announcement(item: Item, reply: Reply): string {
  const word = verdictWords[toneOf(reply)]();
  if (reply.score.verdict === 'right') return word;
  const hint = missing(item, reply);
  const key = m.item_right_response({ key: keyLines(item).join('; ') });
  return [word, hint === '' ? key : hint, item.explanation].map(sentence).join(' ');
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
