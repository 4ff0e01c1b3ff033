import type { Base } from '../fact/base.ts';
import type { Fact } from '../fact/fact.ts';
import type { Source, SourceId } from '../fact/source.ts';
import type { PartialDate } from '../fact/value.ts';
import { foldText } from '../item/words.ts';
import { compareText, inOrderOfDate } from './chronology.ts';

/** Texts that go back to one origin: they count as one witness, however many printed them. */
export interface Origin {
  readonly id: string;
  /** The oldest first. */
  readonly sources: readonly Source[];
  /** How many facts rest on at least one of them. */
  readonly facts: number;
}

/** What rests on one source. */
export interface SourceProfile {
  readonly source: Source;
  /** Other copies of the same text. */
  readonly copies: readonly Source[];
  /** In order of date. */
  readonly facts: readonly Fact[];
}

/** When a source appeared, or when it was read if it bears no date. */
export const sourceDate = (source: Source): PartialDate | undefined => source.date ?? source.consulted;

/** All origins, those on which most rests first; of equal weight the oldest first. */
export function originsOf(base: Base): readonly Origin[] {
  const factsByOrigin = factIdsByOrigin(base);
  const groups = new Map<string, Source[]>();
  for (const source of inOrderOfSourceDate(base.topic.sources)) {
    groups.set(source.origin, [...(groups.get(source.origin) ?? []), source]);
  }
  return [...groups]
    .map(([id, sources]) => ({ id, sources, facts: factsByOrigin.get(id)?.size ?? 0 }))
    .toSorted((a, b) => b.facts - a.facts);
}

/** The origins of which a text has the words in its title or in the name of its publisher, with those texts only. */
export function findOrigins(origins: readonly Origin[], words: string): readonly Origin[] {
  const wanted = foldText(words);
  if (wanted === '') return origins;
  const holds = ({ title = '', publisher }: Source): boolean =>
    foldText(`${title} | ${publisher}`).includes(wanted);
  return origins.flatMap((origin) => {
    const sources = origin.sources.filter(holds);
    return sources.length === 0 ? [] : [{ ...origin, sources }];
  });
}

/** The texts a fact rests on, by origin: how many independent witnesses it has. */
export function witnessesOf(base: Base, fact: Fact): readonly Origin[] {
  const own = new Set(fact.references.map(({ source }) => source));
  return originsOf(base).flatMap((origin) => {
    const sources = origin.sources.filter(({ id }) => own.has(id));
    return sources.length === 0 ? [] : [{ ...origin, sources }];
  });
}

/** Undefined when there is no such source. */
export function sourceProfile(base: Base, id: SourceId): SourceProfile | undefined {
  const source = base.sources.get(id);
  if (!source) return undefined;
  const copies = base.topic.sources.filter((other) => other.origin === source.origin && other.id !== id);
  const facts = base.topic.facts.filter((fact) =>
    fact.references.some((reference) => reference.source === id),
  );
  return { source, copies: inOrderOfSourceDate(copies), facts: inOrderOfDate(base, facts) };
}

function factIdsByOrigin(base: Base): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map<string, Set<string>>();
  for (const fact of base.topic.facts) {
    for (const { source } of fact.references) {
      const origin = base.sources.get(source)?.origin;
      if (origin !== undefined) ids.set(origin, (ids.get(origin) ?? new Set()).add(fact.id));
    }
  }
  return ids;
}

const inOrderOfSourceDate = (sources: readonly Source[]): readonly Source[] =>
  sources.toSorted((a, b) => compareText(sourceDate(a)?.iso ?? '', sourceDate(b)?.iso ?? ''));
