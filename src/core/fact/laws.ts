import { entityOf, objectKey, predicateOf } from './base.ts';
import type { Base } from './base.ts';
import { compareAbout, compareVoices, testimony } from './bearing.ts';
import type { Claim } from './claim.ts';
import { compare, compareEntities, excludes } from './compare.ts';
import type { Fact, Facet } from './fact.ts';
import { isThroughout, meets, spans } from './interval.ts';
import type { Predicate } from './predicate.ts';
import { valueIn } from './slot.ts';
import type { EntityId } from './value.ts';

/** The law by which the base knows that a claim is false, and the facts that it rests on. */
export interface Refutation {
  readonly law: 'C1' | 'C2' | 'C4' | 'C5';
  /** The fact that refutes the claim. */
  readonly by: Fact;
  /** What else the proof needs: the rest of a complete list, or the other time at which the claim would be right. */
  readonly others: readonly Fact[];
}

/** A claim with the facts about its subject and predicate, looked up once for all laws. */
interface Case {
  readonly base: Base;
  readonly claim: Claim;
  readonly predicate: Predicate;
  readonly facts: readonly Fact[];
}

type Law = (the: Case) => Refutation | undefined;

/** The first law that refutes a claim. Absence from the base is never a proof, except from a complete list. */
export function refutationOf(base: Base, claim: Claim): Refutation | undefined {
  const predicate = base.predicates.get(claim.predicate);
  if (!predicate) return undefined;
  const the = { base, claim, predicate, facts: testimony(base, claim) };
  for (const law of laws) {
    const refutation = law(the);
    if (refutation) return refutation;
  }
  return undefined;
}

/** C5: a source says that it is not so. */
const denied: Law = ({ base, claim, facts }) => {
  const by = facts.find(
    (fact) =>
      sameQuestion(base, fact, claim) &&
      fact.denials.some(({ value }) => compare(base, claim.object, value) === 'implied'),
  );
  return by && { law: 'C5', by, others: [] };
};

/** C1: the subject has another value at that time. C2: and it had this one at another. */
const functional: Law = ({ base, claim, predicate, facts }) => {
  if (!predicate.functional || !isTold(base, claim)) return undefined;
  const listed = facts.filter((fact) => mayAnswer(base, fact, claim));
  if (listed.some((fact) => !excludes(base, fact.object, claim.object))) return undefined;
  const by = listed.find((fact) => sameQuestion(base, fact, claim) && sameMeasure(fact, claim));
  if (!by) return undefined;
  const then = predicate.temporal ? facts.filter((fact) => heldThen(base, fact, claim)) : [];
  return { law: then.length > 0 ? 'C2' : 'C1', by, others: then };
};

/** C4: the base lists every value, and this is none of them. */
const complete: Law = ({ base, claim, predicate, facts }) => {
  if (!predicate.complete || !isTold(base, claim)) return undefined;
  const listed = facts.filter((fact) => mayAnswer(base, fact, claim));
  if (listed.some((fact) => !excludes(base, fact.object, claim.object))) return undefined;
  const [by, ...others] = listed.filter((fact) => sameQuestion(base, fact, claim));
  return by && { law: 'C4', by, others };
};

/** C1: the object belongs to somebody else at that time. */
const inverseFunctional: Law = ({ base, claim, predicate }) => {
  if (!predicate.inverseFunctional) return undefined;
  const by = (base.factsByObject.get(objectKey(claim.predicate, claim.object)) ?? []).find(
    (fact) =>
      !base.superseded.has(fact.id) &&
      sameQuestion(base, fact, claim) &&
      compareEntities(base, fact.subject, claim.subject) === 'excluded',
  );
  return by && { law: 'C1', by, others: [] };
};

