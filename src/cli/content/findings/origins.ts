import type { Fact } from '#core/fact/fact.ts';
import type { Topic } from '#core/fact/topic.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';

/** Facts that rest on one origin only: copies of one agency text count once. */
export function loneFacts(topic: Topic): readonly Finding[] {
  const originOf = new Map(topic.sources.map(({ id, origin }) => [id, origin]));
  const origins = ({ references }: Fact) => new Set(references.map(({ source }) => originOf.get(source)));
  return topic.facts.flatMap((fact, index) =>
    origins(fact).size > 1
      ? []
      : [finding(['facts', index, 'sources'], 'rests on one origin', 'cite a second that says the same')],
  );
}
