import type { Base } from '#core/fact/base.ts';
import { nearest } from '#core/fact/nearest.ts';
import { cardsOf } from '#core/item/generate.ts';
import type { Item } from '#core/item/item.ts';
import { itemMaker } from '#core/item/recipe.ts';
import type { QuizSpec } from '#core/session/plan.ts';
import { quizEntries } from '#core/session/quiz.ts';
import type { OptionName, Options } from './options.ts';

/** What says which quiz is meant. */
export const quizWishes: readonly OptionName[] = [
  'topic',
  'count',
  'seed',
  'subtopic',
  'form',
  'importance',
  'difficulty',
  'answering',
  'letter',
];

/** The quiz, or the sentence that says why there is none of that size. */
export function quizItems(base: Base, options: Options): readonly Item[] | string {
  const spec = specOf(base, options);
  if (typeof spec === 'string') return spec;
  const cards = cardsOf(base);
  const entries = quizEntries(base, cards, spec);
  const most = entries.length;
  if (most === 0) return 'No item of the topic meets these wishes; leave one of them out';
  if (most < spec.count)
    return `The topic "${base.topic.id}" gives a quiz of at most ${most} items; write --count ${most} or less`;
  const make = itemMaker(base, cards);
  return entries.flatMap((entry) => make(entry) ?? []);
}

function specOf(base: Base, options: Options): QuizSpec | string {
  const { count, seed, form, importance, difficulty, answering, letter = 'A', subtopic } = options;
  const { subtopics } = base.topic;
  const own = subtopics.find(({ id }) => id === subtopic);
  if (subtopic !== undefined && !own)
    return unknownSubtopic(
      subtopic,
      subtopics.map(({ id }) => id),
    );
  return {
    subtopics: own ? [own.id] : [],
    forms: form ? [form] : [],
    count,
    seed,
    version: letter.charCodeAt(0) - 'A'.charCodeAt(0),
    ...(importance && { importances: [importance] }),
    ...(difficulty && { difficulty }),
    ...(answering && { answering }),
  };
}

function unknownSubtopic(written: string, ids: readonly string[]): string {
  const guess = nearest(written, ids);
  return `There is no subtopic "${written}"; ${guess ? `write --subtopic ${guess}` : `the subtopics are ${ids.join(', ')}`}`;
}
