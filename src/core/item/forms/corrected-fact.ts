import { sourceOf } from '../../fact/base.ts';
import type { Base } from '../../fact/base.ts';
import type { Fact } from '../../fact/fact.ts';
import { intervalOf } from '../../fact/interval.ts';
import type { Source } from '../../fact/source.ts';
import { judgeWith } from '../../fact/truth.ts';
import type { Value } from '../../fact/value.ts';
import { clashes } from '../distractors.ts';
import type { Distractor } from '../distractors.ts';
import type { Draft, Form, Task } from '../draft.ts';
import { fairOf } from '../fair.ts';
import { keyOf, optionsOf } from '../options.ts';
import { valuePhrase } from '../phrase.ts';
import { shuffle } from '../random.ts';
import { statementOf, stemOf } from '../sentence.ts';

/** What was reported wrongly, at first or later, and what is known: of a fact that has replaced another report. */
export const correctedFact: Form = {
  id: 'corrected-fact',
  interaction: 'choice',
  effort: 0.4,
  make(task) {
    const { base, fact, facet, single } = task;
    const corrected = fact.supersedes.flatMap((id) => base.facts.get(id) ?? []);
    if (facet !== 'object' || !single) return undefined;
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
  const { base, language, fact } = task;
  const source = sourceBehind(base, old);
  const question = stemOf(base, fact, 'object');
  if (!source || question === undefined) return undefined;
  const { joined } = language;
  const isFirst = cameFirst(base, old, fact);
  const stem = (isFirst ? joined.knownNow : joined.whatIsRight)(source.phrase, question);
  const told = (isFirst ? joined.firstReported : joined.misreported)(source.phrase, statementOf(base, old));
  const explanation = (isFirst ? joined.corrected : joined.mistaken)(told, statementOf(base, fact));
  const reported: Distractor = {
    value: old.object,
    text: valuePhrase(base, language, old.object),
    certificate: { law: 'C1', refutedBy: fact.id, belongsTo: old.id, text: explanation },
  };
  const others = task.distractors().filter(({ value }) => !clashes(base, [reported], value));
  const wrong = fairOf(task, stem, [reported, ...others], 2, {
    fits: (chosen) => chosen.includes(reported),
    mayLean: true,
  });
  if (!wrong) return undefined;
  const options = optionsOf(task, wrong);
  return {
    stem,
    options,
    key: keyOf(options),
    accepted: [],
    guess: 1 / options.length,
    explanation,
    restsOn: [old.id],
  };
}
