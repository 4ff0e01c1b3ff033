import type { Check } from './check.ts';
import { loneEcho } from './give-away.ts';
import { shapeOf } from './shape.ts';

export const stemEcho: Check = {
  id: 'stem-echo',
  find({ offers }) {
    for (const { stem, right, wrong } of offers) {
      const others = wrong.map(({ text }) => shapeOf(text));
      const echo =
        right.length === 1 && right.map(({ text }) => loneEcho(shapeOf(stem), shapeOf(text), others))[0];
      if (echo) return `only the key repeats "${echo}" of the stem`;
    }
    return undefined;
  },
};
