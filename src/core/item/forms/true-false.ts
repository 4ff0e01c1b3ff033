import { slotOfFacet } from '../../fact/slot.ts';
import type { Value } from '../../fact/value.ts';
import type { Distractor } from '../distractors.ts';
import type { Draft, Form, Task } from '../draft.ts';
import type { Certificate, Option, Repair } from '../item.ts';
import { fairOf, optionsOf } from '../options.ts';
import { statementOf } from '../sentence.ts';
import { mentions } from '../words.ts';

/** A statement to judge, with one slot swapped in half of the items; a rejected statement is then mended. */
export const trueFalse: Form = {
  id: 'true-false',
  interaction: 'choice',
  effort: 0.2,
  make(task) {
    const statement = statementOf(task.base, task.fact);
    const [swapped, ...others] = task
      .distractors()
      .filter(({ text, value }) => !mentions(statement, text) && swap(task, value) !== statement);
    if (!swapped) return undefined;
    // Cards without a certified wrong value are left out above, so "true" is no safer a guess than "false".
    return task.random() < 0.5 ? trueStatement(task, statement) : falseStatement(task, swapped, others);
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

function falseStatement(task: Task, swapped: Distractor, others: readonly Distractor[]): Draft {
  const { language } = task;
  const options: readonly Option[] = [
    { id: 'true', text: language.trueText, correct: false, certificate: swapped.certificate },
    { id: 'false', text: language.falseText, correct: true },
  ];
  const repair = repairOf(task, swapped, others);
  const guess = repair ? blank.guess / repair.options.length : blank.guess;
  return {
    ...blank,
    guess,
    stem: swap(task, swapped.value),
    options,
    key: 'false',
    ...(repair && { repair }),
  };
}

/** Without fair options to mend it, a false statement is only rejected. */
function repairOf(task: Task, swapped: Distractor, others: readonly Distractor[]): Repair | undefined {
  const stem = swap(task, swapped.value);
  const chosen = fairOf(task, stem, others, 2) ?? fairOf(task, stem, others, 1);
  return chosen && { wrong: swapped.text, options: optionsOf(task, chosen) };
}

const blank = { accepted: [], rivals: [], guess: 0.5 } as const;
