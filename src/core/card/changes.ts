import { factOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import { factOfCard } from '../fact/fact.ts';
import type { CardId, FactId } from '../fact/fact.ts';

/** A fact the learner has met that newer content has replaced. */
export interface Change {
  readonly old: FactId;
  readonly by: FactId;
}

/** What has changed about facts that the learner has met and has not been told yet, in the topic's order. */
export function changesToTell(
  base: Base,
  met: Iterable<CardId>,
  told: ReadonlySet<FactId>,
): readonly Change[] {
  const known = new Set([...met].map(factOfCard));
  return base.topic.facts.flatMap(({ id, supersedes }) =>
    supersedes
      .filter((old) => known.has(old) && !told.has(old) && base.facts.has(old))
      .map((old) => ({ old: factOf(base, old).id, by: id })),
  );
}
