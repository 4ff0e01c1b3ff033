import { itemsOf } from '#core/item/generate.ts';
import { itemRecord } from '../item-record.ts';
import { itemText } from '../item-text.ts';
import { withTopic } from '../open-topic.ts';
import { done } from './command.ts';
import type { Command } from './command.ts';

export const items: Command = {
  name: 'items',
  summary: 'write every item of a topic',
  takes: ['topic', 'form', 'seed', 'json'],
  run({ topic, form, seed, json }, contentDir) {
    return withTopic(contentDir, topic, (base) => {
      const wanted = itemsOf(base, seed).filter((item) => form === undefined || item.form === form);
      return done(wanted.map((item) => (json ? JSON.stringify(itemRecord(item)) : itemText(item))));
    });
  },
};
