import { entityOf, valueKey } from './base.ts';
import type { Base } from './base.ts';
import { foldText } from './fold-text.ts';
import { contains, intervalOf, overlap } from './interval.ts';
import type { DateValue, EntityId, QuantityValue, TextValue, Value } from './value.ts';

/** What one known value says of another that is claimed in its place: it must be so, cannot be so, or may be so. */
export type Relation = 'implied' | 'excluded' | 'open';

/**
 * Compares what is known with what is claimed, each at its own precision: 26 July implies "in July" and is left open by
 * it; a rough count leaves its neighbours open; parts, wholes and mouthpieces of an entity are never told apart.
 */
export function compare(base: Base, known: Value, claimed: Value): Relation {
  if (known.type === 'entity' && claimed.type === 'entity')
    return compareEntities(base, known.id, claimed.id);
  if (known.type === 'date' && claimed.type === 'date') return compareDates(known, claimed);
  if (known.type === 'quantity' && claimed.type === 'quantity') return compareAmounts(known, claimed);
  if (known.type === 'text' && claimed.type === 'text') return compareTexts(known, claimed);
  return 'excluded';
}

/** Whether two values can never both be meant. Symmetric. */
export function excludes(base: Base, a: Value, b: Value): boolean {
  return compare(base, a, b) === 'excluded';
}

/** The weakest of several relations: one slot that cannot be so spoils all, one that is open leaves all open. */
export function weakest(relations: readonly Relation[]): Relation {
  if (relations.includes('excluded')) return 'excluded';
  return relations.includes('open') ? 'open' : 'implied';
}

export function compareEntities(base: Base, known: EntityId, claimed: EntityId): Relation {
  if (known === claimed) return 'implied';
  const apart =
    !entityOf(base, known).overlaps.includes(claimed) && !entityOf(base, claimed).overlaps.includes(known);
  return apart ? 'excluded' : 'open';
}

function compareDates(known: DateValue, claimed: DateValue): Relation {
  const [inner, outer] = [intervalOf(known.date), intervalOf(claimed.date)];
  if (contains(outer, inner)) return 'implied';
  return overlap(inner, outer) ? 'open' : 'excluded';
}

/** Units are not compared: rival counts of one thing often name it differently. */
function compareAmounts(known: QuantityValue, claimed: QuantityValue): Relation {
  const exact = claimed.approximate || !known.approximate;
  if (known.amount === claimed.amount && known.unit === claimed.unit && exact) return 'implied';
  return Math.abs(known.amount - claimed.amount) > tolerance(known, claimed) ? 'excluded' : 'open';
}

/** The largest difference at which two amounts may still be the same count. */
function tolerance(a: QuantityValue, b: QuantityValue): number {
  return a.approximate || b.approximate ? 0.15 * Math.max(Math.abs(a.amount), Math.abs(b.amount)) : 0;
}

/** Other words are another value; whether that refutes them is for the laws, which ask if the vocabulary tells them apart. */
function compareTexts(known: TextValue, claimed: TextValue): Relation {
  if (valueKey(known) === valueKey(claimed)) return 'implied';
  const forms = new Set(formsOf(known));
  return formsOf(claimed).some((form) => forms.has(form)) ? 'implied' : 'excluded';
}

const formsOf = ({ text, accept }: TextValue): readonly string[] => [text, ...accept].map(foldText);
