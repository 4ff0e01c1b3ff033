import { indexTopic } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import { parsePack, writePack } from '#core/fact/pack.ts';
import { itemsOf, makeItem, possibleCards } from '#core/item/generate.ts';
import { formIds } from '#core/item/item.ts';
import { quizEntries } from '#core/session/quiz.ts';
import { syntheticTopic } from '../core/synthetic.ts';

/** What runs in the page: times in milliseconds, of a run that follows a first one as in a sitting. */
const measures = {
  'read and index': (base: Base, pack: string) => time(() => indexTopic(parsePack(JSON.parse(pack)))),
  'a quiz of 20': (base: Base) => {
    const cards = possibleCards(base);
    const quiz = (seed: number) => quizEntries(base, cards, { subtopics: [], forms: [], count: 20, seed });
    quiz(1);
    return time(() => quiz(2));
  },
  '1,000 items': (base: Base) => time(() => someItems(base, 1000)),
  'all items': (base: Base) => time(() => itemsOf(base, 3)),
};
export type Measure = keyof typeof measures;

/** Made of cards spread over the whole topic, in every form in turn. */
function someItems(base: Base, count: number): number {
  const cards = possibleCards(base);
  let made = 0;
  for (let turn = 0; made < count && turn < 40 * count; turn += 1) {
    const card = cards[(turn * 7919) % cards.length];
    const form = formIds[turn % formIds.length];
    if (card && form && makeItem(base, card, form, turn)) made += 1;
  }
  return made;
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const bases = new Map<string, { readonly base: Base; readonly pack: string }>();

/** Measures one thing on the pack given, or on an invented topic of so many facts. */
function measure(what: Measure, topic: string | number): number {
  const pack = typeof topic === 'string' ? topic : writePack(syntheticTopic(topic));
  const key = String(typeof topic === 'string' ? topic.length : `${topic} facts`);
  const known = bases.get(key) ?? { base: indexTopic(parsePack(JSON.parse(pack))), pack };
  bases.set(key, known);
  return measures[what](known.base, known.pack);
}

Object.assign(globalThis, { measure });
