import type { Weights } from '#core/memory/fsrs.ts';
import type { Practice } from '#core/memory/replay.ts';

/** What is used of `@open-spaced-repetition/binding`. */
interface Binding {
  readonly FSRSBindingReview: new (rating: number, deltaT: number) => object;
  readonly FSRSBindingItem: new (reviews: readonly object[]) => object;
  computeParameters(items: readonly object[], options: { enableShortTerm: boolean }): Promise<number[]>;
}

const grades = { again: 1, hard: 2, good: 3, easy: 4 } as const;

/**
 * The native optimiser of FSRS, to compare with. It has builds for some computers only, so it is not among the packages:
 * `npm install --no-save @open-spaced-repetition/binding@0.5.0` adds it. Undefined where it is missing.
 */
export async function nativeOptimiser() {
  const name = '@open-spaced-repetition/binding';
  const binding: Binding | undefined = await import(/* @vite-ignore */ name).catch(() => undefined);
  if (!binding) return undefined;
  const { FSRSBindingItem, FSRSBindingReview, computeParameters } = binding;

  return {
    /** One item for every review that has one before it, in the order of time. */
    itemsOf(practices: readonly Practice<number>[]): readonly object[] {
      const reviews = new Map<number, { days: readonly object[]; last: number }>();
      return practices.flatMap(({ card, day, rating }) => {
        const before = reviews.get(card);
        const wait = before ? Math.max(0, day - before.last) : 0;
        const days = [...(before?.days ?? []), new FSRSBindingReview(grades[rating], wait)];
        reviews.set(card, { days, last: day });
        return before && wait > 0 ? [new FSRSBindingItem(days)] : [];
      });
    },
    fit: (items: readonly object[]): Promise<Weights> => computeParameters(items, { enableShortTerm: true }),
  };
}
