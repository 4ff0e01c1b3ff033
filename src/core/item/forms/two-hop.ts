import { entityOf } from '../../fact/base.ts';
import { cardId } from '../../fact/fact.ts';
import type { Facet } from '../../fact/fact.ts';
import { slotOfFacet, valueIn } from '../../fact/slot.ts';
import type { EntityId } from '../../fact/value.ts';
import { withNamesMeant } from '../demonyms.ts';
import type { Distractor } from '../distractors.ts';
import type { Draft, Form, Task } from '../draft.ts';
import { fairOf } from '../fair.ts';
import { hopsTo } from '../hops.ts';
import type { Hop } from '../hops.ts';
import { keyOf, optionsOf } from '../options.ts';
import { valuePhrase } from '../phrase.ts';
import { shuffle } from '../random.ts';
import { statementOf, stemOf } from '../sentence.ts';
import { contentWords, mentions } from '../words.ts';

/** Two facts in one question: who or what it asks about is not named but told by another fact. */
export const twoHop: Form = {
  id: 'two-hop',
  interaction: 'choice',
  effort: 0.7,
  make(task) {
    const middle = middleOf(task);
    if (!middle || !task.single || entityOf(task.base, middle.id).plural) return undefined;
    for (const hop of shuffle(hopsTo(task.base, middle.id), task.random)) {
      if (hop.fact.predicate === task.fact.predicate) continue;
      const made = draft(task, middle.facet, hop);
      if (made) return made;
    }
    return undefined;
  },
};

interface Middle {
  readonly id: EntityId;
  /** The slot of the asked fact in which it stands. */
  readonly facet: Facet;
}

/** The entity that both facts share: the asked fact's subject, or its object when the subject is asked for. */
function middleOf({ fact, facet }: Task): Middle | undefined {
  if (facet === 'object') return { id: fact.subject, facet: 'subject' };
  const { object } = fact;
  return facet === 'subject' && object.type === 'entity' ? { id: object.id, facet: 'object' } : undefined;
}

function draft(task: Task, slot: Facet, hop: Hop): Draft | undefined {
  const { base, fact, facet } = task;
  const filling = { type: 'phrase', phrase: hop.description } as const;
  const stem = stemOf(base, fact, facet, { slot: slotOfFacet[slot], filling });
  if (stem === undefined || namesMiddle(task, stem, slot) || !reads(task, stem, hop)) return undefined;
  const distractors = repeats(task, hop)
    ? undefined
    : fairOf(task, stem, task.distractors(), 2, { fits: (chosen) => !hints(task, hop, chosen) });
  if (!distractors) return undefined;
  const options = optionsOf(task, distractors);
  return {
    stem,
    options,
    key: keyOf(options),
    accepted: [],
    guess: 1 / options.length,
    explanation: `${statementOf(base, hop.fact)} ${statementOf(base, fact)}`,
    others: [{ id: cardId(hop.fact.id, hop.facet), fact: hop.fact.id, facet: hop.facet }],
  };
}

function namesMiddle(task: Task, stem: string, slot: Facet): boolean {
  const middle = middleOf(task);
  if (!middle || middle.facet !== slot) return true;
  const { name, aliases } = entityOf(task.base, middle.id);
  return [name, ...aliases.filter((alias) => alias.length >= 4)].some((word) => mentions(stem, word));
}

/** Whether a description can stand there: no apposition and no date after it that would seem to belong to it. */
function reads({ language, fact }: Task, stem: string, { description }: Hop): boolean {
  const rest = stem.slice(stem.indexOf(description) + description.length);
  const dates = [fact.asOf, fact.at, fact.to].flatMap((date) => (date ? [` ${language.onDate(date)}`] : []));
  return !/^, \p{Lu}/u.test(rest) && !dates.some((date) => rest.startsWith(date));
}

/** Whether the description says what the question itself says. */
function repeats({ base, language, fact, facet }: Task, hop: Hop): boolean {
  const other = valueIn(hop.fact, hop.facet === 'subject' ? 'object' : 'subject');
  const told = other && other.type !== 'date' ? valuePhrase(base, language, other) : '';
  return mentions(stemOf(base, fact, facet) ?? '', told);
}

/** Whether the description points at the key alone. */
function hints({ base, language, key }: Task, hop: Hop, distractors: readonly Distractor[]): boolean {
  const said = contentWords(withNamesMeant(base, hop.description));
  const keyWords = [...contentWords(valuePhrase(base, language, key))].filter((word) => said.has(word));
  return keyWords.some((word) => !distractors.every(({ text }) => contentWords(text).has(word)));
}
