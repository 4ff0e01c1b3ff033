import { factOf, objectKey, predicateOf, subjectKey, valueKey } from './base.ts';
import type { Base } from './base.ts';
import { claimWith } from './claim.ts';
import { excludes } from './compare.ts';
import type { Fact, Facet } from './fact.ts';
import { meets } from './interval.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judge.ts';
import type { Refutation } from './laws.ts';
import { aboutKey, valueIn } from './slot.ts';
import type { Value } from './value.ts';

/** What the base says of a fact's statement with `value` in the facet's slot. */
export function judgeWith(base: Base, fact: Fact, facet: Facet, value: Value): Judgement {
  const claim = claimWith(fact, facet, value);
  return claim ? judge(base, claim) : { verdict: 'unknown', near: [] };
}

/**
 * The proof that `value` is wrong in the facet's slot and may be offered as wrong; undefined when the base does not
 * refute it, when it may be another right answer or a rival report, and when the author withholds it.
 */
export function refute(base: Base, fact: Fact, facet: Facet, value: Value): Refutation | undefined {
  const spared = [...fact.neverOffer, ...answersTo(base, fact, facet)];
  if (spared.some((answer) => !excludes(base, answer, value))) return undefined;
  const judgement = judgeWith(base, fact, facet, value);
  return judgement.verdict === 'refuted' ? restingOn(fact, judgement) : undefined;
}

/** The same proof, told from the fact that is asked where it is one of those that carry it. */
function restingOn(fact: Fact, { law, by, others }: Refutation): Refutation {
  if (!others.includes(fact)) return { law, by, others };
  return { law, by: fact, others: [by, ...others.filter((other) => other !== fact)] };
}

/** Every value that the base knows to be right in the slot, rival reports of the same thing included. */
export function answersTo(base: Base, fact: Fact, facet: Facet): readonly Value[] {
  const rivals = fact.conflictsWith.map((id) => factOf(base, id));
  return valuesOf([fact, ...siblings(base, fact, facet), ...rivals], facet);
}

/** The answers that a question without a speaker must reckon with: right ones, without rival reports. */
export function rightAnswers(base: Base, fact: Fact, facet: Facet): readonly Value[] {
  const sameVoice = siblings(base, fact, facet).filter((sibling) => !fact.conflictsWith.includes(sibling.id));
  return valuesOf([fact, ...sameVoice], facet);
}

function valuesOf(facts: readonly Fact[], facet: Facet): readonly Value[] {
  const values = facts.flatMap((fact) => valueIn(fact, facet) ?? []);
  return [...new Map(values.map((value) => [valueKey(value), value])).values()];
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
