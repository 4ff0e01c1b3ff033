import type { Base } from '../fact/base.ts';
import { citationsOf, eachOnce } from './citations.ts';
import type { Certificate, Citation } from './item.ts';

/** Where the facts that a certificate rests on are written, the first source of each. */
export function groundsOf(base: Base, { law, refutedBy, belongsTo }: Certificate): readonly Citation[] {
  // The sentence tells the fact that the option belongs to, except where the option itself is denied.
  const told = law === 'C5' || belongsTo === undefined ? [refutedBy] : [belongsTo, refutedBy];
  return eachOnce(
    told.flatMap((id) => {
      const fact = base.facts.get(id);
      return fact ? citationsOf(base, fact).slice(0, 1) : [];
    }),
  );
}
