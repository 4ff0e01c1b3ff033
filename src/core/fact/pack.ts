import type { Entity } from './entity.ts';
import type { Fact } from './fact.ts';
import type { Predicate } from './predicate.ts';
import type { Topic } from './topic.ts';

export const packFormat = 'harmattan-topic';
/** Do not change what a pack looks like without a new version. */
export const packVersion = 1;

/** A topic as one compact JSON text, without default values and authors' notes. The same topic gives the same text. */
export function writePack(topic: Topic): string {
  const pack: Pack = {
    format: packFormat,
    v: packVersion,
    ...topic,
    entities: topic.entities.map((entity) => slim(entity, entityDefaults)),
    predicates: topic.predicates.map((predicate) => slim(predicate, predicateDefaults)),
    facts: topic.facts.map(({ note: _, ...fact }) => slim(fact, factDefaults)),
  };
  return JSON.stringify(pack);
}

/**
 * The topic of a parsed pack. Only format and version are checked, with a RangeError for any other: what is inside
 * passed `parseTopic` before it was written.
 */
export function parsePack(json: unknown): Topic {
  const { format, v, ...topic } = Object(json) as Pack;
  if (format !== packFormat || v !== packVersion) {
    throw new RangeError(
      `Load a "${packFormat}" pack of version ${packVersion}, not "${format}" of version ${v}`,
    );
  }
  return {
    ...topic,
    entities: topic.entities.map((entity) => ({ ...entityDefaults, ...entity })),
    predicates: topic.predicates.map((predicate) => ({ ...predicateDefaults, ...predicate })),
    facts: topic.facts.map((fact) => ({ ...factDefaults, ...fact })),
    terms: topic.terms ?? [],
    conflicts: topic.conflicts ?? [],
  };
}

const entityDefaults = { article: '', plural: false, aliases: [], overlaps: [] } as const;
const predicateDefaults = {
  functional: false,
  inverseFunctional: false,
  complete: false,
  temporal: false,
} as const;
const factDefaults = {
  ask: 'plain',
  importance: 'supporting',
  rank: 'normal',
  supersedes: [],
  conflictsWith: [],
  denials: [],
  neverOffer: [],
} as const;

/** `T` in which fields that have their default value may be left out. */
type Slim<T, D> = Omit<T, keyof D> & Partial<Pick<T, keyof T & keyof D>>;

interface Pack extends Omit<Topic, 'entities' | 'predicates' | 'facts'> {
  readonly format: string;
  readonly v: number;
  readonly entities: readonly Slim<Entity, typeof entityDefaults>[];
  readonly predicates: readonly Slim<Predicate, typeof predicateDefaults>[];
  readonly facts: readonly Slim<Fact, typeof factDefaults>[];
}

function slim<T extends object, D extends object>(record: T, defaults: D): Slim<T, D> {
  const usual = new Map(Object.entries(defaults).map(([key, value]) => [key, JSON.stringify(value)]));
  const telling = Object.entries(record).filter(([key, value]) => usual.get(key) !== JSON.stringify(value));
  return Object.fromEntries(telling.sort(([a], [b]) => (a < b ? -1 : 1))) as Slim<T, D>;
}
