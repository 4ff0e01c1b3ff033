import { indexTopic } from '#core/fact/base.ts';
import type { Topic } from '#core/fact/topic.ts';
import { itemsOf } from '#core/item/generate.ts';
import { echoes } from './echoes.ts';
import type { Finding } from './finding.ts';
import { orphanSources, silentFacts, staleFacts, unusedEntities } from './leftovers.ts';
import { stumblingSentences } from './stumbles.ts';

/** What a check knows beside the topic itself. */
export interface Surroundings {
  /** Today as yyyymmdd. */
  readonly today: number;
  /** Runs of words in articles that were read for the topic. */
  readonly runs: ReadonlySet<string>;
}

/** What a sound topic still leaves to mend. The build does not stop at these, `check` does. */
export function findingsOf(topic: Topic, { today, runs }: Surroundings): readonly Finding[] {
  const base = indexTopic(topic);
  const stumbles = stumblingSentences(base);
  return [
    ...unusedEntities(topic),
    ...orphanSources(topic),
    ...without(stumbles, silentFacts(base, itemsOf(base, 1))),
    ...stumbles,
    ...staleFacts(topic, today),
    ...echoes(base, runs),
  ];
}

/** The findings whose place has none of `others`: a fact that stumbles is not asked, and that is all there is to say. */
function without(others: readonly Finding[], findings: readonly Finding[]): readonly Finding[] {
  const places = new Set(others.map(({ path }) => path.join('/')));
  return findings.filter(({ path }) => !places.has(path.join('/')));
}
