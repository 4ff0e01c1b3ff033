import { cardId } from '../../fact/fact.ts';
import type { Fact } from '../../fact/fact.ts';
import type { Draft, Form, Task } from '../draft.ts';
import type { Prospect } from '../even-draw.ts';
import { prospectsAmong } from '../fair.ts';
import { firstOf } from '../first-of.ts';
import type { Certificate } from '../item.ts';
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
    return firstOf([outsideList, outsideGroup, outsideMonth], (setsOf) => {
      const drawn = task.draw(setsOf(task).flatMap((set) => prospectsOf(task, set)));
      return drawn && draft(task, drawn);
    });
  },
};

interface Drawn {
  readonly set: OddSet;
  readonly wrong: readonly Certified[];
}

interface Certified {
  readonly text: string;
  readonly fact: Fact;
  readonly certificate: Certificate;
}

const sharing = 3;
const mostTried = 8;

function prospectsOf({ base, fact }: Task, set: OddSet): readonly Prospect<Drawn>[] {
  const certified = set.sharing.slice(0, mostTried).map((member) => ({
    ...member,
    certificate: {
      law: 'C1',
      refutedBy: member.fact.id,
      belongsTo: member.fact.id,
      text: statementOf(base, member.fact),
    } as const,
  }));
  const isOnCard = (chosen: readonly Certified[]): boolean => chosen.some((member) => member.fact === fact);
  const prospects = prospectsAmong(set.odd, set.stem, certified, {
    count: sharing,
    fits: (chosen) => !isOddByItsWords(set, chosen) && (!set.listed || isOnCard(chosen)),
  });
  return prospects.map((prospect) => ({ ...prospect, value: { set, wrong: prospect.value } }));
}

function draft({ base, fact, random }: Task, { set, wrong }: Drawn): Draft {
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
}

/** Whether all but the odd one have a word in common, so that it is found without knowing: three summits and a coup. */
function isOddByItsWords({ stem, odd }: OddSet, wrong: readonly { readonly text: string }[]): boolean {
  const own = new Set([...contentWords(odd.text), ...contentWords(stem)]);
  const [first, ...rest] = wrong.map(({ text }) => contentWords(text));
  return [...(first ?? [])].some((word) => !own.has(word) && rest.every((words) => words.has(word)));
}
