import type { Offer } from './checks/check.ts';
import { shapeOf } from './checks/shape.ts';
import type { Shape } from './checks/shape.ts';
import type { Option } from './item.ts';

/** What people who know nothing of the matter, but much about tests, go by. */
export const hunches = ['longest', 'stem-overlap', 'middle', 'shared-words', 'all-together'] as const;
export type Hunch = (typeof hunches)[number];

/** How strongly each option draws such a guesser; equal where nothing tells them apart. */
type Pull = (shapes: readonly Shape[], stem: Shape) => readonly number[];

const shared = (a: Shape, b: Shape): number => [...a.words].filter((word) => b.words.has(word)).length;

/** How each hunch weighs the options. */
export const pulls: Readonly<Record<Hunch, Pull>> = {
  longest: (shapes) => shapes.map(({ text }) => text.length),
  'stem-overlap': (shapes, stem) => shapes.map((shape) => shared(shape, stem)),
  middle: (shapes) =>
    shapes.map((shape, index) => (shape.marks.has('digit') ? -Math.abs(index - (shapes.length - 1) / 2) : 0)),
  // The key is what the wrong options were made to resemble, so it has most in common with the others.
  'shared-words': (shapes) =>
    shapes.map((shape) =>
      shapes.reduce((sum, other) => sum + (other === shape ? 0 : shared(shape, other)), 0),
    ),
  'all-together': (shapes, stem) => {
    const middle = pulls.middle(shapes, stem);
    const overlap = pulls['stem-overlap'](shapes, stem);
    const common = pulls['shared-words'](shapes, stem);
    const longest = Math.max(...shapes.map(({ text }) => text.length));
    return shapes.map(
      ({ text }, index) =>
        3 * (middle[index] ?? 0) + 2 * (overlap[index] ?? 0) + (common[index] ?? 0) + text.length / longest,
    );
  },
};

/** The options that a guesser with that hunch is left with. */
export function drawnTo(hunch: Hunch, { stem, options }: Offer): readonly Option[] {
  const strengths = pulls[hunch](
    options.map(({ text }) => shapeOf(text)),
    shapeOf(stem),
  );
  const most = Math.max(...strengths);
  return options.filter((_, index) => strengths[index] === most);
}

/** The chance that a guesser picks a right option, and that of a blind one. */
export interface Odds {
  readonly guesser: number;
  readonly blind: number;
}

export function oddsOf(hunch: Hunch, offer: Offer): Odds {
  const blind = offer.right.length / offer.options.length;
  // On a map the options are letters.
  if (offer.options.some(({ entity }) => entity !== undefined)) return { guesser: blind, blind };
  const drawn = drawnTo(hunch, offer);
  return { guesser: drawn.filter(({ correct }) => correct).length / drawn.length, blind };
}
