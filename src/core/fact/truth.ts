import { entityOf, factOf, objectKey, predicateOf, subjectKey, valueKey } from './base.ts';
import type { Base } from './base.ts';
import type { Fact, Facet } from './fact.ts';
import { intervalOf, meets, overlap } from './interval.ts';
import { aboutKey, valueIn } from './slot.ts';
import type { EntityId, QuantityValue, Value } from './value.ts';

/** The law by which the base knows that a statement is false, and the fact that it rests on. */
export interface Refutation {
  readonly law: 'C1' | 'C2' | 'C4' | 'C5';
  readonly by: Fact;
}

/**
 * Whether the base proves false what `fact` would say with `value` in the facet's slot.
 * Undefined means "not known to be false", which is never a licence to offer the value as wrong.
 */
export function refute(base: Base, fact: Fact, facet: Facet, value: Value): Refutation | undefined {
  if (answersTo(base, fact, facet).some((answer) => !excludes(base, answer, value))) return undefined;
  if (fact.neverOffer.some((banned) => !excludes(base, banned, value))) return undefined;
  switch (facet) {
    case 'object':
      return refuteObject(base, fact, value);
    case 'subject':
      return refuteSubject(base, fact, value);
    case 'speaker':
      return refuteSpeaker(base, fact);
    case 'date':
    case 'place':
      // A predicate with a date or place stem speaks of acts that happen once (content/README.md).
      return { law: 'C1', by: fact };
    case 'about':
      return refuteAbout(base, fact, value);
  }
}

/** Every value that the base knows to be right in the slot, rival reports of the same thing included. */
export function answersTo(base: Base, fact: Fact, facet: Facet): readonly Value[] {
  const values = siblings(base, fact, facet).flatMap((sibling) => valueIn(sibling, facet) ?? []);
  const rivals = fact.conflictsWith.flatMap((id) => valueIn(factOf(base, id), facet) ?? []);
  const own = valueIn(fact, facet);
  const byKey = new Map(
    [...(own ? [own] : []), ...values, ...rivals].map((value) => [valueKey(value), value]),
  );
  return [...byKey.values()];
}

/** The answers that a question without a speaker must reckon with: right ones, without rival reports. */
export function rightAnswers(base: Base, fact: Fact, facet: Facet): readonly Value[] {
  const sameVoice = siblings(base, fact, facet).filter((sibling) => !fact.conflictsWith.includes(sibling.id));
  const byKey = new Map(
    [fact, ...sameVoice].flatMap((sibling) => {
      const value = valueIn(sibling, facet);
      return value ? [[valueKey(value), value] as const] : [];
    }),
  );
  return [...byKey.values()];
}

/** Facts that say the same with possibly another value in the facet's slot, at a time that meets this one's. */
function siblings(base: Base, fact: Fact, facet: Facet): readonly Fact[] {
  const temporal = predicateOf(base, fact).temporal;
  const group =
    facet === 'subject'
      ? base.factsByObject.get(objectKey(fact.predicate, fact.object))
      : base.factsBySubject.get(subjectKey(fact.subject, fact.predicate));
  return (group ?? []).filter(
    (other) =>
      !base.superseded.has(other.id) &&
      (facet === 'about' || aboutKey(other) === aboutKey(fact)) &&
      (facet === 'object' || facet === 'subject' || valueKey(other.object) === valueKey(fact.object)) &&
      (!temporal || meets(other, fact)),
  );
}

/** Whether two values can never both be meant: different, not parts or names of one another, not within tolerance. */
export function excludes(base: Base, a: Value, b: Value): boolean {
  if (a.type === 'entity' && b.type === 'entity') return entitiesExclude(base, a.id, b.id);
  if (a.type === 'date' && b.type === 'date') return !overlap(intervalOf(a.date), intervalOf(b.date));
  if (a.type === 'quantity' && b.type === 'quantity') return Math.abs(a.amount - b.amount) > tolerance(a, b);
  return valueKey(a) !== valueKey(b);
}

function entitiesExclude(base: Base, a: EntityId, b: EntityId): boolean {
  return a !== b && !entityOf(base, a).overlaps.includes(b) && !entityOf(base, b).overlaps.includes(a);
}

