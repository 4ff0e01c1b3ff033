import { factOf, valueKey } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import { facetOfCard, factOfCard } from '../fact/fact.ts';
import type { CardId, Fact, FactId } from '../fact/fact.ts';
import { valueIn } from '../fact/slot.ts';
import { languageOf } from '../language/index.ts';
import { acceptanceOf } from '../item/accepted.ts';
import { valuePhrase } from '../item/phrase.ts';
import { statementOf } from '../item/sentence.ts';
import type { CorrectedAnswer } from '../teach/ruling.ts';

/** A fact that was asked and is no longer what the topic says. */
export interface Correction {
  readonly old: FactId;
  /** What was asked, as a sentence. */
  readonly before: string;
  /** The fact that says it now, and how; absent where it was only taken back. */
  readonly now?: { readonly by: FactId; readonly text: string };
}

/**
 * What has changed since a quiz was made: facts that others took the place of, that say something else, or that are not
 * asked any more. `was` are the facts it was made from; where they are not kept, today's know what took whose place.
 */
export function correctionsSince(was: Base, now: Base): readonly Correction[] {
  const next = successors(now);
  return was.topic.facts.flatMap((fact) => {
    const by = currentOf(now, next, fact.id);
    const isGone = !by || (isAsked(fact) && !isAsked(by));
    if (by && !isGone && claimKey(by) === claimKey(fact)) return [];
    if (isGone && was === now) return [];
    const before = statementOf(was, fact);
    return [{ old: fact.id, before, ...(!isGone && { now: { by: by.id, text: statementOf(now, by) } }) }];
  });
}

const isAsked = ({ ask, rank }: Fact): boolean => ask !== 'never' && rank !== 'deprecated';

function successors({ topic }: Base): ReadonlyMap<FactId, FactId> {
  return new Map(topic.facts.flatMap(({ id, supersedes }) => supersedes.map((old) => [old, id] as const)));
}

/** The fact at the end of a line of corrections. */
function currentOf(now: Base, next: ReadonlyMap<FactId, FactId>, id: FactId): Fact | undefined {
  const seen = new Set([id]);
  let current = id;
  for (let by = next.get(id); by !== undefined && !seen.has(by); by = next.get(by)) {
    seen.add(by);
    current = by;
  }
  return now.facts.get(current);
}

/** Equal for facts that say the same, wherever they were read and however they are put into words. */
const claimKey = ({ subject, predicate, object, about, at, place, accordingTo }: Fact): string =>
  JSON.stringify([subject, predicate, valueKey(object), about, at?.iso, place, accordingTo]);

/** What is right for a card since its fact was corrected; undefined where its answer is still the same, or there is none. */
export function correctedAnswer(
  was: Base,
  now: Base,
  card: CardId,
  { old, now: next }: Correction,
): CorrectedAnswer | undefined {
  const facet = facetOfCard(card);
  if (!facet || !next || factOfCard(card) !== old) return undefined;
  const before = valueIn(factOf(was, old), facet);
  const value = valueIn(factOf(now, next.by), facet);
  if (!before || !value || valueKey(before) === valueKey(value)) return undefined;
  const language = languageOf(now.topic.language);
  const text = valuePhrase(now, language, value);
  const { accepted = [], entry } = acceptanceOf(now, language, value) ?? {};
  return {
    old,
    by: next.by,
    was: valuePhrase(was, languageOf(was.topic.language), before),
    text,
    accepted: [...new Set([text, ...accepted])],
    ...(entry && { entry }),
    said: statementOf(was, factOf(was, old)),
    says: next.text,
  };
}

/** The ISO dates that facts have by now, of those whose object is one; a fact that was corrected has its newer one's. */
export function datesNow(now: Base, facts: Iterable<FactId>): Readonly<Record<FactId, string>> {
  const next = successors(now);
  const dated = [...new Set(facts)].flatMap((id): [FactId, string][] => {
    const object = currentOf(now, next, id)?.object;
    return object?.type === 'date' ? [[id, object.date.iso]] : [];
  });
  return Object.fromEntries(dated);
}
