import type { Form } from '../draft.ts';
import type { Option } from '../item.ts';
import { letter } from '../options.ts';
import { randomInt, shuffle } from '../random.ts';
import { rollOf } from '../roll.ts';

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
    const [own, ...others] = roll.members;
    const rightCount = Math.min(roll.members.length, 2 + randomInt(2, random));
    const chosen = own ? [own, ...shuffle(others, random).slice(0, rightCount - 1)] : [];
    const wrong = roll.strangers.slice(0, mostOptions - rightCount);
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
      rivals: [],
      guess: 1 / ways(options.length, rightCount),
      others: chosen.slice(1).map(({ card }) => card),
      restsOn: roll.members.map(({ fact }) => fact.id),
      explanation: roll.whole,
    };
  },
};

/** In how many ways `few` of `all` can be chosen. */
function ways(all: number, few: number): number {
  return few === 0 ? 1 : (ways(all - 1, few - 1) * all) / few;
}
