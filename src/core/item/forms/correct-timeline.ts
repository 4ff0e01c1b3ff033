import type { Base } from '../../fact/base.ts';
import { loneMark } from '../checks/give-away.ts';
import { shapeOf } from '../checks/shape.ts';
import { byTime, companionsOf, happeningOf, happeningsNear } from '../chronicle.ts';
import type { Happening } from '../chronicle.ts';
import type { Form, Task } from '../draft.ts';
import { gainsAsShown, seen } from '../gains.ts';
import type { Option } from '../item.ts';
import { letter } from '../options.ts';
import { shuffle } from '../random.ts';
import { statementOf } from '../sentence.ts';

/** Where the moved card stands, and where it belongs: never a neighbouring place, where either card could be the moved one. */
const moves: readonly (readonly [place: number, belongs: readonly number[]])[] = [
  [0, [2, 3]],
  [1, [3]],
  [2, [0]],
  [3, [0, 1]],
];

/** A list in order of time in which one card stands in the wrong place: which? */
export const correctTimeline: Form = {
  id: 'correct-timeline',
  interaction: 'choice',
  effort: 0.5,
  make(task) {
    const { base, language, fact, facet } = task;
    const moved = facet === 'object' ? happeningOf(base, fact) : undefined;
    const shown = moved && listWith(task, moved);
    if (!moved || !shown) return undefined;
    return {
      stem: language.misplacedStem,
      options: shown.map((happening, index) => optionOf(task, happening, index, happening === moved)),
      key: letter(shown.indexOf(moved)),
      accepted: [],
      guess: 1 / shown.length,
      restsOn: shown.map((happening) => happening.fact.id),
      explanation: shown
        .toSorted(byTime)
        .map((happening) => statementOf(base, happening.fact))
        .join(' '),
    };
  },
};

/** Happenings in order of time but for the moved one, in any place. */
function listWith(task: Task, moved: Happening): readonly Happening[] | undefined {
  const { base, language, random } = task;
  const stem = shapeOf(language.misplacedStem);
  const lists = Array.from({ length: tries }, () =>
    listsAmong(base, moved, happeningsNear(base, moved, random)),
  );
  const prospects = lists.flat().map((list) => {
    const options = list.map((happening) => ({ text: happening.title, correct: happening === moved }));
    return { value: list, ...gainsAsShown(stem, seen(options)) };
  });
  return task.draw(shuffle(prospects, random));
}

/** How often the rest of the list is chosen anew. */
const tries = 12;

/** A list for each place of the moved one and each that it belongs to. */
function listsAmong(
  base: Base,
  moved: Happening,
  near: readonly Happening[],
): readonly (readonly Happening[])[] {
  const before = near.filter((other) => byTime(other, moved) < 0);
  const after = near.filter((other) => byTime(other, moved) > 0);
  return moves.flatMap(([place, belongs]) =>
    belongs.flatMap((right) => {
      const others = othersWith(right);
      return others ? [[...others.slice(0, place), moved, ...others.slice(place)]] : [];
    }),
  );

  /** The rest of a list in which so many stand before the moved one when it is in order. */
  function othersWith(right: number): readonly Happening[] | undefined {
    const earlier = companionsOf(base, [moved], right, before);
    const later = earlier && companionsOf(base, [moved, ...earlier], moves.length - 1 - right, after);
    const others = later && [...earlier, ...later].toSorted(byTime);
    return others && !standsOut([moved, ...others]) && !isMarked(moved, others) ? others : undefined;
  }
}

/** Whether the moved one differs from all others in its form. */
const isMarked = ({ title }: Happening, others: readonly Happening[]): boolean =>
  loneMark(
    shapeOf(title),
    others.map((other) => shapeOf(other.title)),
  ) !== undefined;

/** Whether a title is so long among the others that it draws the eye, whether or not it is the one to find. */
function standsOut(happenings: readonly Happening[]): boolean {
  const [longest = 0, next = 0] = happenings.map(({ title }) => title.length).toSorted((a, b) => b - a);
  return longest > 1.25 * next;
}

function optionOf(
  { base, language }: Task,
  { fact, title }: Happening,
  index: number,
  correct: boolean,
): Option {
  const option = { id: letter(index), text: title, correct };
  if (correct) return option;
  const text = language.inPlace(statementOf(base, fact));
  return { ...option, certificate: { law: 'C1', refutedBy: fact.id, text } };
}
