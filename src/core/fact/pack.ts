import type { Entity } from './entity.ts';
import { cardId, facets } from './fact.ts';
import type { Card, Facet, Fact } from './fact.ts';
import type { Predicate } from './predicate.ts';
import type { Topic } from './topic.ts';

export const packFormat = 'harmattan-topic';
/** Do not change what a pack looks like without a new version. */
export const packVersion = 1;

/**
 * A topic as one compact JSON text, without default values and authors' notes, with the cards that can be asked of it, so
 * that nobody has to try every form to know them. The same topic gives the same text.
 */
export function writePack(topic: Topic, cards: readonly Card[] = []): string {
  const pack: Pack = {
    format: packFormat,
    v: packVersion,
    ...topic,
    entities: topic.entities.map((entity) => slim(entity, entityDefaults)),
    predicates: topic.predicates.map((predicate) => slim(predicate, predicateDefaults)),
    facts: topic.facts.map(({ note: _, ...fact }) => slim(fact, factDefaults)),
    cards: writeCards(topic, cards),
  };
  return JSON.stringify(pack);
}

/**
 * The topic of a parsed pack. Only format and version are checked, with a RangeError for any other: what is inside
 * passed `parseTopic` before it was written.
 */
export function parsePack(json: unknown): Topic {
  const { format, v, cards: _, ...topic } = Object(json) as Pack;
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

/** A letter for each facet. Do not change what a letter stands for. */
const letters: Readonly<Record<Facet, string>> = {
  object: 'o',
  subject: 's',
  about: 'a',
  date: 'd',
  place: 'p',
  speaker: 'v',
};

/** The askable facets of every fact, in the topic's order: `od s  d`. */
function writeCards(topic: Topic, cards: readonly Card[]): string {
  const asked = new Set(cards.map(({ id }) => id));
  return topic.facts
    .map(({ id }) => facets.filter((facet) => asked.has(cardId(id, facet))).map((facet) => letters[facet]))
    .map((own) => own.join(''))
    .join(' ');
}

/** The cards of a pack that fits its topic, in the topic's order; throws a RangeError when it lists none. */
export function cardsInPack(json: unknown): readonly Card[] {
  const { cards, facts } = Object(json) as Pack;
  const own = cards.split(' ');
  if (own.length !== facts.length) throw new RangeError('Write the cards of every fact into the pack');
  return facts.flatMap(({ id }, place) =>
    facets
      .filter((facet) => own[place]?.includes(letters[facet]))
      .map((facet) => ({ id: cardId(id, facet), fact: id, facet })),
  );
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
  readonly cards: string;
}

function slim<T extends object, D extends object>(record: T, defaults: D): Slim<T, D> {
  const usual = new Map(Object.entries(defaults).map(([key, value]) => [key, JSON.stringify(value)]));
  const telling = Object.entries(record).filter(([key, value]) => usual.get(key) !== JSON.stringify(value));
  return Object.fromEntries(telling.sort(([a], [b]) => (a < b ? -1 : 1))) as Slim<T, D>;
}
