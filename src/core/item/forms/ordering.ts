import { byTime, companionsOf, happeningOf, happeningsNear } from '../chronicle.ts';
import type { Form } from '../draft.ts';
import { statementOf } from '../sentence.ts';
import { jumbled, tilesOf } from '../tiles.ts';

/** Four are more than a guess and less than a screen. */
const tileCount = 4;

/** Events put in order of time; certain of each pair is which came first. */
export const ordering: Form = {
  id: 'ordering',
  interaction: 'order',
  effort: 0.6,
  make({ base, language, fact, facet, random }) {
    const anchor = facet === 'object' ? happeningOf(base, fact) : undefined;
    const others =
      anchor && companionsOf(base, [anchor], tileCount - 1, happeningsNear(base, anchor, random));
    if (!anchor || !others) return undefined;
    const inOrder = [anchor, ...others].toSorted(byTime);
    const shown = jumbled(inOrder, random);
    return {
      stem: language.orderStem,
      options: [],
      key: inOrder.map(({ title }) => title).join('; '),
      accepted: [],
      guess: 1 / 24,
      others: others.map(({ card }) => card),
      layout: {
        type: 'order',
        tiles: tilesOf(base, shown),
        solution: inOrder.map((happening) => String(shown.indexOf(happening) + 1)),
      },
      explanation: inOrder.map((happening) => statementOf(base, happening.fact)).join(' '),
    };
  },
};
