import { answersTo, refute } from '../fact/truth.ts';
import type { Refutation } from '../fact/truth.ts';
import { entityOf, valueKey } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Facet, Fact } from '../fact/fact.ts';
import { valueIn } from '../fact/slot.ts';
import type { EntityValue, Value } from '../fact/value.ts';
import { languageOf } from '../language/index.ts';
import type { Certificate } from './item.ts';
import { valuePhrase } from './phrase.ts';
import type { Random } from './random.ts';
import { statementOf } from './sentence.ts';
import { likeness } from './likeness.ts';
import { shiftedValues } from './shift.ts';

/** A wrong option with its proof. */
export interface Distractor {
  readonly value: Value;
  readonly text: string;
  readonly certificate: Certificate;
}

/** A value that might be offered, and the fact it is really the value of. */
interface Candidate {
  readonly value: Value;
  readonly of?: Fact;
  /** Higher is more tempting. */
  readonly nearness: number;
}

/**
 * Wrong options for a facet, most tempting first: every one is refuted by the base, of the key's class and grain,
 * and no two of them could be taken for one another.
 */
export function distractorsFor(base: Base, fact: Fact, facet: Facet, random: Random): readonly Distractor[] {
  const key = valueIn(fact, facet);
  if (!key) return [];
  const chosen: Distractor[] = [];
  const texts = new Set(answersTo(base, fact, facet).map((answer) => fold(base, answer)));
  for (const candidate of ranked(base, fact, facet, key, random)) {
    if (chosen.length >= most) break;
    const refutation = refute(base, fact, facet, candidate.value);
    const folded = fold(base, candidate.value);
    if (!refutation || texts.has(folded) || clashes(base, chosen, candidate.value)) continue;
    texts.add(folded);
    chosen.push(certified(base, fact, candidate, refutation));
  }
  return chosen;
}

/** Enough for three or four options, a repair and a swap; more would only cost time. */
const most = 6;

const fold = (base: Base, value: Value): string =>
  valuePhrase(base, languageOf(base.topic.language), value).toLowerCase();

function clashes(base: Base, chosen: readonly Distractor[], value: Value): boolean {
  return chosen.some(
    (other) =>
      value.type === 'entity' &&
      other.value.type === 'entity' &&
      entityOf(base, value.id).overlaps.includes(other.value.id),
  );
}

function ranked(base: Base, fact: Fact, facet: Facet, key: Value, random: Random): readonly Candidate[] {
  return [...borrowed(base, fact, facet, key), ...shiftedValues(key, random).map(made)]
    .map((candidate) => ({ ...candidate, nearness: candidate.nearness + variety * random() }))
    .sort((a, b) => b.nearness - a.nearness);
}

/** How far chance may lift a candidate over a nearer one, so that another seed gives another item. */
const variety = 3;

const made = (value: Value): Candidate => ({ value, nearness: 3.5 });

/** Values of other facts that could stand in the slot, each with the best fact it belongs to. */
function borrowed(base: Base, fact: Fact, facet: Facet, key: Value): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  for (const { value, of } of valuesLike(base, fact, facet, key)) {
    const id = valueKey(value);
    const nearness = nearnessOf(fact, of, key, value) + likeness(base, key, value);
    if (id !== valueKey(key) && nearness > (best.get(id)?.nearness ?? -1))
      best.set(id, { value, of, nearness });
  }
  return [...best.values()];
}

function valuesLike(
  base: Base,
  fact: Fact,
  facet: Facet,
  key: Value,
): readonly { readonly value: Value; readonly of: Fact }[] {
  if (key.type === 'entity') return entitiesLike(base, key);
  if (key.type === 'text') {
    const peers = base.factsByPredicate.get(fact.predicate) ?? [];
    return peers.flatMap((of) => (of.object.type === 'text' ? [{ value: of.object, of }] : []));
  }
  return base.topic.facts.flatMap((of) =>
    [valueIn(of, 'object'), valueIn(of, facet)].flatMap((value) =>
      value && of.ask !== 'never' && sameGrain(key, value) ? [{ value, of }] : [],
    ),
  );
}

/** Same kind of date or the same thing counted, so that options look alike. */
function sameGrain(key: Value, value: Value): boolean {
  if (key.type === 'date') return value.type === 'date' && value.date.precision === key.date.precision;
  return key.type === 'quantity' && value.type === 'quantity' && value.unit === key.unit;
}

function entitiesLike(base: Base, key: EntityValue): readonly { readonly value: Value; readonly of: Fact }[] {
  const peers = base.entitiesByKind.get(entityOf(base, key.id).kind) ?? [];
  return peers.flatMap((entity) =>
    (base.factsByEntity.get(entity.id) ?? [])
      .filter((of) => of.ask !== 'never')
      .map((of) => ({ value: { type: 'entity', id: entity.id } as const, of })),
  );
}

/** How tempting a value is: the same kind of statement, the same part of the story, close in time. */
function nearnessOf(fact: Fact, of: Fact, key: Value, value: Value): number {
  const samePredicate = of.predicate === fact.predicate ? 3 : 0;
  const sameSubtopic = of.subtopic === fact.subtopic ? 1 : 0;
  const weight = { core: 0.4, supporting: 0.2, detail: 0 }[of.importance];
  const close =
    key.type === 'date' && value.type === 'date' ? 2 / (1 + yearsApart(key.date.iso, value.date.iso)) : 0;
  return samePredicate + sameSubtopic + weight + close;
}

const yearsApart = (a: string, b: string): number => Math.abs(years(a) - years(b));

function years(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 372;
}

function certified(base: Base, fact: Fact, candidate: Candidate, refutation: Refutation): Distractor {
  const language = languageOf(base.topic.language);
  const text = valuePhrase(base, language, candidate.value);
  const { of } = candidate;
  const explains = of && of.id !== fact.id && refutation.law !== 'C5';
  return {
    value: candidate.value,
    text,
    certificate: {
      law: refutation.law,
      refutedBy: refutation.by.id,
      ...(of && { belongsTo: of.id }),
      text: explains
        ? language.misplaced(statementOf(base, of))
        : language.refuted(text, statementOf(base, refutation.by)),
    },
  };
}
