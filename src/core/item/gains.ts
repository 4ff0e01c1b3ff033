import { shapeOf } from './checks/shape.ts';
import type { Shape } from './checks/shape.ts';
import type { Prospect } from './even-draw.ts';
import { isBefore } from './size.ts';
import type { Offered } from './size.ts';
import { gainsOf, hunches } from './test-wise.ts';

/** What guessers gain over chance by some options. */
export type Gains = Omit<Prospect<unknown>, 'value'>;

/** An option as a guesser sees it, and whether it is right. */
interface Seen {
  readonly shape: Shape;
  readonly correct: boolean;
}

/** By options in the order shown, which is their own: by the texts, and by each place. */
export function gainsAsShown(stem: Shape, shown: readonly Seen[]): Gains {
  const rights = shown.map(({ correct }) => correct);
  const shapes = shown.map(({ shape }) => shape);
  const blind = rights.filter(Boolean).length / rights.length;
  return {
    gains: gainsOf(stem, shapes, rights),
    // Of those who always take the first, the second ...
    places: rights.map((right) => (right ? 1 : 0) - blind),
  };
}

/** The same of options in order of size. */
export const gainsBySize = (stem: Shape, options: readonly (Seen & { readonly offered: Offered })[]): Gains =>
  gainsAsShown(
    stem,
    options.toSorted((a, b) => {
      if (isBefore(a.offered, b.offered)) return -1;
      return isBefore(b.offered, a.offered) ? 1 : 0;
    }),
  );

/** By options that are shown in any order: on average with each of them at each place once. */
export function gainsShuffled(stem: Shape, options: readonly Seen[]): Gains {
  // The place only matters to those who look at the middle of numbers.
  const turns = options.some(({ shape }) => shape.marks.has('digit')) ? options.length : 1;
  const each = Array.from({ length: turns }, (_, by) =>
    gainsAsShown(stem, [...options.slice(by), ...options.slice(0, by)]),
  );
  return {
    gains: hunches.map((_, hunch) => each.reduce((sum, { gains }) => sum + (gains[hunch] ?? 0), 0) / turns),
  };
}

/** What guessers see of options. */
export const seen = (
  options: readonly { readonly text: string; readonly correct: boolean }[],
): readonly Seen[] => options.map(({ text, correct }) => ({ shape: shapeOf(text), correct }));
