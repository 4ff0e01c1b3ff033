import type { Check } from './check.ts';
import { loneMark } from './give-away.ts';
import { shapeOf } from './shape.ts';

/** With fewer than two wrong options there is nothing to stand out from. */
export const loneFormat: Check = {
  id: 'lone-format',
  find({ offers }) {
    for (const { right, wrong } of offers) {
      const others = wrong.map(({ text }) => shapeOf(text));
      const mark =
        right.length === 1 &&
        others.length > 1 &&
        right.map(({ text }) => loneMark(shapeOf(text), others))[0];
      if (mark) return `only the key differs in form: ${mark}`;
    }
    return undefined;
  },
};
