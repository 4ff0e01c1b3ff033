import { itemRecord } from '../item-record.ts';
import { itemText } from '../item-text.ts';
import { withTopic } from '../open-topic.ts';
import { quizItems, quizWishes } from '../quiz-items.ts';
import { done, misused } from './command.ts';
import type { Command } from './command.ts';

export const quiz: Command = {
  name: 'quiz',
  summary: 'write a quiz: no fact twice, no item that tells what another asks',
  takes: [...quizWishes, 'json'],
  run(options, contentDir) {
    return withTopic(contentDir, options.topic, (base) => {
      const made = quizItems(base, options);
      if (typeof made === 'string') return misused(made);
      return done(made.map((item) => (options.json ? JSON.stringify(itemRecord(item)) : itemText(item))));
    });
  },
};
