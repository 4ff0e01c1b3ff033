import { echoes } from '../words.ts';
import type { Mark, Shape } from './shape.ts';

/** How much longer than every other option a key may be. */
const mostLength = 1.25;

/** Whether the key is the longest option by more than a quarter. */
export function isTooLong(key: Shape, wrong: readonly Shape[]): boolean {
  return key.text.length > mostLength * Math.max(...wrong.map(({ text }) => text.length));
}

/**
 * A word by which the key alone answers the stem: the stem's own word wants that word in another option too, one made
 * from it ("Mali", "Malian") wants one like it. Where every option repeats a word of the stem other than a year, none stands
 * out.
 */
export function loneEcho(stem: Shape, key: Shape, wrong: readonly Shape[]): string | undefined {
  return echoTest(stem, key)(wrong);
}

/** `loneEcho` for one key beside many choices of wrong options. */
export function echoTest(stem: Shape, key: Shape): (wrong: readonly Shape[]) => string | undefined {
  const repeats = ({ words }: Shape): boolean =>
    [...words].some((word) => stem.words.has(word) && !/^\d+$/.test(word));
  const same = [...key.words].filter((word) => stem.words.has(word));
  const like = [...key.words].filter((word) => echoes(word, stem.words));
  return (wrong) => {
    if (like.length === 0 || wrong.every(repeats)) return undefined;
    const offered = new Set(wrong.flatMap(({ words }) => [...words]));
    return same.find((word) => !offered.has(word)) ?? like.find((word) => !echoes(word, offered));
  };
}

/** A mark of its form by which the key differs from all other options, which agree. */
export function loneMark(key: Shape, wrong: readonly Shape[]): Mark | undefined {
  const all = new Set([key, ...wrong].flatMap(({ marks }) => [...marks]));
  return [...all].find((mark) => wrong.every(({ marks }) => marks.has(mark) !== key.marks.has(mark)));
}
