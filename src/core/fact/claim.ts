import type { Fact, Facet, Speaker } from './fact.ts';
import type { EntityId, TextValue, Value } from './value.ts';

/** A statement to be judged: the part of a fact that can be true or false. Without a time it speaks of all time. */
export type Claim = Pick<
  Fact,
  | 'subject'
  | 'predicate'
  | 'object'
  | 'about'
  | 'at'
  | 'from'
  | 'to'
  | 'asOf'
  | 'place'
  | 'accordingTo'
  | 'occasion'
>;

/** What a fact claims: with its speaker only where it may only be told with its speaker. */
export function claimOf(fact: Fact): Claim {
  if (isAttributed(fact)) return fact;
  const { accordingTo: _, ...plain } = fact;
  return plain;
}

/** What a fact would claim with another value in a facet's slot; undefined where the value cannot stand there. */
export function claimWith(fact: Fact, facet: Facet, value: Value): Claim | undefined {
  const claim = claimOf(fact);
  switch (facet) {
    case 'object':
      return { ...claim, object: value };
    case 'about':
      return { ...claim, ...aboutOf(value) };
    case 'date':
      return value.type === 'date' ? { ...claim, at: value.date } : undefined;
    case 'place':
      return value.type === 'entity' ? { ...claim, place: value.id } : undefined;
    case 'subject':
    case 'speaker':
      return value.type === 'entity' ? spokenBy(fact, claim, facet, value.id) : undefined;
  }
}

/** Whether a fact is only vouched for as somebody's word. A sentence whose subject speaks needs no other voice. */
export function isAttributed(fact: Fact): boolean {
  return voiceOf(fact) !== undefined && (fact.ask === 'according-to' || fact.ask === 'both');
}

/** Who is said to say it, unless it is the subject itself. */
export function voiceOf({ accordingTo, subject }: Claim): Speaker | undefined {
  return accordingTo?.type === 'entity' && accordingTo.id === subject ? undefined : accordingTo;
}

/** Where the subject is the speaker, both change together. */
function spokenBy(fact: Fact, claim: Claim, facet: 'subject' | 'speaker', id: EntityId): Claim {
  const speaker: Speaker = { type: 'entity', id };
  if (fact.accordingTo?.type === 'entity' && fact.accordingTo.id === fact.subject) {
    return { ...claim, subject: id, accordingTo: speaker };
  }
  return facet === 'subject' ? { ...claim, subject: id } : { ...claim, accordingTo: speaker };
}

function aboutOf(value: Value): { readonly about?: EntityId | TextValue } {
  if (value.type === 'entity') return { about: value.id };
  return value.type === 'text' ? { about: value } : {};
}
