import { excludes } from '../fact/compare.ts';
import { answersTo, refute } from '../fact/truth.ts';
import { entityOf, objectKey, predicateOf, subjectKey, valueKey } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Facet, Fact } from '../fact/fact.ts';
import { kindredOf } from '../fact/kindred.ts';
import type { Refutation } from '../fact/laws.ts';
import { valuesNear } from '../fact/neighbours.ts';
import type { Used } from '../fact/neighbours.ts';
import { valueIn } from '../fact/slot.ts';
import type { EntityId, PartialDate, Value } from '../fact/value.ts';
import { languageOf } from '../language/index.ts';
import type { Certificate } from './item.ts';
import { areNearInTime, yearsOf } from './near-in-time.ts';
import { valuePhrase } from './phrase.ts';
import type { Random } from './random.ts';
import { statementOf } from './sentence.ts';
import { areNeighbours, closenessLike, likeness } from './likeness.ts';
import { shiftedValues } from './shift.ts';
import { isBefore, sizeOf } from './size.ts';
import type { Offered } from './size.ts';
import { contentWords } from './words.ts';

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
 * and no two of them could be taken for one another. `fits` says what else a form wants of them.
 */
export function distractorsFor(
  base: Base,
  fact: Fact,
  facet: Facet,
  random: Random,
  fits: (value: Value) => boolean = () => true,
): readonly Distractor[] {
  const key = valueIn(fact, facet);
  if (!key) return [];
  const keyText = phraseOf(base, key);
  const chosen: Distractor[] = [];
  const sides = new Map<Side, number>();
  const answers = answersTo(base, fact, facet);
  const texts = new Set([...answers, ...told(fact)].map((value) => phraseOf(base, value).toLowerCase()));
  const isOfTheirForm = sharesWordsOf(answers.map((value) => phraseOf(base, value)));
  for (const candidate of ranked(base, fact, facet, key, random)) {
    const { value } = candidate;
    const text = phraseOf(base, value);
    const side = sideOf({ value, text }, { value: key, text: keyText });
    const served = chosen.length >= most && (side === 'far' || (sides.get(side) ?? 0) >= mostForASide);
    if (served || texts.has(text.toLowerCase()) || !isOfTheirForm(text) || !fits(value)) continue;
    const refutation = clashes(base, chosen, value) ? undefined : refute(base, fact, facet, value);
    if (!refutation) continue;
    texts.add(text.toLowerCase());
    sides.set(side, (sides.get(side) ?? 0) + 1);
    chosen.push(certified(base, fact, candidate, refutation));
  }
  return chosen;
}

/** Whether a text has the words that several right answers have in common: among regions a state would stand out. */
function sharesWordsOf(answers: readonly string[]): (text: string) => boolean {
  if (answers.length < fewestAlike) return () => true;
  const [first = new Set<string>(), ...others] = answers.map(contentWords);
  const common = [...first].filter((word) => others.every((words) => words.has(word)));
  return (text) => common.every((word) => contentWords(text).has(word));
}

const fewestAlike = 3;

/** What the question tells or describes: nobody would take it for its own answer. */
const told = (fact: Fact): readonly Value[] =>
  [valueIn(fact, 'subject'), valueIn(fact, 'object'), valueIn(fact, 'about')].flatMap((value) =>
    value?.type === 'entity' ? [value] : [],
  );

/** Enough to choose three or four options from, a repair and a swap; more would only cost time. */
const most = 10;
/** So many at least shall be smaller than the key, and larger, that its rank among the options can be left to chance. */
const mostForASide = 4;

/** Where a value stands beside the key; names that are much shorter do not help a key that must not be the longest. */
type Side = 'before' | 'after' | 'far';

function sideOf(option: Offered, key: Offered): Side {
  if (sizeOf(option) === undefined && 1.25 * option.text.length < key.text.length) return 'far';
  return isBefore(option, key) ? 'before' : 'after';
}

const phraseOf = (base: Base, value: Value): string =>
  valuePhrase(base, languageOf(base.topic.language), value);

/** Whether a value may mean the same as one that is offered already: "1,100" and "about 1,100". */
export function clashes(base: Base, chosen: readonly Distractor[], value: Value): boolean {
  return chosen.some((other) => !excludes(base, other.value, value));
}

function ranked(base: Base, fact: Fact, facet: Facet, key: Value, random: Random): readonly Candidate[] {
  return [...borrowed(base, fact, facet, key), ...shiftedValues(key, random).map(made)]
    .map((candidate) => ({ ...candidate, nearness: candidate.nearness + variety * random() }))
    .sort((a, b) => b.nearness - a.nearness);
}

/** How far chance may lift a candidate over a nearer one, so that another seed gives another item. */
const variety = 2;

const made = (value: Value): Candidate => ({ value, nearness: 3.5 });

