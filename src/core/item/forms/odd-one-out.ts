import { cardId } from '../../fact/fact.ts';
import type { Fact } from '../../fact/fact.ts';
import type { Draft, Form, Task } from '../draft.ts';
import { fairAmong } from '../fair.ts';
import { outsideGroup, outsideList, outsideMonth } from '../odd.ts';
import type { OddSet } from '../odd.ts';
import { keyOf, lettered, wrongOptions } from '../options.ts';
import { shuffle } from '../random.ts';
import { statementOf } from '../sentence.ts';
import { contentWords } from '../words.ts';

/** Three of four share what the stem says; the one that does not is asked for. */
export const oddOneOut: Form = {
  id: 'odd-one-out',
  interaction: 'choice',
  effort: 0.45,
  make(task) {
    if (task.facet !== 'object') return undefined;
    const set = outsideList(task) ?? outsideGroup(task) ?? outsideMonth(task);
    return set && draft(task, set);
  },
};

const sharing = 3;

function draft({ base, fact, random }: Task, set: OddSet): Draft | undefined {
  const certified = set.sharing.map((member) => ({ ...member, certificate: certificateOf(member.fact) }));
  const wrong = fairAmong(set.odd, set.stem, certified.slice(0, mostTried), {
    count: sharing,
    random,
    fits: (chosen) => !isOddByItsWords(set, chosen),
    mustBeEven: certified.length > sharing,
  });
  if (!wrong) return undefined;
  const options = lettered(shuffle([{ text: set.odd.text, correct: true }, ...wrongOptions(wrong)], random));
  const facts = wrong.map((member) => member.fact).filter((other) => other !== fact);
  const told = set.listed ? [] : facts.map((other) => statementOf(base, other));
  return {
    stem: set.stem,
    options,
    key: keyOf(options),
    accepted: [],
    guess: 1 / options.length,
    explanation: [set.proof, ...told].join(' '),
    ...(set.listed && { restsOn: set.listed }),
    others: facts.map((other) => ({
      id: cardId(other.id, 'object'),
      fact: other.id,
      facet: 'object' as const,
    })),
  };

  function certificateOf(member: Fact) {
    return {
      law: 'C1',
      refutedBy: member.id,
      belongsTo: member.id,
      text: statementOf(base, member),
    } as const;
  }
}

const mostTried = 8;

/** Whether all but the odd one have a word in common, so that it is found without knowing: three summits and a coup. */
function isOddByItsWords({ stem, odd }: OddSet, wrong: readonly { readonly text: string }[]): boolean {
  const own = new Set([...contentWords(odd.text), ...contentWords(stem)]);
  const [first, ...rest] = wrong.map(({ text }) => contentWords(text));
  return [...(first ?? [])].some((word) => !own.has(word) && rest.every((words) => words.has(word)));
}