/** The largest difference at which two amounts may still be the same count. */
function tolerance(a: QuantityValue, b: QuantityValue): number {
  return a.approximate || b.approximate ? 0.15 * Math.max(Math.abs(a.amount), Math.abs(b.amount)) : 0;
}

function refuteObject(base: Base, fact: Fact, value: Value): Refutation | undefined {
  const predicate = predicateOf(base, fact);
  const denial = fact.denials.find((denied) => valueKey(denied.value) === valueKey(value));
  if (denial) return { law: 'C5', by: fact };
  if (predicate.functional && comparable(base, fact, value)) {
    return { law: heldAtAnotherTime(base, fact, value) ? 'C2' : 'C1', by: fact };
  }
  if (predicate.complete) return { law: 'C4', by: fact };
  const owner = predicate.inverseFunctional ? ownerOf(base, fact, value) : undefined;
  return owner && { law: 'C1', by: owner };
}

/** Texts exclude each other only where the vocabulary says so by using them in one functional predicate. */
function comparable(base: Base, fact: Fact, value: Value): boolean {
  return value.type !== 'text' || base.factsByObject.has(objectKey(fact.predicate, value));
}

function heldAtAnotherTime(base: Base, fact: Fact, value: Value): boolean {
  const facts = base.factsBySubject.get(subjectKey(fact.subject, fact.predicate)) ?? [];
  return facts.some(
    (other) =>
      valueKey(other.object) === valueKey(value) && aboutKey(other) === aboutKey(fact) && !meets(other, fact),
  );
}

/** The fact by which `value` belongs to somebody else at the time in question. */
function ownerOf(base: Base, fact: Fact, value: Value): Fact | undefined {
  const facts = base.factsByObject.get(objectKey(fact.predicate, value)) ?? [];
  return facts.find(
    (other) =>
      aboutKey(other) === aboutKey(fact) &&
      entitiesExclude(base, other.subject, fact.subject) &&
      (!predicateOf(base, fact).temporal || meets(other, fact)),
  );
}

function refuteSubject(base: Base, fact: Fact, value: Value): Refutation | undefined {
  const predicate = predicateOf(base, fact);
  if (value.type !== 'entity') return undefined;
  if (predicate.inverseFunctional) return { law: 'C1', by: fact };
  if (fact.accordingTo?.type === 'entity' && fact.accordingTo.id === fact.subject)
    return refuteSpeaker(base, fact);
  const theirs = (base.factsBySubject.get(subjectKey(value.id, fact.predicate)) ?? []).filter(
    (other) => aboutKey(other) === aboutKey(fact) && (!predicate.temporal || meets(other, fact)),
  );
  const first = theirs[0];
  if (!first || theirs.some((other) => !excludes(base, other.object, fact.object))) return undefined;
  if (predicate.functional) return { law: 'C1', by: first };
  return predicate.complete ? { law: 'C4', by: first } : undefined;
}

function refuteAbout(base: Base, fact: Fact, value: Value): Refutation | undefined {
  if (!predicateOf(base, fact).functional) return undefined;
  const facts = base.factsBySubject.get(subjectKey(fact.subject, fact.predicate)) ?? [];
  const other = facts.find((candidate) => {
    const about = valueIn(candidate, 'about');
    return about && valueKey(about) === valueKey(value) && excludes(base, candidate.object, fact.object);
  });
  return other && { law: 'C1', by: other };
}

/** Who spoke on an occasion is known when a functional fact of that occasion names the speaker and the sentence is dated. */
function refuteSpeaker(base: Base, fact: Fact): Refutation | undefined {
  if (!fact.occasion || !fact.at || fact.accordingTo?.type !== 'entity') return undefined;
  const speaker = fact.accordingTo.id;
  const by = (base.factsByEntity.get(fact.occasion) ?? []).find(
    (other) =>
      other.subject === fact.occasion &&
      other.object.type === 'entity' &&
      other.object.id === speaker &&
      predicateOf(base, other).functional,
  );
  return by && { law: 'C1', by };
}
