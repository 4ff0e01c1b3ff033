import { objectKey, predicateOf, subjectKey, valueKey } from '../../fact/base.ts';
import type { Base } from '../../fact/base.ts';
import type { Facet, Fact } from '../../fact/fact.ts';
import { meets } from '../../fact/interval.ts';
import { aboutKey, valueIn } from '../../fact/slot.ts';
import { refute } from '../../fact/truth.ts';
import type { Value } from '../../fact/value.ts';
import { clashes } from '../distractors.ts';
import type { Distractor } from '../distractors.ts';
import type { Form, Task } from '../draft.ts';
import { fairOf } from '../fair.ts';
import { keyOf, optionsOf } from '../options.ts';
import { valuePhrase } from '../phrase.ts';
import { statementOf, stemOf } from '../sentence.ts';
import { mentions } from '../words.ts';

/** What was so on a date that the stem says, beside at least one thing that was so earlier or later (law C2). */
export const asOf: Form = {
  id: 'as-of',
  interaction: 'choice',
  effort: 0.4,
  make(task) {
    const { base, fact, facet, single } = task;
    const stem = single && predicateOf(base, fact).temporal ? stemOf(base, fact, facet) : undefined;
    if (stem === undefined || !saysWhen(task, stem)) return undefined;
    const others = otherTimes(task).filter(({ text }) => !mentions(stem, text));
    if (others.length === 0) return undefined;
    const rest = task
      .distractors()
      .filter(({ text, value }) => !mentions(stem, text) && !clashes(base, others, value));
    const wrong = fairOf(task, stem, [...others, ...rest], 2, {
      fits: (chosen) => chosen.some((one) => others.includes(one)),
      mayLean: true,
    });
    if (!wrong) return undefined;
    const options = optionsOf(task, wrong);
    return { stem, options, key: keyOf(options), accepted: [], guess: 1 / options.length };
  },
};

const saysWhen = ({ language, fact }: Task, stem: string): boolean =>
  [fact.asOf, fact.from, fact.to, fact.at].some((date) => date && mentions(stem, language.date(date)));

/** Values that facts about another time give in the slot, where the base refutes them for this one. */
function otherTimes({ base, language, fact, facet, key }: Task): readonly Distractor[] {
  const found = new Map<string, Distractor>();
  for (const other of sameQuestion(base, fact, facet)) {
    const value = valueIn(other, facet);
    if (meets(other, fact) || !value || !isAlike(key, value) || !refute(base, fact, facet, value)) continue;
    found.set(valueKey(value), {
      value,
      text: valuePhrase(base, language, value),
      certificate: {
        law: 'C2',
        refutedBy: fact.id,
        belongsTo: other.id,
        text: language.joined.atAnotherTime(statementOf(base, other)),
      },
    });
  }
  // Two counts of one thing, one of them rough, are offered once.
  return [...found.values()].filter(({ value }, index, all) => !clashes(base, all.slice(0, index), value));
}

/** Facts that differ from this one in the facet's slot, or in time, alone. */
function sameQuestion(base: Base, fact: Fact, facet: Facet): readonly Fact[] {
  const same =
    facet === 'subject'
      ? base.factsByObject.get(objectKey(fact.predicate, fact.object))
      : facet === 'object'
        ? base.factsBySubject.get(subjectKey(fact.subject, fact.predicate))
        : [];
  return (same ?? []).filter(
    (other) => other.ask !== 'never' && !base.superseded.has(other.id) && aboutKey(other) === aboutKey(fact),
  );
}

const isAlike = (key: Value, value: Value): boolean =>
  key.type === value.type &&
  (key.type !== 'quantity' || (value.type === 'quantity' && value.unit === key.unit));
