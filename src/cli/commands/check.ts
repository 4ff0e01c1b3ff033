import { indexTopic } from '#core/fact/base.ts';
import { parsePack } from '#core/fact/pack.ts';
import { cardsOf, itemsOf } from '#core/item/generate.ts';
import { compileTopics } from '../content/compile.ts';
import { problemLine } from '../open-topic.ts';
import { done } from './command.ts';
import type { Command } from './command.ts';

export const check: Command = {
  name: 'check',
  summary: 'check all content; prints file:line: problem - what to do',
  takes: [],
  run(_options, contentDir) {
    const { packs, problems, findings } = compileTopics(contentDir);
    const found = problems.length > 0 ? problems : findings();
    if (found.length > 0) return { exit: 1, lines: found.map(problemLine) };
    return done(packs.map(({ json }) => countsOf(json)));
  },
};

/** `niger: 168 facts, 91 entities ...; no problems`. */
function countsOf(json: string): string {
  const topic = parsePack(JSON.parse(json));
  const base = indexTopic(topic);
  const counts = {
    facts: topic.facts.length,
    entities: topic.entities.length,
    predicates: topic.predicates.length,
    sources: topic.sources.length,
    cards: cardsOf(base).length,
    items: itemsOf(base, 1).length,
  };
  const shown = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  return `${topic.id}: ${shown.join(', ')}; no problems`;
}
