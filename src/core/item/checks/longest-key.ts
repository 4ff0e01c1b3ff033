import type { Check } from './check.ts';
import { isTooLong } from './give-away.ts';
import { shapeOf } from './shape.ts';

/** Right answers tend to be qualified more, so guessers take the longest. Where several are right, lengths vary anyway. */
export const longestKey: Check = {
  id: 'longest-key',
  find({ offers }) {
    const given = offers.some(({ right: [key, ...others], wrong }) => {
      const shapes = wrong.map(({ text }) => shapeOf(text));
      return key && others.length === 0 && shapes.length > 0 && isTooLong(shapeOf(key.text), shapes);
    });
    return given ? 'the key is longer than every other option by more than a quarter' : undefined;
  },
};
