import { indexTopic } from '#core/fact/base.ts';
import { parsePack } from '#core/fact/pack.ts';
import { cardsOf, itemsOf } from '#core/item/generate.ts';
import { loneFacts } from '../content/findings/origins.ts';
import { compileTopics } from '../content/compile.ts';
import { problemLine } from '../open-topic.ts';
import { done } from './command.ts';
import type { Command } from './command.ts';

export const check: Command = {
  name: 'check',
  summary:
    'check all content, also against the articles in ../shared/seeds; prints file:line: problem - what to do',
  takes: ['origins'],
  run({ origins }, contentDir) {
    const { packs, problems, findings, lone } = compileTopics(contentDir);
    const found = problems.length > 0 ? problems : [...findings(), ...(origins ? lone() : [])];
    if (found.length > 0) return { exit: 1, lines: found.map(problemLine) };
    return done(packs.map(({ json }) => countsOf(json)));
  },
};

/** `niger: 168 facts, 91 entities ...; 140 facts (83 %) have two origins; no problems`. */
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
  const firm = counts.facts - loneFacts(topic).length;
  const share = Math.round((100 * firm) / counts.facts);
  return `${topic.id}: ${shown.join(', ')}; ${firm} facts (${share} %) have two origins; no problems`;
}
