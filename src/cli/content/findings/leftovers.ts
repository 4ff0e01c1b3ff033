import type { Base } from '#core/fact/base.ts';
import type { Fact } from '#core/fact/fact.ts';
import { intervalOf } from '#core/fact/interval.ts';
import type { Topic } from '#core/fact/topic.ts';
import type { EntityId } from '#core/fact/value.ts';
import type { Item } from '#core/item/item.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';

/** Entities that no fact and no term speaks of. */
export function unusedEntities(topic: Topic): readonly Finding[] {
  const used = new Set<EntityId>(topic.terms.flatMap(({ entity }) => entity ?? []));
  for (const fact of topic.facts) for (const id of entitiesIn(fact)) used.add(id);
  return topic.entities.flatMap(({ id }, index) =>
    used.has(id)
      ? []
      : [
          finding(
            ['entities', index],
            `no fact speaks of the entity "${id}"`,
            'remove it, or write a fact about it',
          ),
        ],
  );
}

function entitiesIn(fact: Fact): readonly EntityId[] {
  const values = [fact.object, ...fact.neverOffer, ...fact.denials.map(({ value }) => value)];
  return [
    fact.subject,
    ...values.flatMap((value) => (value.type === 'entity' ? [value.id] : [])),
    ...(typeof fact.about === 'string' ? [fact.about] : []),
    ...[fact.place, fact.occasion].flatMap((id) => id ?? []),
    ...(fact.accordingTo?.type === 'entity' ? [fact.accordingTo.id] : []),
  ];
}

/** Sources that neither a fact nor a recorded conflict rests on. */
export function orphanSources(topic: Topic): readonly Finding[] {
  const used = new Set([
    ...topic.facts.flatMap(({ references, accordingTo }) => [
      ...references.map(({ source }) => source),
      ...(accordingTo?.type === 'source' ? [accordingTo.id] : []),
    ]),
    ...topic.conflicts.flatMap(({ values }) => values.flatMap(({ source }) => source ?? [])),
  ]);
  return topic.sources.flatMap(({ id }, index) =>
    used.has(id)
      ? []
      : [finding(['sources', index], `no fact rests on the source "${id}"`, 'remove it, or cite it')],
  );
}

/** Facts that may be asked but that no form can ask. */
export function silentFacts(base: Base, items: readonly Item[]): readonly Finding[] {
  const asked = new Set(items.flatMap(({ facts }) => facts));
  return base.topic.facts.flatMap(({ id, ask, rank }, index) => {
    const silent = ask !== 'never' && rank !== 'deprecated' && !base.superseded.has(id) && !asked.has(id);
    const remedy = 'give its predicate a stem that this fact can fill, or write `ask: never`';
    return silent ? [finding(['facts', index], 'nobody can ask this fact', remedy)] : [];
  });
}

/** Facts that somebody should have looked at by `today`, which is yyyymmdd. */
export function staleFacts(topic: Topic, today: number): readonly Finding[] {
  return topic.facts.flatMap(({ reviewBy }, index) =>
    reviewBy && intervalOf(reviewBy).last < today
      ? [
          finding(
            ['facts', index, 'reviewBy'],
            `was to be reviewed by ${reviewBy.iso}`,
            'look again and set a new date',
          ),
        ]
      : [],
  );
}
