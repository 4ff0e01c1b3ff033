import { bench, describe } from 'vitest';
import { compileTopics } from '../../src/cli/content/compile.ts';
import { indexTopic } from '#core/fact/base.ts';
import { parsePack } from '#core/fact/pack.ts';
import { cardsOf, itemsOf } from '#core/item/generate.ts';
import { quizEntries } from '#core/session/quiz.ts';

const json = compileTopics('content').packs[0]?.json ?? '';
const topic = parsePack(JSON.parse(json));
const base = indexTopic(topic);
const cards = cardsOf(base);
let seed = 0;

describe('the Niger topic', () => {
  bench('read and index the pack', () => {
    indexTopic(parsePack(JSON.parse(json)));
  });

  bench('find all cards', () => {
    cardsOf(base);
  });

  bench('make all items', () => {
    itemsOf(base, (seed += 1));
  });

  bench('make a quiz of 20', () => {
    quizEntries(base, cards, { subtopics: [], forms: [], count: 20, seed: (seed += 1) });
  });
});
