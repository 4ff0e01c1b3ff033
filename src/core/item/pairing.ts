import { entityOf, predicateOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import { cardId } from '../fact/fact.ts';
import type { Card, Fact, FactId } from '../fact/fact.ts';
import { answersTo, refute } from '../fact/truth.ts';
import type { Value } from '../fact/value.ts';
import { languageOf } from '../language/index.ts';
import { mayAsk } from './askable.ts';
import { areNearInTime } from './near-in-time.ts';
import { valuePhrase } from './phrase.ts';
import { shuffle } from './random.ts';
import type { Random } from './random.ts';
import { stemForEach } from './sentence.ts';
import { namesTime } from './time-words.ts';
import { contentWords, echoes, mentions } from './words.ts';

/** A fact that can be asked beside others of its kind: who or what it is about, and what belongs to that. */
export interface Pairing {
  readonly fact: Fact;
  readonly card: Card;
  readonly name: string;
  readonly value: Value;
  readonly text: string;
}

/** Facts of one predicate that one question asks for all of them. */
export interface PairingGroup {
  /** "In which city did each of these take place?" */
  readonly stem: string;
  readonly pairings: readonly Pairing[];
  /** Where each fact stands among them. */
  readonly places: ReadonlyMap<FactId, number>;
}

/** The group in which a fact's object can be asked; undefined when no other fact can stand beside it. */
export function pairingGroupOf(base: Base, fact: Fact): PairingGroup | undefined {
  return groupsOf(base).get(fact.id);
}

/** A fact's own pairing and those near to it in its group, in a random order. */
export function pairingsNear(
  base: Base,
  { pairings, places }: PairingGroup,
  fact: Fact,
  random: Random,
): readonly [Pairing, readonly Pairing[]] | undefined {
  const at = places.get(fact.id) ?? -1;
  const own = pairings[at];
  const around = pairings.slice(Math.max(0, at - reach), at + reach + 1).filter((other) => other !== own);
  return own && [own, shuffle(around, random).filter((other) => mayBeTaken(base, own, other))];
}

const reach = 12;

/** A date that lies far from the others would find its place by itself. */
const mayBeTaken = (base: Base, { value: one }: Pairing, { value: other }: Pairing): boolean =>
  one.type !== 'date' || other.type !== 'date' || areNearInTime(base, one.date, other.date);

/** Whether two pairings can be in one item: each value is proven wrong for the other, and no name tells its own. */
export function areExclusive(base: Base, a: Pairing, b: Pairing): boolean {
  return (
    a.fact.subject !== b.fact.subject &&
    !entityOf(base, a.fact.subject).overlaps.includes(b.fact.subject) &&
    refute(base, a.fact, 'object', b.value) !== undefined &&
    refute(base, b.fact, 'object', a.value) !== undefined
  );
}

const groups = new WeakMap<Base, ReadonlyMap<FactId, PairingGroup>>();

function groupsOf(base: Base): ReadonlyMap<FactId, PairingGroup> {
  const known = groups.get(base);
  if (known) return known;
  const byStem = new Map<string, { readonly stem: string; readonly pairings: Pairing[] }>();
  for (const fact of base.topic.facts) {
    const stem = isPairable(base, fact) ? stemForEach(base, fact) : undefined;
    const pairing = stem === undefined ? undefined : pairingOf(base, fact, stem);
    if (stem === undefined || !pairing) continue;
    const key = [fact.predicate, grainOf(base, fact.object), stem].join('|');
    const group = byStem.get(key) ?? { stem, pairings: [] };
    group.pairings.push(pairing);
    byStem.set(key, group);
  }
  const made = [...byStem.values()].flatMap(({ stem, pairings }) => {
    const sorted = pairings.toSorted(byDate);
    const places = new Map(sorted.map(({ fact }, place) => [fact.id, place]));
    const group = { stem, pairings: sorted, places };
    return pairings.map(({ fact }) => [fact.id, group] as const);
  });
  const groupsById = new Map(made);
  groups.set(base, groupsById);
  return groupsById;
}

const isPairable = (base: Base, fact: Fact): boolean =>
  predicateOf(base, fact).functional &&
  (fact.ask === 'plain' || fact.ask === 'as-of') &&
  mayAsk(base, fact, 'object') &&
  answersTo(base, fact, 'object').length === 1;

/** What the values of a group have in common, so that none stands out. */
function grainOf(base: Base, value: Value): string {
  if (value.type === 'entity') return entityOf(base, value.id).kind;
  if (value.type === 'date') return value.date.precision;
  return value.type === 'quantity' ? value.unit : 'text';
}

/** Undefined when the name tells what it is to be matched with. */
function pairingOf(base: Base, fact: Fact, stem: string): Pairing | undefined {
  const language = languageOf(base.topic.language);
  const name = valuePhrase(base, language, { type: 'entity', id: fact.subject });
  const counted = fact.object.type === 'quantity' && mentions(stem, fact.object.unit);
  const text = counted ? language.amount(fact.object) : valuePhrase(base, language, fact.object);
  if (echoes(name, contentWords(text))) return undefined;
  if (fact.object.type === 'date' && namesTime(language, name)) return undefined;
  const card = { id: cardId(fact.id, 'object'), fact: fact.id, facet: 'object' } as const;
  return { fact, card, name: language.capitalise(name), value: fact.object, text: language.capitalise(text) };
}

function byDate(a: Pairing, b: Pairing): number {
  if (a.value.type !== 'date' || b.value.type !== 'date') return 0;
  return a.value.date.iso < b.value.date.iso ? -1 : 1;
}
