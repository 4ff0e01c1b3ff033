import type { Base } from '#core/fact/base.ts';
import { cardsOf, makeItem } from '#core/item/generate.ts';
import type { Item } from '#core/item/item.ts';
import { quizEntries, quizSize } from '#core/session/quiz.ts';
import { itemRecord } from '../item-record.ts';
import { itemText } from '../item-text.ts';
import { withTopic } from '../open-topic.ts';
import { done, misused } from './command.ts';
import type { Command } from './command.ts';

export const quiz: Command = {
  name: 'quiz',
  summary: 'write a quiz: no fact twice, all forms mixed',
  takes: ['topic', 'count', 'seed', 'json'],
  run({ topic, count, seed, json }, contentDir) {
    return withTopic(contentDir, topic, (base) => {
      const made = quizItems(base, count, seed);
      if (typeof made === 'string') return misused(made);
      return done(made.map((item) => (json ? JSON.stringify(itemRecord(item)) : itemText(item))));
    });
  },
};

/** The quiz, or the sentence that says why there is none of that size. */
function quizItems(base: Base, count: number, seed: number): readonly Item[] | string {
  const cards = cardsOf(base);
  const spec = { subtopics: [], forms: [], count, seed };
  const most = quizSize(base, cards, spec);
  if (count > most)
    return `The topic "${base.topic.id}" gives a quiz of at most ${most} items; write --count ${most} or less`;
  const cardsById = new Map(cards.map((card) => [card.id, card]));
  return quizEntries(base, cards, spec).flatMap((entry) => {
    const card = cardsById.get(entry.card);
    return (card && makeItem(base, card, entry.form, entry.seed)) ?? [];
  });
}
