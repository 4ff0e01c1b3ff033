import type { AssignmentId } from '../assignment/assignment.ts';
import type { CardId, FactId } from '../fact/fact.ts';
import type { Entry, FormId } from '../item/item.ts';

/**
 * What a teacher decides about an item after it was answered. `void`: it counts for nobody. `accept`: these words are
 * right too. `correct`: a fact it asks was corrected; it is marked by what the newer one says. `lift`: none of it any
 * more.
 */
export type Ruling = {
  readonly assignment: AssignmentId;
  readonly card: CardId;
  readonly form: FormId;
} & (
  | { readonly kind: 'void' }
  | { readonly kind: 'accept'; readonly text: string }
  | ({ readonly kind: 'correct' } & CorrectedAnswer)
  | { readonly kind: 'lift' }
);

/** What is right since a fact was corrected: kept whole, so that later facts do not change marks again. */
export interface CorrectedAnswer {
  readonly old: FactId;
  readonly by: FactId;
  /** The old answer and the new one, in the words of an option. */
  readonly was: string;
  readonly text: string;
  /** Every wording of the new one. */
  readonly accepted: readonly string[];
  readonly entry?: Entry;
  /** The sentences of the old fact and the new one. */
  readonly said?: string;
  readonly says?: string;
  /** ISO dates, by now, of what was to be put in order with it. */
  readonly times?: Readonly<Record<FactId, string>>;
}
