import { entityOf } from '../fact/base.ts';
import { excludes } from '../fact/compare.ts';
import { answersTo } from '../fact/truth.ts';
import type { Base } from '../fact/base.ts';
import type { Facet, Fact } from '../fact/fact.ts';
import type { Refutation } from '../fact/laws.ts';
import { valueIn } from '../fact/slot.ts';
import type { Value } from '../fact/value.ts';
import { languageOf } from '../language/index.ts';
import { candidateOf, candidatesFor } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import type { Certificate } from './item.ts';
import { valuePhrase } from './phrase.ts';
import type { Random } from './random.ts';
import { statementOf, wholeList } from './sentence.ts';
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
  const alike = new Map<Side, number>();
  const answers = answersTo(base, fact, facet);
  const texts = new Set([...answers, ...told(fact)].map((value) => phraseOf(base, value).toLowerCase()));
  const isOfTheirForm = sharesWordsOf(answers.map((value) => phraseOf(base, value)));
  for (const candidate of ranked(base, fact, facet, key, random)) {
    const { value, text } = candidate;
    const side = sideOf({ value, text }, { value: key, text: keyText });
    const counts = text.length === keyText.length ? alike : sides;
    const served =
      (counts === alike || chosen.length >= most) &&
      (side === 'far' || (counts.get(side) ?? 0) >= mostForASide);
    if (served || texts.has(text.toLowerCase()) || !isOfTheirForm(text) || !fits(value)) continue;
    const refutation = clashes(base, chosen, value) ? undefined : candidate.refutation();
    if (!refutation) continue;
    texts.add(text.toLowerCase());
    counts.set(side, (counts.get(side) ?? 0) + 1);
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
  const made = shiftedValues(key, random).map((value) =>
    candidateOf(base, fact, facet, { value, nearness: asMadeUp }),
  );
  return [...candidatesFor(base, fact, facet, key), ...made]
    .map((candidate) => ({ ...candidate, nearness: candidate.nearness + variety * random() }))
    .sort((a, b) => b.nearness - a.nearness);
}

/** How far chance may lift a candidate over a nearer one, so that another seed gives another item. */
const variety = 2;

const asMadeUp = 3.5;

function certified(base: Base, fact: Fact, candidate: Candidate, refutation: Refutation): Distractor {
  return {
    value: candidate.value,
    text: candidate.text,
    // Its sentences are written only where the distractor is used.
    get certificate() {
      return certificateOf(base, fact, candidate, refutation);
    },
  };
}

function certificateOf(base: Base, fact: Fact, { value, of }: Candidate, proof: Refutation): Certificate {
  const language = languageOf(base.topic.language);
  const { law, by, others } = proof;
  const explains =
    of && of.id !== fact.id && (law === 'C1' || law === 'C2') && isConfused(base, fact, of, value);
  const right = law === 'C4' ? wholeList(base, language, [by, ...others]) : statementOf(base, by);
  return {
    law,
    refutedBy: by.id,
    ...(of && { belongsTo: of.id }),
    text: explains ? language.misplaced(statementOf(base, of)) : language.refuted(right),
  };
}

/**
 * Whether somebody who chose a value may have thought of this fact: it says the same of another, or what a person, a date
 * or a number is known for. That a country has some border says nothing about its capital.
 */
function isConfused(base: Base, fact: Fact, of: Fact, value: Value): boolean {
  return (
    of.predicate === fact.predicate || value.type !== 'entity' || entityOf(base, value.id).kind === 'person'
  );
}
