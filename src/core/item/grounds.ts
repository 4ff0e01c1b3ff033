import type { Base } from '../fact/base.ts';
import { citationsOf, eachOnce } from './citations.ts';
import type { Certificate, Citation, Item } from './item.ts';

/**
 * Where the facts that a certificate rests on are written, the first source of each: the fact that its sentence tells,
 * and the one that refutes the option unless the item itself tells that one.
 */
export function groundsOf(
  base: Base,
  { law, refutedBy, belongsTo }: Certificate,
  item?: Pick<Item, 'facts'>,
): readonly Citation[] {
  // The sentence tells the fact that the option belongs to, except where the option itself is denied.
  const known = item?.facts.includes(refutedBy) ?? false;
  const told =
    law === 'C5' || belongsTo === undefined ? [refutedBy] : [belongsTo, ...(known ? [] : [refutedBy])];
  return eachOnce(
    told.flatMap((id) => {
      const fact = base.facts.get(id);
      return fact ? citationsOf(base, fact).slice(0, 1) : [];
    }),
  );
}