/** C1: an act that happens once has one date and one place. A stem that asks for them says so (content/README.md). */
const once: Law = ({ base, claim, predicate, facts }) => {
  const by = facts.find(
    (fact) =>
      compare(base, fact.object, claim.object) === 'implied' &&
      compareAbout(base, fact, claim) === 'implied' &&
      compareVoices(base, fact, claim) === 'implied' &&
      onceFacets.some((facet) => happensOnce(base, predicate, facet) && differ(base, fact, claim, facet)),
  );
  return by && { law: 'C1', by, others: [] };
};

/** C1: on an occasion whose speaker is known, nobody else said it. */
const spokenByAnother: Law = ({ base, claim }) => {
  const { occasion, at, accordingTo } = claim;
  if (!occasion || !at || accordingTo?.type !== 'entity') return undefined;
  const said = (base.factsByObject.get(objectKey(claim.predicate, claim.object)) ?? []).find(
    (fact) =>
      fact.occasion === occasion &&
      fact.accordingTo?.type === 'entity' &&
      compareAbout(base, fact, claim) === 'implied' &&
      compareEntities(base, fact.accordingTo.id, accordingTo.id) === 'excluded',
  );
  if (said?.accordingTo?.type !== 'entity') return undefined;
  const by = giverOf(base, occasion, said.accordingTo.id);
  return by && { law: 'C1', by, others: [said] };
};

const laws: readonly Law[] = [denied, functional, complete, inverseFunctional, once, spokenByAnother];

const onceFacets = ['date', 'place'] as const;

/** Whether a fact may be one of the answers that the claim offers another for, whoever says so. */
function mayAnswer(base: Base, fact: Fact, claim: Claim): boolean {
  return compareAbout(base, fact, claim) !== 'excluded' && inTime(base, fact, claim, meets);
}

/** Whether a fact answers, in the same voice and for that very time, what the claim offers another answer for. */
function sameQuestion(base: Base, fact: Fact, claim: Claim): boolean {
  return (
    compareAbout(base, fact, claim) === 'implied' &&
    compareVoices(base, fact, claim) === 'implied' &&
    inTime(base, fact, claim, isThroughout(claim) ? meets : spans)
  );
}

function inTime(base: Base, fact: Fact, claim: Claim, test: (fact: Claim, claim: Claim) => boolean): boolean {
  return !predicateOf(base, fact).temporal || test(fact, claim);
}

function heldThen(base: Base, fact: Fact, claim: Claim): boolean {
  return (
    !meets(fact, claim) &&
    compareAbout(base, fact, claim) === 'implied' &&
    compare(base, fact.object, claim.object) === 'implied'
  );
}

/** Texts exclude each other only where the vocabulary says so by using both with one predicate. */
function isTold(base: Base, { predicate, object }: Claim): boolean {
  return object.type !== 'text' || base.factsByObject.has(objectKey(predicate, object));
}

/** A distance in miles does not refute one in kilometres. */
const sameMeasure = ({ object }: Fact, claim: Claim): boolean =>
  object.type !== 'quantity' || claim.object.type !== 'quantity' || object.unit === claim.object.unit;

function happensOnce(base: Base, predicate: Predicate, facet: Facet): boolean {
  const wording = predicate.wording[base.topic.language];
  return wording?.stems[facet] !== undefined || wording?.choiceStems[facet] !== undefined;
}

function differ(base: Base, fact: Fact, claim: Claim, facet: 'date' | 'place'): boolean {
  const [known, claimed] = [valueIn(fact, facet), valueIn(claim, facet)];
  return known !== undefined && claimed !== undefined && excludes(base, known, claimed);
}

/** The fact that names the one who spoke on an occasion. */
function giverOf(base: Base, occasion: EntityId, speaker: EntityId): Fact | undefined {
  return (base.factsByEntity.get(entityOf(base, occasion).id) ?? []).find(
    (fact) =>
      fact.subject === occasion &&
      fact.object.type === 'entity' &&
      fact.object.id === speaker &&
      predicateOf(base, fact).functional,
  );
}
