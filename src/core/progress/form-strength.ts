import { formIds } from '../item/item.ts';
import type { FormId } from '../item/item.ts';
import type { ReviewEvent } from '../review/log.ts';

/** How well a form of item has gone. */
export interface FormStrength {
  readonly form: FormId;
  readonly reviews: number;
  /** Mean marks, 0..1. */
  readonly marks: number;
  /** Mean marks with what guessing alone earns taken out, 0..1. */
  readonly known: number;
}

/** Every form that has been answered, the most answered first. */
export function formStrengths(reviews: readonly ReviewEvent[]): readonly FormStrength[] {
  const sums = new Map<FormId, { reviews: number; marks: number; guess: number }>();
  for (const { payload } of reviews) {
    // What came with help says little of the form.
    if (payload.hints || payload.easier) continue;
    const sum = sums.get(payload.form) ?? { reviews: 0, marks: 0, guess: 0 };
    sum.reviews += 1;
    sum.marks += payload.marks;
    sum.guess += payload.guess;
    sums.set(payload.form, sum);
  }
  return formIds
    .flatMap((form) => {
      const sum = sums.get(form);
      return sum ? [strengthOf(form, sum)] : [];
    })
    .toSorted((a, b) => b.reviews - a.reviews);
}

function strengthOf(
  form: FormId,
  { reviews, marks, guess }: { readonly reviews: number; readonly marks: number; readonly guess: number },
): FormStrength {
  const share = marks / reviews;
  const chance = guess / reviews;
  // The classical correction for guessing: what is above chance, of what can be above chance.
  const known = chance >= 1 ? 0 : Math.max(0, (share - chance) / (1 - chance));
  return { form, reviews, marks: share, known };
}
