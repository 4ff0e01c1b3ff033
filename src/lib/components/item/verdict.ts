import type { Item, Option } from '#core/item/item.ts';
import type { Response, Score } from '#core/review/response.ts';
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

/** What is missing in a response that was almost right; empty for any other. */
export function missing(item: Item, { response, score }: Reply): string {
  if (score.verdict !== 'almost') return '';
  if (response.type === 'choice') return m.item_almost_mended({ key: mendedText(item) ?? '' });
  if (response.type !== 'text') return '';
  const slip = score.marks > 0.5;
  return slip ? m.item_almost_spelling({ key: item.key }) : m.item_almost_exact({ key: item.key });
}

/** The wrong options that a response chose, each with its certificate. */
export function wrongChoices(item: Item, response: Response): readonly Option[] {
  if (response.type !== 'choice') return [];
  const chosen = [
    item.options.find((option) => option.id === response.option),
    item.repair?.options.find((option) => option.id === response.repair),
  ];
  return chosen.flatMap((option) => (option && !option.correct ? [option] : []));
}

/** The right response in words. */
export function keyText(item: Item): string {
  const option = item.options.find(({ id }) => id === item.key);
  const mended = mendedText(item);
  if (!option) return item.key;
  return mended === undefined ? option.text : `${option.text}: ${mended}`;
}

/** The right words for a false statement; undefined where they are not asked for. */
const mendedText = ({ repair }: Item): string | undefined =>
  repair?.options.find(({ correct }) => correct)?.text;

/** What the learner did, in words; for a self-rated card there are none. */
export function responseText(item: Item, response: Response): string {
  switch (response.type) {
    case 'choice': {
      const option = item.options.find(({ id }) => id === response.option);
      const mended = item.repair?.options.find(({ id }) => id === response.repair);
      return [option?.text, mended?.text].filter((text) => text !== undefined).join(': ');
    }
    case 'text':
      return response.text;
    case 'pass':
      return m.item_pass();
    case 'number':
      return String(response.value);
    case 'date':
      return response.iso;
    case 'multiple':
    case 'order':
    case 'match':
    case 'reveal':
      return '';
  }
}

/** The verdict as it is spoken: with what is true where the learner was not right. */
export function announcement(item: Item, reply: Reply): string {
  const word = verdictWords[toneOf(reply)]();
  return reply.score.verdict === 'right' ? word : `${word}. ${item.explanation}`;
}
