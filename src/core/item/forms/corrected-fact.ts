import { sourceOf } from '../../fact/base.ts';
import type { Base } from '../../fact/base.ts';
import type { Fact } from '../../fact/fact.ts';
import { intervalOf } from '../../fact/interval.ts';
import type { Source } from '../../fact/source.ts';
import { slotOfFacet, valueIn } from '../../fact/slot.ts';
import { refute } from '../../fact/truth.ts';
import type { Value } from '../../fact/value.ts';
import type { Draft, Form, Task } from '../draft.ts';
import { fairAmong, keyOf, lettered, wrongOptions } from '../options.ts';
import { shuffle } from '../random.ts';
import { statementOf } from '../sentence.ts';

/** What was reported at first and what is known now: of a fact that has replaced an older one. */
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

/** The same question answered otherwise, and earlier, by a source that is dated as the later one is. */
function isCorrection(base: Base, fact: Fact, old: Fact): boolean {
  const [first, now] = [sourceBehind(base, old), sourceBehind(base, fact)];
  return (
    old.subject === fact.subject &&
    old.predicate === fact.predicate &&
    old.object.type === fact.object.type &&
    first?.date !== undefined &&
    now?.date !== undefined &&
    intervalOf(first.date).last < intervalOf(now.date).first &&
    refute(base, fact, 'object', old.object) !== undefined
  );
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
  const told = language.joined.firstReported(source.phrase, statementOf(base, old));
  const explanation = language.joined.corrected(told, whole);
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
  const wrong = fairAmong(whole, '', [first, ...others], 2, random);
  if (!wrong?.includes(first)) return undefined;
  const options = lettered(shuffle([{ text: whole, correct: true }, ...wrongOptions(wrong)], random));
  return {
    stem: language.joined.knownNow(told),
    options,
    key: keyOf(options),
    accepted: [],
    rivals: [],
    guess: 1 / options.length,
    explanation,
    restsOn: [old.id],
  };
}
