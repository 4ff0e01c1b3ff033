import type { Check } from './check.ts';
import { isTooLong } from './give-away.ts';
import { shapeOf } from './shape.ts';

/** Right answers tend to be qualified more, so guessers take the longest. */
export const longestKey: Check = {
  id: 'longest-key',
  find({ offers }) {
    const given = offers.find(({ right, wrong }) =>
      right.some(
        ({ text }) =>
          wrong.length > 0 &&
          isTooLong(
            shapeOf(text),
            wrong.map((option) => shapeOf(option.text)),
          ),
      ),
    );
    return given && 'the key is longer than every other option by more than a quarter';
  },
};
