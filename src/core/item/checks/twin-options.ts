import { compareEntities } from '../../fact/compare.ts';
import type { Base } from '../../fact/base.ts';
import { entitiesNamed } from '../../fact/names.ts';
import { foldText } from '../words.ts';
import type { Check } from './check.ts';

/** No two options say the same, name the same thing, or one the part of the other. */
export const twinOptions: Check = {
  id: 'twin-options',
  find({ base, offers }) {
    for (const { options } of offers) {
      const texts = options.map(({ text }) => text);
      const pair = pairs(texts).find(([a, b]) => areTwins(base, a, b));
      if (pair) return `"${pair[0]}" and "${pair[1]}" may mean the same`;
    }
    return undefined;
  },
};

function areTwins(base: Base, a: string, b: string): boolean {
  const [one, other] = [foldText(a), foldText(b)];
  if (one === other) return true;
  const [first, second] = [entitiesNamed(base, a), entitiesNamed(base, b)];
  if (first.length > 0 && second.length > 0)
    return first.some((x) => second.some((y) => compareEntities(base, x, y) !== 'excluded'));
  return isJoined(` ${one} `, ` ${other} `) || isJoined(` ${other} `, ` ${one} `);
}

/** "Mali and Niger" entails "Mali". A longer date or amount only looks as if it held a shorter one. */
const isJoined = (whole: string, part: string): boolean =>
  whole.includes(part) && !/\d/.test(whole) && whole.includes(' and ');

const pairs = (texts: readonly string[]): readonly (readonly [string, string])[] =>
  texts.flatMap((a, index) => texts.slice(index + 1).map((b) => [a, b] as const));
