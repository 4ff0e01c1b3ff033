import { indexTopic } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import type { Fact } from '#core/fact/fact.ts';
import { intervalOf } from '#core/fact/interval.ts';
import type { Path } from '#core/fact/parse-problem.ts';
import type { Topic } from '#core/fact/topic.ts';
import type { EntityId } from '#core/fact/value.ts';
import { itemsOf } from '#core/item/generate.ts';
import { statementOf } from '#core/item/sentence.ts';

/** Something that a sound topic leaves to mend, where its author finds it. */
export interface Finding {
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
}

/** What a sound topic still leaves to mend; `today` is yyyymmdd. The build does not stop at these, `check` does. */
export function findingsOf(topic: Topic, today: number): readonly Finding[] {
  const base = indexTopic(topic);
  return [
    ...unusedEntities(topic),
    ...orphanSources(topic),
    ...silentFacts(base),
    ...badSentences(base),
    ...staleFacts(topic, today),
  ];
}

const finding = (path: Path, message: string, remedy: string): Finding => ({
  path,
  message,
  remedy,
});

function unusedEntities(topic: Topic): readonly Finding[] {
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

function orphanSources(topic: Topic): readonly Finding[] {
  const used = new Set(
    topic.facts.flatMap(({ references, accordingTo }) => [
      ...references.map(({ source }) => source),
      ...(accordingTo?.type === 'source' ? [accordingTo.id] : []),
    ]),
  );
  return topic.sources.flatMap(({ id }, index) =>
    used.has(id)
      ? []
      : [finding(['sources', index], `no fact rests on the source "${id}"`, 'remove it, or cite it')],
  );
}

/** Facts that may be asked but that no form can ask. */
function silentFacts(base: Base): readonly Finding[] {
  const asked = new Set(itemsOf(base, 1).flatMap(({ facts }) => facts));
  return base.topic.facts.flatMap(({ id, ask, rank }, index) => {
    const silent = ask !== 'never' && rank !== 'deprecated' && !base.superseded.has(id) && !asked.has(id);
    const remedy = 'give its predicate a stem that this fact can fill, or write `ask: never`';
    return silent ? [finding(['facts', index], 'nobody can ask this fact', remedy)] : [];
  });
}

const stumbles: readonly (readonly [RegExp, string])[] = [
  [/\s\s/, 'two spaces'],
  [/\s[.,?]/, 'a space before a mark'],
  [/\b([a-z]+) \1\b/, 'a word twice'],
  [/\ba (?!uni|one|us\b|eu)[aeio]\w/i, '"a" before a vowel'],
  [/'s's|s's\b/, 'a doubled possessive'],
];

/** Sentences that trip the reader. */
function badSentences(base: Base): readonly Finding[] {
  return base.topic.facts.flatMap((fact, index) => {
    const sentence = statementOf(base, fact);
    const stumble = stumbles.find(([pattern]) => pattern.test(sentence));
    if (!stumble) return [];
    return [
      finding(['facts', index], `${stumble[1]} in "${sentence}"`, 'mend the pattern or the names in it'),
    ];
  });
}

function staleFacts(topic: Topic, today: number): readonly Finding[] {
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
