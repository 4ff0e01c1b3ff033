import { predicateOf, subjectKey } from '../fact/base.ts';
import { cardId } from '../fact/fact.ts';
import type { Card, Fact } from '../fact/fact.ts';
import { answersTo } from '../fact/truth.ts';
import { mayAsk } from './askable.ts';
import type { Distractor } from './distractors.ts';
import type { Task } from './draft.ts';
import { valuePhrase } from './phrase.ts';
import { choiceStemOf, wholeList } from './sentence.ts';
import { mentions } from './words.ts';

/** One of a complete list, with the fact that says so. */
export interface Member {
  readonly fact: Fact;
  readonly card: Card;
  readonly text: string;
}

/** A complete list, and others that are certainly not on it. */
export interface Roll {
  /** "Which of these ...?" */
  readonly stem: string;
  /** All of them, the one of the task first. */
  readonly members: readonly Member[];
  readonly strangers: readonly Distractor[];
  /** The sentence that names all members. */
  readonly whole: string;
}

/** The complete list that a fact's object is on; undefined unless the base vouches that it is complete. */
export function rollOf(task: Task): Roll | undefined {
  const { base, language, fact, facet } = task;
  const stem =
    facet === 'object' && predicateOf(base, fact).complete ? choiceStemOf(base, fact, facet) : undefined;
  if (stem === undefined) return undefined;
  const all = (base.factsBySubject.get(subjectKey(fact.subject, fact.predicate)) ?? []).filter(
    (other) => mayAsk(base, other, 'object') && choiceStemOf(base, other, 'object') === stem,
  );
  if (all.length < answersTo(base, fact, 'object').length) return undefined;
  const members = [fact, ...all.filter((other) => other !== fact)].map((member) => memberOf(task, member));
  const sayUnlisted = (stranger: Distractor): Distractor =>
    refutedBy(stranger, language.joined.notListed(stranger.text));
  return {
    stem,
    members,
    strangers: task
      .distractors()
      .filter(({ text }) => !mentions(stem, text))
      .slice(0, mostStrangers)
      .map(sayUnlisted),
    whole: wholeList(
      base,
      language,
      members.map((member) => member.fact),
    ),
  };
}

/** The least tempting would be told by anybody. */
const mostStrangers = 7;

/** That the list lacks them is what strangers are to be told, with its source, not where else they occur. */
const refutedBy = (
  { certificate: { law, refutedBy: by }, ...stranger }: Distractor,
  text: string,
): Distractor => ({
  ...stranger,
  certificate: { law, refutedBy: by, text },
});

const memberOf = ({ base, language }: Task, fact: Fact): Member => ({
  fact,
  card: { id: cardId(fact.id, 'object'), fact: fact.id, facet: 'object' },
  text: valuePhrase(base, language, fact.object),
});
