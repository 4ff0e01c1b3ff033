import type { Topic } from '#core/fact/topic.ts';

/** The topic without predicates and sources that none of its facts mentions. */
export function usedOnly(topic: Topic): Topic {
  const predicates = new Set(topic.facts.map((fact) => fact.predicate));
  const sources = new Set(
    topic.facts.flatMap((fact) => [
      ...fact.references.map((reference) => reference.source),
      ...fact.denials.map((denial) => denial.reference.source),
      ...(fact.accordingTo?.type === 'source' ? [fact.accordingTo.id] : []),
    ]),
  );
  for (const { values } of topic.conflicts) {
    for (const { source } of values) if (source) sources.add(source);
  }
  return {
    ...topic,
    predicates: topic.predicates.filter((predicate) => predicates.has(predicate.id)),
    sources: topic.sources.filter((source) => sources.has(source.id)),
  };
}