/** Values of other facts that could stand in the slot, each with the best fact it belongs to. */
function borrowed(base: Base, fact: Fact, facet: Facet, key: Value): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  for (const { value, facts } of presupposed(base, fact, facet) ?? valuesLike(base, fact, facet, key)) {
    const id = valueKey(value);
    if (id === valueKey(key) || isRemote(base, key, value)) continue;
    const alike = likeness(base, key, value) + closenessLike(base, entityOf(base, fact.subject), key, value);
    for (const of of facts) {
      const nearness = nearnessOf(fact, of, key, value) + alike;
      if (nearness > (best.get(id)?.nearness ?? -1)) best.set(id, { value, of, nearness });
    }
  }
  const all = [...best.values()];
  const near = all.filter(({ value }) => areNeighbours(base, key, value));
  return near.length < enoughNear ? all : near;
}

/** With so many places near to the right one, none that lies far away is offered. */
const enoughNear = 8;

/** A date or an amount that nobody would take for the right one. */
function isRemote(base: Base, key: Value, value: Value): boolean {
  if (key.type === 'date' && value.type === 'date') return !areNearInTime(base, key.date, value.date);
  if (key.type !== 'quantity' || value.type !== 'quantity') return false;
  const [less, more] = [Math.min(key.amount, value.amount), Math.max(key.amount, value.amount)];
  return more > mostTimes * less;
}

const mostTimes = 5;

/**
 * What the question takes for granted of its answer, as that a border declared open is one: nobody would take anything
 * else for it. Undefined where the predicate takes nothing for granted, or the base does not tell it.
 */
function presupposed(base: Base, fact: Fact, facet: Facet): readonly Used[] | undefined {
  const { presupposes } = predicateOf(base, fact);
  if (presupposes === undefined || facet !== 'object') return undefined;
  const known = base.factsBySubject.get(subjectKey(fact.subject, presupposes));
  return known?.map((one) => ({ value: one.object, facts: [one] }));
}

function valuesLike(base: Base, fact: Fact, facet: Facet, key: Value): readonly Used[] {
  const near = valuesNear(base, fact, facet, key);
  if (key.type !== 'entity')
    return near.map(({ value, facts }) => ({ value, facts: facts.slice(0, mostUses) }));
  const fillers = near.flatMap(({ value }) => (value.type === 'entity' ? [entityOf(base, value.id)] : []));
  const { kind } = entityOf(base, key.id);
  const peers = new Set([...fillers.filter((entity) => entity.kind === kind), ...kindredOf(base, key.id)]);
  return [...peers].map(({ id }) => ({ value: { type: 'entity', id }, facts: usesOf(base, fact, id) }));
}

/** Some facts that an entity is told of in, those of the asked predicate first. */
function usesOf(base: Base, { predicate }: Fact, id: EntityId): readonly Fact[] {
  const same = [
    ...(base.factsBySubject.get(subjectKey(id, predicate)) ?? []),
    ...(base.factsByObject.get(objectKey(predicate, { type: 'entity', id })) ?? []),
  ].slice(0, mostUses);
  const any = (base.factsByEntity.get(id) ?? []).slice(0, mostUses);
  return [...same, ...any].filter(({ ask }) => ask !== 'never');
}

/** How many facts of a value are weighed to find the one a learner may confuse. */
const mostUses = 4;

/** How tempting a value is: of the same kind of statement, in the same part of the story, close in time. */
function nearnessOf(fact: Fact, of: Fact, key: Value, value: Value): number {
  const samePredicate = of.predicate === fact.predicate ? 3 : 0;
  const sameSubtopic = of.subtopic === fact.subtopic ? 1 : 0;
  const weight = { core: 0.4, supporting: 0.2, detail: 0 }[of.importance];
  const [one, other] = [momentOf(fact, key), momentOf(of, value)];
  const close = one && other ? 2 / (1 + Math.abs(yearsOf(one) - yearsOf(other))) : 0;
  return samePredicate + sameSubtopic + weight + close;
}

/** When it was: the value itself if it is a date, else the time that the fact tells. */
const momentOf = ({ at, asOf, from, to }: Fact, value: Value): PartialDate | undefined =>
  value.type === 'date' ? value.date : (at ?? asOf ?? from ?? to);

function certified(base: Base, fact: Fact, candidate: Candidate, refutation: Refutation): Distractor {
  return {
    value: candidate.value,
    text: phraseOf(base, candidate.value),
    // Its sentences are written only where the distractor is used.
    get certificate() {
      return certificateOf(base, fact, candidate.of, refutation);
    },
  };
}

function certificateOf(base: Base, fact: Fact, of: Fact | undefined, { law, by }: Refutation): Certificate {
  const language = languageOf(base.topic.language);
  const explains = of && of.id !== fact.id && law !== 'C5';
  return {
    law,
    refutedBy: by.id,
    ...(of && { belongsTo: of.id }),
    text: explains ? language.misplaced(statementOf(base, of)) : language.refuted(statementOf(base, by)),
  };
}
