import { byTime, companionsOf, happeningOf, happeningsNear } from '../chronicle.ts';
import type { Happening } from '../chronicle.ts';
import type { Form, Task } from '../draft.ts';
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
      rivals: [],
      guess: 1 / shown.length,
      restsOn: shown.map((happening) => happening.fact.id),
      explanation: shown
        .toSorted(byTime)
        .map((happening) => statementOf(base, happening.fact))
        .join(' '),
    };
  },
};

/** Happenings in order of time but for the moved one; its place is drawn first, so that no place is likelier. */
function listWith({ base, random }: Task, moved: Happening): readonly Happening[] | undefined {
  const near = happeningsNear(base, moved, random);
  const before = near.filter((other) => byTime(other, moved) < 0);
  const after = near.filter((other) => byTime(other, moved) > 0);
  const tries = shuffle(moves, random).flatMap(([place, belongs]) =>
    shuffle(belongs, random).map((right) => ({ place, right })),
  );
  for (const { place, right } of tries) {
    const earlier = companionsOf(base, [moved], right, before);
    const later = earlier && companionsOf(base, [moved, ...earlier], moves.length - 1 - right, after);
    const others = [...(earlier ?? []), ...(later ?? [])].toSorted(byTime);
    if (!later || standsOut(moved, others)) continue;
    return [...others.slice(0, place), moved, ...others.slice(place)];
  }
  return undefined;
}

/** Whether a title is so long among the others that it would be guessed. */
const standsOut = ({ title }: Happening, others: readonly Happening[]): boolean =>
  title.length > 1.25 * Math.max(...others.map((other) => other.title.length));

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
