import type { Offer } from './checks/check.ts';
import { shapeOf } from './checks/shape.ts';
import type { Shape } from './checks/shape.ts';

/** What people who know nothing of the matter, but much about tests, go by. */
export const hunches = ['longest', 'stem-overlap', 'middle', 'shared-words', 'all-together'] as const;
export type Hunch = (typeof hunches)[number];

/** How strongly each option draws such a guesser; equal where nothing tells them apart. */
type Pull = (shapes: readonly Shape[], stem: Shape) => readonly number[];

const counts = new WeakMap<Shape, Map<Shape, number>>();

/** How many words two texts share; counted once for each two. */
function shared(a: Shape, b: Shape): number {
  const known = counts.get(a) ?? new Map<Shape, number>();
  counts.set(a, known);
  const count = known.get(b) ?? [...a.words].filter((word) => b.words.has(word)).length;
  known.set(b, count);
  return count;
}

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

/** The chance that a guesser picks a right option, and that of a blind one. */
export interface Odds {
  readonly guesser: number;
  readonly blind: number;
}

export function oddsOf(hunch: Hunch, { stem, options, right }: Offer): Odds {
  const blind = right.length / options.length;
  // On a map the options are letters.
  if (options.some(({ entity }) => entity !== undefined)) return { guesser: blind, blind };
  const shapes = options.map(({ text }) => shapeOf(text));
  const rights = options.map(({ correct }) => correct);
  return { guesser: hitsOf(pulls[hunch](shapes, shapeOf(stem)), rights), blind };
}

/** What each guesser gains over chance by options in the order shown. */
export function gainsOf(
  stem: Shape,
  shapes: readonly Shape[],
  rights: readonly boolean[],
): readonly number[] {
  const blind = rights.filter(Boolean).length / rights.length;
  return hunches.map((hunch) => hitsOf(pulls[hunch](shapes, stem), rights) - blind);
}

/** The share of right ones among the options that draw a guesser most. */
function hitsOf(strengths: readonly number[], rights: readonly boolean[]): number {
  const most = Math.max(...strengths);
  const drawn = rights.filter((_, index) => strengths[index] === most);
  return drawn.filter(Boolean).length / drawn.length;
}
