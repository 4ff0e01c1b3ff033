import type { Distractor } from '../distractors.ts';
import type { Form, Task } from '../draft.ts';
import { shapeOf } from '../checks/shape.ts';
import { gainsShuffled, seen } from '../gains.ts';
import type { Option } from '../item.ts';
import { letter } from '../options.ts';
import { randomInt, shuffle } from '../random.ts';
import { rollOf } from '../roll.ts';
import type { Member, Roll } from '../roll.ts';

const mostOptions = 5;
const fewestWrong = 2;

/** Some members of a complete list among certified non-members: which are they? */
export const multipleResponse: Form = {
  id: 'multiple-response',
  interaction: 'multiple-choice',
  effort: 0.45,
  make(task) {
    const { random } = task;
    const roll = rollOf(task);
    if (!roll || roll.members.length < 2 || roll.strangers.length < fewestWrong) return undefined;
    const rightCount = Math.min(roll.members.length, 2 + randomInt(2, random));
    const picked = drawn(task, roll, rightCount);
    if (!picked) return undefined;
    const { chosen, wrong } = picked;
    const options = shuffle<Omit<Option, 'id'>>(
      [
        ...chosen.map(({ text }) => ({ text, correct: true })),
        ...wrong.map(({ text, certificate }) => ({ text, correct: false, certificate })),
      ],
      random,
    ).map((option, index) => ({ id: letter(index), ...option }));
    return {
      stem: roll.stem,
      options,
      key: options.flatMap(({ id, correct }) => (correct ? [id] : [])).join(' '),
      accepted: [],
      guess: 1 / ways(options.length, rightCount),
      others: chosen.slice(1).map(({ card }) => card),
      restsOn: roll.members.map(({ fact }) => fact.id),
      explanation: roll.whole,
    };
  },
};

interface Drawn {
  readonly chosen: readonly Member[];
  readonly wrong: readonly Distractor[];
}

const draws = 60;

/** Some members, the task's own first, and some strangers: of many draws one, so that no guesser gains on average. */
function drawn(task: Task, { stem, members, strangers }: Roll, rightCount: number): Drawn | undefined {
  const { random } = task;
  const asked = shapeOf(stem);
  const [own, ...others] = members;
  const wrongCount = Math.min(strangers.length, mostOptions - rightCount);
  const prospects = Array.from({ length: draws }, () => {
    const chosen = [...(own ? [own] : []), ...shuffle(others, random).slice(0, rightCount - 1)];
    const wrong = shuffle(strangers, random).slice(0, wrongCount);
    const named = [...chosen, ...wrong].map(({ text }, place) => ({ text, correct: place < rightCount }));
    return { value: { chosen, wrong }, ...gainsShuffled(asked, seen(named)) };
  });
  return task.draw(prospects);
}

/** In how many ways `few` of `all` can be chosen. */
function ways(all: number, few: number): number {
  return few === 0 ? 1 : (ways(all - 1, few - 1) * all) / few;
}
