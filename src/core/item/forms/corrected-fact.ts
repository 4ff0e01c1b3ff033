import { sourceOf } from '../../fact/base.ts';
import type { Base } from '../../fact/base.ts';
import type { Fact } from '../../fact/fact.ts';
import { intervalOf } from '../../fact/interval.ts';
import type { Source } from '../../fact/source.ts';
import { slotOfFacet, valueIn } from '../../fact/slot.ts';
import { judgeWith } from '../../fact/truth.ts';
import type { Value } from '../../fact/value.ts';
import type { Draft, Form, Task } from '../draft.ts';
import { firstOf } from '../first-of.ts';
import { fairAmong, keyOf, lettered, wrongOptions } from '../options.ts';
import { shuffle } from '../random.ts';
import { statementOf } from '../sentence.ts';

/** What was reported wrongly, at first or later, and what is known: of a fact that has replaced another report. */
export const correctedFact: Form = {
  id: 'corrected-fact',
  interaction: 'choice',
  effort: 0.4,
  make(task) {
    const { base, fact, facet } = task;
    const corrected = fact.supersedes.flatMap((id) => base.facts.get(id) ?? []);
    if (facet !== 'object' || fact.ask === 'never') return undefined;
    for (const old of shuffle(corrected, task.random)) {
      const made = isCorrection(base, fact, old) ? draft(task, old) : undefined;
      if (made) return made;
    }
    return undefined;
  },
};

/** The same question answered otherwise, in the same grain, by a dated source that the later fact refutes. */
function isCorrection(base: Base, fact: Fact, old: Fact): boolean {
  return (
    old.subject === fact.subject &&
    old.predicate === fact.predicate &&
    grainOf(old.object) === grainOf(fact.object) &&
    sourceBehind(base, old)?.date !== undefined &&
    // Not `refute`: a value that is too near the truth to be offered elsewhere is just what this form is about.
    judgeWith(base, fact, 'object', old.object).verdict === 'refuted'
  );
}

const grainOf = (value: Value): string => (value.type === 'date' ? value.date.precision : value.type);

/** Whether the replaced report is the older one: else it is a slip that came later. */
function cameFirst(base: Base, old: Fact, fact: Fact): boolean {
  const [first, now] = [sourceBehind(base, old)?.date, sourceBehind(base, fact)?.date];
  return first !== undefined && now !== undefined && intervalOf(first).last < intervalOf(now).first;
}

const sourceBehind = (base: Base, { references: [first] }: Fact): Source | undefined =>
  first && sourceOf(base, first.source);

function draft(task: Task, old: Fact): Draft | undefined {
  const { base, language, fact, random } = task;
  const source = sourceBehind(base, old);
  if (!source) return undefined;
  const whole = statementOf(base, fact);
  const withValue = (value: Value): string =>
    statementOf(base, fact, { slot: slotOfFacet.object, filling: { type: 'value', value } });
  const isFirst = cameFirst(base, old, fact);
  const say = isFirst ? language.joined.firstReported : language.joined.misreported;
  const told = say(source.phrase, statementOf(base, old));
  const explanation = (isFirst ? language.joined.corrected : language.joined.mistaken)(told, whole);
  const first = {
    text: withValue(old.object),
    certificate: {
      law: 'C1' as const,
      refutedBy: fact.id,
      belongsTo: old.id,
      text: explanation,
    },
  };
  const others = task
    .distractors()
    .filter(({ value }) => value !== valueIn(old, 'object'))
    .map(({ value, certificate }) => ({ text: withValue(value), certificate }))
    .filter(({ text }) => text !== first.text);
  const wrong = firstOf(others, (other) => fairAmong(whole, '', [first, other], 2));
  if (!wrong) return undefined;
  const options = lettered(shuffle([{ text: whole, correct: true }, ...wrongOptions(wrong)], random));
  return {
    stem: (isFirst ? language.joined.knownNow : language.joined.whatIsRight)(told),
    options,
    key: keyOf(options),
    accepted: [],
    rivals: [],
    guess: 1 / options.length,
    explanation,
    restsOn: [old.id],
  };
}
