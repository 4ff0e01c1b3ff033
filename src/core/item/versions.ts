import { factOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Conflict } from '../fact/conflict.ts';
import type { Fact, FactId } from '../fact/fact.ts';
import type { SourceId } from '../fact/source.ts';

/** What one source says of a matter on which sources differ. */
export interface Version {
  readonly source: SourceId;
  readonly value: string;
}

/** The conflicts that a fact belongs to. */
export function conflictsOf(base: Base, fact: Fact): readonly Conflict[] {
  return conflictsByFact(base).get(fact.id) ?? [];
}

/** The versions of a matter by sources that give one version each, told apart by source and by value. */
export function versionsOf({ values }: Conflict): readonly Version[] {
  const sourced = values.flatMap(({ source, value }) => (source ? [{ source, value }] : []));
  return sourced.filter(
    (one) =>
      sourced.filter(({ source }) => source === one.source).length === 1 &&
      sourced.filter(({ value }) => value === one.value).length === 1,
  );
}

/** The version that a fact stands for: that of the only one among the sources of the matter on which it rests. */
export function versionOf(fact: Fact, versions: readonly Version[]): Version | undefined {
  const own = versions.filter(({ source }) =>
    fact.references.some((reference) => reference.source === source),
  );
  return own.length === 1 ? own[0] : undefined;
}

/** The facts of a matter that stand for a version. */
export function factsFor(base: Base, { facts }: Conflict, version: Version): readonly Fact[] {
  return facts
    .map((id) => factOf(base, id))
    .filter(
      (fact) => fact.ask !== 'never' && fact.references.some(({ source }) => source === version.source),
    );
}

const byFact = new WeakMap<Base, ReadonlyMap<FactId, readonly Conflict[]>>();

function conflictsByFact(base: Base): ReadonlyMap<FactId, readonly Conflict[]> {
  const known = byFact.get(base);
  if (known) return known;
  const found = new Map<FactId, Conflict[]>();
  for (const conflict of base.topic.conflicts) {
    for (const id of conflict.facts) found.set(id, [...(found.get(id) ?? []), conflict]);
  }
  byFact.set(base, found);
  return found;
}
