import { entityOf } from '../../fact/base.ts';
import type { Base } from '../../fact/base.ts';
import type { Fact } from '../../fact/fact.ts';
import { valueIn } from '../../fact/slot.ts';
import type { EntityId, Value } from '../../fact/value.ts';
import { withNamesMeant } from '../demonyms.ts';
import type { Distractor } from '../distractors.ts';
import type { Draft, Form, Task } from '../draft.ts';
import type { Prospect } from '../even-draw.ts';
import { prospectsAmong } from '../fair.ts';
import { hopOver } from '../hops.ts';
import type { Hop } from '../hops.ts';
import type { Certificate } from '../item.ts';
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
    const statements = shuffle(statementsOn(task.base, task.key.id, hop), task.random);
    const drawn = task.draw(
      statements.slice(0, mostEvidence).flatMap((evidence) => prospectsOf(task, hop, evidence)),
    );
    return drawn && draft(task, hop, drawn);
  },
};

/** So many statements about the key are tried. */
const mostEvidence = 6;

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

interface Drawn {
  readonly evidence: Fact;
  readonly wrong: readonly Statement[];
}

interface Statement {
  readonly text: string;
  /** Whom or what it is about. */
  readonly about: EntityId;
  readonly isAlike: boolean;
  readonly certificate: Certificate;
}

/** One statement about the key among two about others: of the same kind, where there are enough. */
function prospectsOf(task: Task, hop: Hop, evidence: Fact): readonly Prospect<Drawn>[] {
  const { base, language } = task;
  const stem = withNamesMeant(base, language.joined.whichIsAbout(hop.description));
  const others = task
    .distractors()
    .slice(0, mostOthers)
    .flatMap((other) => statementsAbout(task, other, hop, evidence));
  const alike = others.filter(({ isAlike }) => isAlike);
  const prospects = prospectsAmong(
    { text: statementOf(base, evidence) },
    stem,
    alike.length < 2 ? others : alike,
    { count: 2, fits: ([one, other]) => one?.about !== other?.about },
  );
  return prospects.map((prospect) => ({ ...prospect, value: { evidence, wrong: prospect.value } }));
}

function draft({ base, language, fact, random }: Task, hop: Hop, { evidence, wrong }: Drawn): Draft {
  const told = statementOf(base, evidence);
  const options = lettered(shuffle([{ text: told, correct: true }, ...wrongOptions(wrong)], random));
  return {
    stem: language.joined.whichIsAbout(hop.description),
    options,
    key: keyOf(options),
    accepted: [],
    guess: 1 / options.length,
    explanation: `${statementOf(base, fact)} ${told}`,
    restsOn: [evidence.id, ...wrong.flatMap(({ certificate }) => certificate.belongsTo ?? [])],
  };
}

/** True statements about a certified wrong entity: of the same kind as the evidence if there are any. */
function statementsAbout(
  { base, language, fact, key }: Task,
  { value, text, certificate: { law, refutedBy } }: Distractor,
  hop: Hop,
  evidence: Fact,
): readonly Statement[] {
  if (value.type !== 'entity') return [];
  const meant = namesOf(base, key);
  const facts = statementsOn(base, value.id, hop).filter(
    (about) => !meant.some((name) => mentions(statementOf(base, about), name)),
  );
  const alike = facts.filter(({ predicate }) => predicate === evidence.predicate);
  const told = language.joined.aboutAnother(text, statementOf(base, fact));
  return (alike.length > 0 ? alike : facts).slice(0, mostOfEach).map((about) => ({
    text: statementOf(base, about),
    about: value.id,
    isAlike: about.predicate === evidence.predicate,
    certificate: { law, refutedBy, belongsTo: about.id, text: told },
  }));
}

const mostOfEach = 4;
