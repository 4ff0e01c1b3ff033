import type { AssignmentId } from '../assignment/assignment.ts';
import type { CardId, FactId } from '../fact/fact.ts';
import type { FormId } from '../item/item.ts';

/**
 * What a teacher decides about an item after it was answered. `void`: it counts for nobody. `accept`: these words are
 * right too. `correct`: its fact was corrected; what the newer fact says is right, what was asked for is not. `lift`:
 * none of it any more.
 */
export type Ruling = {
  readonly assignment: AssignmentId;
  readonly card: CardId;
  readonly form: FormId;
} & (
  | { readonly kind: 'void' }
  | { readonly kind: 'accept'; readonly text: string }
  | { readonly kind: 'correct'; readonly text: string; readonly by: FactId }
  | { readonly kind: 'lift' }
);

export const sameItem = (
  a: Pick<Ruling, 'assignment' | 'card' | 'form'>,
  b: Pick<Ruling, 'assignment' | 'card' | 'form'>,
): boolean => a.assignment === b.assignment && a.card === b.card && a.form === b.form;
