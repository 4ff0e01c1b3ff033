import { slotOfFacet } from '../../fact/slot.ts';
import type { Value } from '../../fact/value.ts';
import type { Distractor } from '../distractors.ts';
import type { Draft, Form, Task } from '../draft.ts';
import { fairOf } from '../fair.ts';
import { firstOf } from '../first-of.ts';
import type { Certificate } from '../item.ts';
import { optionsOf } from '../options.ts';
import { rollOf } from '../roll.ts';
import { statementOf } from '../sentence.ts';
import { mentions } from '../words.ts';

/** A statement to judge, with one slot swapped in half of the items; a rejected statement is then mended. */
export const trueFalse: Form = {
  id: 'true-false',
  interaction: 'choice',
  effort: 0.2,
  make(task) {
    const statement = statementOf(task.base, task.fact);
    const wrong = task
      .distractors()
      .filter(({ text, value }) => !mentions(statement, text) && swap(task, value) !== statement);
    const [first, ...others] = wrong;
    if (!first) return undefined;
    // Cards without a certified wrong value are left out above, so "true" is no safer a guess than "false".
    return task.random() < 0.5 ? trueStatement(task, statement) : falseStatement(task, [first, ...others]);
  },
};

const swap = ({ base, fact, facet }: Task, value: Value): string =>
  statementOf(base, fact, { slot: slotOfFacet[facet], filling: { type: 'value', value } });

function trueStatement({ language, fact }: Task, statement: string): Draft {
  const holds: Certificate = { law: 'C1', refutedBy: fact.id, text: language.statementHolds };
  return {
    ...blank,
    stem: statement,
    options: [
      { id: 'true', text: language.trueText, correct: true },
      { id: 'false', text: language.falseText, correct: false, certificate: holds },
    ],
    key: 'true',
  };
}

/** States the most tempting wrong value beside which the right one can be fairly offered to mend it; if there is none, only the most tempting. */
function falseStatement(task: Task, wrong: readonly [Distractor, ...Distractor[]]): Draft {
  const mended = firstOf(wrong.slice(0, mostStated), (stated) => {
    const others = wrong.filter((other) => other !== stated);
    const chosen = fairOf(task, swap(task, stated.value), others, 2);
    return chosen && { stated, repair: { wrong: stated.text, options: optionsOf(task, chosen) } };
  });
  const { stated, repair } = mended ?? { stated: wrong[0], repair: undefined };
  const { language } = task;
  return {
    ...blank,
    guess: repair ? blank.guess / repair.options.length : blank.guess,
    stem: swap(task, stated.value),
    options: [
      { id: 'true', text: language.trueText, correct: false, certificate: stated.certificate },
      { id: 'false', text: language.falseText, correct: true },
    ],
    key: 'false',
    ...(repair && { repair }),
    ...(stated.certificate.law === 'C4' && listBehind(task)),
  };
}

/** What is not on a list is judged by the whole list, not by the one on it that the card asks for. */
function listBehind(task: Task): Pick<Draft, 'explanation' | 'restsOn'> {
  const roll = rollOf(task);
  return roll ? { explanation: roll.whole, restsOn: roll.members.map(({ fact }) => fact.id) } : {};
}

/** So many values are tried; the others tempt less. */
const mostStated = 3;

const blank = { accepted: [], guess: 0.5 } as const;
