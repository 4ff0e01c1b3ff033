import { predicateOf, subjectKey } from './base.ts';
import type { Base } from './base.ts';
import { isAttributed, voiceOf } from './claim.ts';
import type { Claim } from './claim.ts';
import { compare, compareEntities, weakest } from './compare.ts';
import type { Relation } from './compare.ts';
import type { Fact, Speaker } from './fact.ts';
import { meets, spans } from './interval.ts';
import { aboutValue } from './slot.ts';
import type { EntityId, PartialDate } from './value.ts';

/** The live facts that speak of a claim's subject with its predicate. */
export function testimony(base: Base, claim: Claim): readonly Fact[] {
  return spoken(base, claim.subject, claim);
}

/** The same of the claim's subject and of whatever is a part, a whole or a mouthpiece of it. */
export function widerTestimony(base: Base, claim: Claim): readonly Fact[] {
  const kin = base.entities.get(claim.subject)?.overlaps ?? [];
  return [claim.subject, ...kin].flatMap((subject) => spoken(base, subject, claim));
}

function spoken(base: Base, subject: EntityId, { predicate }: Claim): readonly Fact[] {
  const facts = base.factsBySubject.get(subjectKey(subject, predicate)) ?? [];
  return base.superseded.size === 0 ? facts : facts.filter(({ id }) => !base.superseded.has(id));
}

/** What one fact of the same predicate says of a claim: it implies it, leaves it open, or is about something else. */
export function bearing(base: Base, fact: Fact, claim: Claim): Relation {
  return weakest([
    compareEntities(base, fact.subject, claim.subject),
    compare(base, fact.object, claim.object),
    compareAbout(base, fact, claim),
    compareTimes(base, fact, claim),
    compareVoices(base, fact, claim),
    comparePlaces(base, fact.place, claim.place),
    compareMoments(base, fact.at, claim.at),
  ]);
}

/** Without the third part a fact answers another question. */
export function compareAbout(base: Base, fact: Claim, claim: Claim): Relation {
  const [known, claimed] = [aboutValue(fact), aboutValue(claim)];
  if (!known || !claimed) return known === claimed ? 'implied' : 'excluded';
  return compare(base, known, claimed);
}

function compareTimes(base: Base, fact: Fact, claim: Claim): Relation {
  if (!predicateOf(base, fact).temporal || spans(fact, claim)) return 'implied';
  return meets(fact, claim) ? 'open' : 'excluded';
}

/** A claim told plainly and somebody's word neither imply nor exclude one another. */
export function compareVoices(base: Base, fact: Fact, claim: Claim): Relation {
  const claimed = voiceOf(claim);
  if (!claimed) return isAttributed(fact) ? 'open' : 'implied';
  return fact.accordingTo ? compareSpeakers(base, fact.accordingTo, claimed) : 'open';
}

function compareSpeakers(base: Base, known: Speaker, claimed: Speaker): Relation {
  if (known.type === 'entity' && claimed.type === 'entity')
    return compareEntities(base, known.id, claimed.id);
  return known.id === claimed.id ? 'implied' : 'excluded';
}

function comparePlaces(base: Base, known: EntityId | undefined, claimed: EntityId | undefined): Relation {
  if (!claimed) return 'implied';
  return known ? compareEntities(base, known, claimed) : 'open';
}

function compareMoments(
  base: Base,
  known: PartialDate | undefined,
  claimed: PartialDate | undefined,
): Relation {
  if (!claimed) return 'implied';
  return known ? compare(base, { type: 'date', date: known }, { type: 'date', date: claimed }) : 'open';
}
