import type { Base } from './base.ts';
import { bearing, widerTestimony } from './bearing.ts';
import type { Claim } from './claim.ts';
import { compare } from './compare.ts';
import type { Fact } from './fact.ts';
import { refutationOf } from './laws.ts';
import type { Refutation } from './laws.ts';

/** What the base says of a claim, with the facts that it rests on. */
export type Judgement =
  | { readonly verdict: 'entailed'; readonly by: readonly Fact[] }
  | ({ readonly verdict: 'refuted' } & Refutation)
  /** Sources differ: some facts say so, others exclude it. */
  | { readonly verdict: 'disputed'; readonly by: readonly Fact[]; readonly against: readonly Fact[] }
  /** The base does not know; `near` are facts that come close without deciding it. */
  | { readonly verdict: 'unknown'; readonly near: readonly Fact[] };

/**
 * The one judge of what is true. A claim is entailed when a fact says at least as much, refuted when a law of the
 * vocabulary proves it false whatever else is true, and otherwise not known: the world is open. Facts that are
 * deprecated or superseded say nothing.
 */
export function judge(base: Base, claim: Claim): Judgement {
  const heard = widerTestimony(base, claim).map((fact) => ({ fact, says: bearing(base, fact, claim) }));
  const by = heard.filter(({ says }) => says === 'implied').map(({ fact }) => fact);
  const near = heard.filter(({ says }) => says === 'open').map(({ fact }) => fact);
  const refutation = refutationOf(base, claim);
  if (by.length > 0) {
    const against = [...rivalsOf(base, by), ...(refutation ? [refutation.by] : [])];
    return against.length > 0
      ? { verdict: 'disputed', by, against: [...new Set(against)] }
      : { verdict: 'entailed', by };
  }
  const spared = refutation
    ? rivalsOf(base, [refutation.by]).filter((fact) => mayAgree(base, fact, claim))
    : [];
  if (!refutation || near.length > 0 || spared.length > 0) {
    return { verdict: 'unknown', near: [...near, ...spared] };
  }
  return { verdict: 'refuted', ...refutation };
}

/** The live facts that are said to conflict with any of these, without these themselves. */
function rivalsOf(base: Base, facts: readonly Fact[]): readonly Fact[] {
  const own = new Set(facts);
  return facts
    .flatMap(({ id }) => base.rivals.get(id) ?? [])
    .filter((fact) => !own.has(fact) && !base.superseded.has(fact.id));
}

/** Whether a rival report, of whatever predicate, might mean the claimed value. */
const mayAgree = (base: Base, fact: Fact, claim: Claim): boolean =>
  fact.object.type === claim.object.type && compare(base, fact.object, claim.object) !== 'excluded';
