import type { Base } from '../fact/base.ts';
import type { Conflict } from '../fact/conflict.ts';
import type { Fact, FactId } from '../fact/fact.ts';
import { inOrderOfDate } from './chronology.ts';

/** A recorded conflict with the facts that tell its sides. */
export interface Dispute {
  readonly conflict: Conflict;
  readonly facts: readonly Fact[];
}

export interface Disputes {
  readonly recorded: readonly Dispute[];
  /** Facts that exclude one another and that no record explains, each group in order of date. */
  readonly rivals: readonly (readonly Fact[])[];
}

/** Where the sources of the base differ. */
export function disputesOf(base: Base): Disputes {
  const recorded = base.topic.conflicts.map((conflict) => ({
    conflict,
    facts: factsOf(base, conflict.facts),
  }));
  const explained = recorded.map(({ facts }) => new Set(facts.map(({ id }) => id)));
  const rivals = rivalGroups(base).filter(
    (group) => !explained.some((ids) => group.every(({ id }) => ids.has(id))),
  );
  return { recorded, rivals };
}

/** The recorded disputes in which a fact tells a side. */
export const disputesAbout = (base: Base, fact: Fact): readonly Conflict[] =>
  base.topic.conflicts.filter(({ facts }) => facts.includes(fact.id));

/** The facts that exclude this one, whichever of them says so, in order of date. */
export function rivalsOf(base: Base, fact: Fact): readonly Fact[] {
  return inOrderOfDate(
    base,
    base.topic.facts.filter(
      ({ id, conflictsWith }) => fact.conflictsWith.includes(id) || conflictsWith.includes(fact.id),
    ),
  );
}

/** Facts joined by `conflictsWith`, directly or through others, each fact in one group. */
function rivalGroups(base: Base): readonly (readonly Fact[])[] {
  const seen = new Set<FactId>();
  return base.topic.facts.flatMap((fact) => {
    if (seen.has(fact.id) || fact.conflictsWith.length === 0) return [];
    const group: Fact[] = [];
    const waiting = [fact];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (seen.has(next.id)) continue;
      seen.add(next.id);
      group.push(next);
      waiting.push(...rivalsOf(base, next));
    }
    return [inOrderOfDate(base, group)];
  });
}

const factsOf = (base: Base, ids: readonly FactId[]): readonly Fact[] =>
  inOrderOfDate(
    base,
    ids.flatMap((id) => base.facts.get(id) ?? []),
  );
