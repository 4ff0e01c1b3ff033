import { entityOf } from '../../fact/base.ts';
import type { Base } from '../../fact/base.ts';
import type { Fact } from '../../fact/fact.ts';
import { valueIn } from '../../fact/slot.ts';
import type { EntityId, Value } from '../../fact/value.ts';
import { withNamesMeant } from '../demonyms.ts';
import type { Distractor } from '../distractors.ts';
import type { Draft, Form, Task } from '../draft.ts';
import { fairAmong } from '../fair.ts';
import { hopOver } from '../hops.ts';
import type { Hop } from '../hops.ts';
import { keyOf, lettered, wrongOptions } from '../options.ts';
import { shuffle } from '../random.ts';
import { statementOf } from '../sentence.ts';
import { mentions } from '../words.ts';

/**
 * Which of three true statements is evidence on somebody or something that is described but not named. The link is the
 * fact that the description rests on, and the same fact proves that it does not fit the others.
 */
export const evidencePick: Form = {
  id: 'evidence-pick',
  interaction: 'choice',
  effort: 0.55,
  make(task) {
    const hop = hopOver(task.base, task.fact, task.facet);
    if (!hop || task.key.type !== 'entity' || task.key.id === hop.fact.occasion) return undefined;
    for (const evidence of shuffle(statementsOn(task.base, task.key.id, hop), task.random)) {
      const made = draft(task, hop, evidence);
      if (made) return made;
    }
    return undefined;
  },
};

/** Those that tempt less are of another sort. */
const mostOthers = 8;

/** Of something that many facts tell of, only so many are looked at. */
const mostFacts = 60;

/** True statements with the entity as subject that do not repeat what describes it. */
function statementsOn(base: Base, entity: EntityId, hop: Hop): readonly Fact[] {
  const other = valueIn(hop.fact, hop.facet === 'subject' ? 'object' : 'subject');
  const told = other ? namesOf(base, other) : [];
  return (base.factsByEntity.get(entity) ?? [])
    .slice(0, mostFacts)
    .filter(
      (fact) =>
        fact !== hop.fact &&
        fact.subject === entity &&
        fact.predicate !== hop.fact.predicate &&
        (fact.ask === 'plain' || fact.ask === 'as-of') &&
        !base.superseded.has(fact.id) &&
        !told.some((name) => mentions(statementOf(base, fact), name)),
    );
}

function namesOf(base: Base, value: Value): readonly string[] {
  if (value.type !== 'entity') return value.type === 'text' ? [value.text] : [];
  const { name, aliases } = entityOf(base, value.id);
  return [name, ...aliases.filter((alias) => alias.length >= 4)];
}

function draft(task: Task, hop: Hop, evidence: Fact): Draft | undefined {
  const { base, language, fact, random } = task;
  const stem = language.joined.whichIsAbout(hop.description);
  const told = statementOf(base, evidence);
  const others = task
    .distractors()
    .slice(0, mostOthers)
    .flatMap((other) => statementAbout(task, other, hop, evidence) ?? []);
  const alike = others.filter(({ isAlike }) => isAlike);
  const wrong = fairAmong({ text: told }, withNamesMeant(base, stem), alike.length < 2 ? others : alike, {
    count: 2,
    random,
  });
  if (!wrong) return undefined;
  const options = lettered(shuffle([{ text: told, correct: true }, ...wrongOptions(wrong)], random));
  return {
    stem,
    options,
    key: keyOf(options),
    accepted: [],
    guess: 1 / options.length,
    explanation: `${statementOf(base, fact)} ${told}`,
    restsOn: [evidence.id, ...wrong.flatMap(({ certificate }) => certificate.belongsTo ?? [])],
  };
}

/** A true statement about a certified wrong entity: of the same kind as the evidence if there is one. */
function statementAbout({ base, language, fact, key }: Task, other: Distractor, hop: Hop, evidence: Fact) {
  if (other.value.type !== 'entity') return undefined;
  const meant = namesOf(base, key);
  const facts = statementsOn(base, other.value.id, hop).filter(
    (about) => !meant.some((name) => mentions(statementOf(base, about), name)),
  );
  const about = facts.find(({ predicate }) => predicate === evidence.predicate) ?? facts[0];
  if (!about) return undefined;
  const { law, refutedBy } = other.certificate;
  const text = language.joined.aboutAnother(other.text, statementOf(base, fact));
  return {
    text: statementOf(base, about),
    isAlike: about.predicate === evidence.predicate,
    certificate: { law, refutedBy, belongsTo: about.id, text },
  };
}
