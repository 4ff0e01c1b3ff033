import type { Fact, Facet } from './fact.ts';
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
export function valueIn(fact: Fact, facet: Facet): Value | undefined {
  switch (facet) {
    case 'object':
      return fact.object;
    case 'subject':
      return { type: 'entity', id: fact.subject };
    case 'about':
      return typeof fact.about === 'string' ? { type: 'entity', id: fact.about } : fact.about;
    case 'date':
      return fact.at && { type: 'date', date: fact.at };
    case 'place':
      return fact.place && { type: 'entity', id: fact.place };
    case 'speaker':
      return fact.accordingTo?.type === 'entity' ? { type: 'entity', id: fact.accordingTo.id } : undefined;
  }
}

/** A key that is equal for facts that speak about the same thing. */
export const aboutKey = (fact: Fact): string =>
  typeof fact.about === 'string' ? fact.about : (fact.about?.text ?? '');
