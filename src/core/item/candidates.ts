import { entityOf, objectKey, predicateOf, subjectKey, valueKey } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Facet, Fact } from '../fact/fact.ts';
import { kindredOf } from '../fact/kindred.ts';
import type { Refutation } from '../fact/laws.ts';
import { valuesNear } from '../fact/neighbours.ts';
import type { Used } from '../fact/neighbours.ts';
import { refute } from '../fact/truth.ts';
import type { EntityId, PartialDate, Value } from '../fact/value.ts';
import { languageOf } from '../language/index.ts';
import { areNeighbours, closenessLike, likeness } from './likeness.ts';
import { areNearInTime, yearsOf } from './near-in-time.ts';
import { valuePhrase } from './phrase.ts';

/** A value that might be offered, and the fact it is really the value of. */
interface Weighed {
  readonly value: Value;
  readonly of?: Fact;
  /** Higher is more tempting. */
  readonly nearness: number;
}

/** The same in words, with the proof that it is wrong, if there is one, found when first asked for. */
export interface Candidate extends Weighed {
  readonly text: string;
  readonly refutation: () => Refutation | undefined;
}

const latest = new WeakMap<Base, { fact: Fact; facet: Facet; candidates: readonly Candidate[] }>();

/**
 * What may be offered as wrong for a facet besides what is made up, in no order. Kept for the latest card alone: its forms
 * are tried one after another.
 */
export function candidatesFor(base: Base, fact: Fact, facet: Facet, key: Value): readonly Candidate[] {
  const known = latest.get(base);
  if (known?.fact === fact && known.facet === facet) return known.candidates;
  const candidates = borrowed(base, fact, facet, key).map((one) => candidateOf(base, fact, facet, one));
  latest.set(base, { fact, facet, candidates });
  return candidates;
}

export function candidateOf(base: Base, fact: Fact, facet: Facet, weighed: Weighed): Candidate {
  let found: { readonly proof: Refutation | undefined } | undefined;
  return {
    ...weighed,
    text: valuePhrase(base, languageOf(base.topic.language), weighed.value),
    refutation: () => (found ??= { proof: refute(base, fact, facet, weighed.value) }).proof,
  };
}

/** Values of other facts that could stand in the slot, each with the best fact it belongs to. */
function borrowed(base: Base, fact: Fact, facet: Facet, key: Value): readonly Weighed[] {
  const best = new Map<string, Weighed>();
  for (const { value, facts } of presupposed(base, fact, facet) ?? valuesLike(base, fact, facet, key)) {
    const id = valueKey(value);
    if (id === valueKey(key) || isRemote(base, key, value)) continue;
    const alike = likeness(base, key, value) + closenessLike(base, entityOf(base, fact.subject), key, value);
    for (const of of facts) {
      const nearness = nearnessOf(fact, of, key, value) + alike;
      if (nearness > (best.get(id)?.nearness ?? -1)) best.set(id, { value, of, nearness });
    }
  }
  const all = [...best.values()];
  const near = all.filter(({ value }) => areNeighbours(base, key, value));
  return near.length < enoughNear ? all : near;
}

/** With so many places near to the right one, none that lies far away is offered. */
const enoughNear = 8;

/** A date or an amount that nobody would take for the right one. */
function isRemote(base: Base, key: Value, value: Value): boolean {
  if (key.type === 'date' && value.type === 'date') return !areNearInTime(base, key.date, value.date);
  if (key.type !== 'quantity' || value.type !== 'quantity') return false;
  const [less, more] = [Math.min(key.amount, value.amount), Math.max(key.amount, value.amount)];
  return more > mostTimes * less;
}

const mostTimes = 5;

/**
 * What the question takes for granted of its answer, as that a border declared open is one: nobody would take anything
 * else for it. Undefined where the predicate takes nothing for granted, or the base does not tell it.
 */
function presupposed(base: Base, fact: Fact, facet: Facet): readonly Used[] | undefined {
  const { presupposes } = predicateOf(base, fact);
  if (presupposes === undefined || facet !== 'object') return undefined;
  const known = base.factsBySubject.get(subjectKey(fact.subject, presupposes));
  return known?.map((one) => ({ value: one.object, facts: [one] }));
}

function valuesLike(base: Base, fact: Fact, facet: Facet, key: Value): readonly Used[] {
  const near = valuesNear(base, fact, facet, key);
  if (key.type !== 'entity')
    return near.map(({ value, facts }) => ({ value, facts: facts.slice(0, mostUses) }));
  const fillers = near.flatMap(({ value }) => (value.type === 'entity' ? [entityOf(base, value.id)] : []));
  const { kind } = entityOf(base, key.id);
  const peers = new Set([...fillers.filter((entity) => entity.kind === kind), ...kindredOf(base, key.id)]);
  return [...peers].map(({ id }) => ({ value: { type: 'entity', id }, facts: usesOf(base, fact, id) }));
}

/** Some facts that an entity is told of in, those of the asked predicate first. */
function usesOf(base: Base, { predicate }: Fact, id: EntityId): readonly Fact[] {
  const same = [
    ...(base.factsBySubject.get(subjectKey(id, predicate)) ?? []),
    ...(base.factsByObject.get(objectKey(predicate, { type: 'entity', id })) ?? []),
  ].slice(0, mostUses);
  const any = (base.factsByEntity.get(id) ?? []).slice(0, mostUses);
  return [...same, ...any].filter(({ ask }) => ask !== 'never');
}

/** How many facts of a value are weighed to find the one a learner may confuse. */
const mostUses = 4;

/** How tempting a value is: of the same kind of statement, in the same part of the story, close in time. */
function nearnessOf(fact: Fact, of: Fact, key: Value, value: Value): number {
  const samePredicate = of.predicate === fact.predicate ? 3 : 0;
  const sameSubtopic = of.subtopic === fact.subtopic ? 1 : 0;
  const weight = { core: 0.4, supporting: 0.2, detail: 0 }[of.importance];
  const [one, other] = [momentOf(fact, key), momentOf(of, value)];
  const close = one && other ? 2 / (1 + Math.abs(yearsOf(one) - yearsOf(other))) : 0;
  return samePredicate + sameSubtopic + weight + close;
}

/** When it was: the value itself if it is a date, else the time that the fact tells. */
const momentOf = ({ at, asOf, from, to }: Fact, value: Value): PartialDate | undefined =>
  value.type === 'date' ? value.date : (at ?? asOf ?? from ?? to);
