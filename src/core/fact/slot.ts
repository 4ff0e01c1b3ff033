import type { Claim } from './claim.ts';
import type { Facet } from './fact.ts';
import type { Slot } from './pattern.ts';
import type { Value } from './value.ts';

/** The slot in which each facet's answer stands. */
export const slotOfFacet: Readonly<Record<Facet, Slot>> = {
  object: 'object',
  subject: 'subject',
  about: 'about',
  date: 'at',
  place: 'place',
  speaker: 'speaker',
};

/** What a fact has in a facet's slot, as a value; undefined when the slot is empty or names a source. */
export function valueIn(fact: Claim, facet: Facet): Value | undefined {
  switch (facet) {
    case 'object':
      return fact.object;
    case 'subject':
      return { type: 'entity', id: fact.subject };
    case 'about':
      return aboutValue(fact);
    case 'date':
      return fact.at && { type: 'date', date: fact.at };
    case 'place':
      return fact.place && { type: 'entity', id: fact.place };
    case 'speaker':
      return fact.accordingTo?.type === 'entity' ? { type: 'entity', id: fact.accordingTo.id } : undefined;
  }
}

/** The third part of a statement as a value; undefined when it has none. */
export function aboutValue({ about }: Claim): Value | undefined {
  return typeof about === 'string' ? { type: 'entity', id: about } : about;
}

/** A key that is equal for facts that speak about the same thing. */
export const aboutKey = (fact: Claim): string =>
  typeof fact.about === 'string' ? fact.about : (fact.about?.text ?? '');
