import type { Distractor } from '../distractors.ts';
import type { Form } from '../draft.ts';
import type { Option } from '../item.ts';
import { letter } from '../options.ts';
import { randomInt, shuffle } from '../random.ts';
import type { Random } from '../random.ts';
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
    const { chosen, wrong } = drawn(roll, rightCount, random);
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

interface Drawn {
  readonly chosen: readonly Member[];
  readonly wrong: readonly Distractor[];
}

/** So many draws are looked at for one in which the longest name is what chance wishes it to be. */
const draws = 8;

/** Some members, the task's own first, and some strangers; the longest of all names is as likely right as any other. */
function drawn(roll: Roll, rightCount: number, random: Random): Drawn {
  const [own, ...others] = roll.members;
  const wrongCount = Math.min(roll.strangers.length, mostOptions - rightCount);
  const isRightLongest = random() < rightCount / (rightCount + wrongCount);
  const all = Array.from({ length: draws }, () => ({
    chosen: [...(own ? [own] : []), ...shuffle(others, random).slice(0, rightCount - 1)],
    wrong: shuffle(roll.strangers, random).slice(0, wrongCount),
  }));
  const longest = (named: readonly { readonly text: string }[]): number =>
    Math.max(...named.map(({ text }) => text.length));
  const fits = ({ chosen, wrong }: Drawn): boolean => longest(chosen) > longest(wrong) === isRightLongest;
  return all.find(fits) ?? all[0] ?? { chosen: [], wrong: [] };
}

/** In how many ways `few` of `all` can be chosen. */
function ways(all: number, few: number): number {
  return few === 0 ? 1 : (ways(all - 1, few - 1) * all) / few;
}
