import { predicateOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Facet, Fact } from '../fact/fact.ts';
import { parsePattern, slotsOf } from '../fact/pattern.ts';
import type { Part, Pattern, Slot, SlotPart } from '../fact/pattern.ts';
import type { Wording } from '../fact/predicate.ts';
import { languageOf } from '../language/index.ts';
import type { Language } from '../language/language.ts';
import { slotOfFacet } from '../fact/slot.ts';
import { fillingOf, isPlural, phrase } from './phrase.ts';
import type { Filling } from './phrase.ts';
import { contentWords } from './words.ts';

/** What stands in a sentence instead of the fact's own words. */
export interface Swap {
  readonly slot: Slot;
  /** Another value, or `gap` for the hole of a cloze. */
  readonly filling: Filling | 'gap';
}

export const gap = '____';

/** The fact as one sentence in the topic's language, with its date and speaker where it may only be told with them. */
export function statementOf(base: Base, fact: Fact, swap?: Swap): string {
  return sentence(base, fact, wordingOf(base, fact).statement, { swap });
}

/** The facts of a list as one sentence: what they say of their first object, said of all in the order of their names. */
export function wholeList(base: Base, language: Language, facts: readonly Fact[]): string {
  const [first] = facts;
  if (!first) return '';
  const named = (fact: Fact, style: 'bare' | 'plain'): string =>
    phrase(base, language, { type: 'value', value: fact.object }, style);
  const sorted = facts.toSorted((a, b) => (named(a, 'bare') < named(b, 'bare') ? -1 : 1));
  const names = sorted.map((fact) => named(fact, 'plain'));
  const all: Filling = { type: 'phrase', phrase: language.list(names), plural: names.length > 1 };
  return statementOf(base, first, { slot: 'object', filling: all });
}

/** The question for a facet when exactly one answer is right; undefined when the predicate has none. */
export function stemOf(base: Base, fact: Fact, facet: Facet, swap?: Swap): string | undefined {
  return ask(base, fact, facet, wordingOf(base, fact).stems[facet], swap);
}

/** Whether the fact's sentence tells all that the question for a facet does: "X said that ..." leaves out on what. */
export function tellsAsMuch(base: Base, fact: Fact, facet: Facet): boolean {
  const { statement, stems } = wordingOf(base, fact);
  const told = slotsOf(patternOf(statement), true);
  const asked = slotsOf(patternOf(stems[facet] ?? statement), true);
  return [...asked].every((slot) => told.has(slot) || !fillingOf(base, fact, slot));
}

/** Whether a fact's sentence tells more of its object than whose it is and when: "X was ____ in 2023" asks for anything. */
export function narrowsObject(base: Base, fact: Fact): boolean {
  const parts = patternOf(wordingOf(base, fact).statement);
  return parts.some((part) =>
    part.type === 'text'
      ? contentWords(part.text).size > 0
      : part.type === 'slot' && tellingSlots.has(part.slot),
  );
}

const tellingSlots: ReadonlySet<Slot> = new Set(['about', 'place', 'speaker', 'occasion']);

/** The question for a facet with several right answers, of which an item offers one. */
export function choiceStemOf(base: Base, fact: Fact, facet: Facet): string | undefined {
  return ask(base, fact, facet, wordingOf(base, fact).choiceStems[facet]);
}

/** The question for the objects of several subjects at once: "In which city did each of these take place?" */
export function stemForEach(base: Base, fact: Fact): string | undefined {
  const text = wordingOf(base, fact).stems.object;
  if (text === undefined || !namesSubjectOnce(patternOf(text))) return undefined;
  const each = { type: 'phrase', phrase: languageOf(base.topic.language).eachOfThese } as const;
  return ask(base, fact, 'object', text, { slot: 'subject', filling: each });
}

/** The question which of several does not share what the fact says of the facet's value. */
export function oddStemOf(base: Base, fact: Fact, facet: Facet): string | undefined {
  return ask(base, fact, facet, wordingOf(base, fact).oddStems?.[facet]);
}

/** The question how many values a complete list has. */
export function countStemOf(base: Base, fact: Fact): string | undefined {
  return ask(base, fact, 'object', wordingOf(base, fact).countStem);
}

/** What happened on the date that is the fact's object, as a noun phrase. */
export function eventPhrase(base: Base, fact: Fact): string | undefined {
  return nounPhrase(base, fact, wordingOf(base, fact).event);
}

/** Who or what stands in the facet's slot, told by the rest of the fact: "the city where the summit took place". */
export function descriptionOf(base: Base, fact: Fact, facet: Facet): string | undefined {
  return nounPhrase(base, fact, wordingOf(base, fact).descriptions?.[facet]);
}

/** The wording of a fact's predicate in the topic's language. */
export function wordingOf(base: Base, fact: Fact): Wording {
  const wording = predicateOf(base, fact).wording[base.topic.language];
  if (!wording) throw new RangeError(`Word predicate "${fact.predicate}" in "${base.topic.language}"`);
  return wording;
}

/** Undefined also when the fact lacks a slot that the question needs. */
function ask(
  base: Base,
  fact: Fact,
  facet: Facet,
  text: string | undefined,
  swap?: Swap,
): string | undefined {
  if (text === undefined || !isFilled(base, fact, text)) return undefined;
  return sentence(base, fact, text, { swap, asked: slotOfFacet[facet] });
}

function nounPhrase(base: Base, fact: Fact, text: string | undefined): string | undefined {
  if (text === undefined || !isFilled(base, fact, text)) return undefined;
  const language = languageOf(base.topic.language);
  return renderParts({ base, language, fact, swap: undefined }, patternOf(text));
}

const isFilled = (base: Base, fact: Fact, text: string): boolean =>
  neededBy(patternOf(text)).every((slot) => fillingOf(base, fact, slot));

const needs = new WeakMap<Pattern, readonly Slot[]>();

/** The slots that a pattern cannot do without; found once for each. */
function neededBy(pattern: Pattern): readonly Slot[] {
  const known = needs.get(pattern);
  if (known) return known;
  const needed = [...slotsOf(pattern, false)];
  needs.set(pattern, needed);
  return needed;
}

/** Whether a pattern has its subject once, as a plain noun phrase for which "each of these" can stand. */
function namesSubjectOnce(pattern: Pattern): boolean {
  const named = partsOf(pattern).filter((part) => part.type === 'slot' && part.slot === 'subject');
  return named.length === 1 && named[0]?.type === 'slot' && named[0].style === 'plain';
}

const partsOf = (parts: readonly Part[]): readonly Part[] =>
  parts.flatMap((part) => (part.type === 'optional' ? partsOf(part.parts) : [part]));

interface Telling {
  readonly swap?: Swap | undefined;
  /** The slot that a question asks for, which its lead must not tell. */
  readonly asked?: Slot;
}

function sentence(base: Base, fact: Fact, text: string, telling: Telling): string {
  const language = languageOf(base.topic.language);
  const pattern = patternOf(text);
  const rendering = { base, language, fact, swap: telling.swap };
  const said = new Set([...slotsOf(pattern, true), ...(telling.asked ? [telling.asked] : [])]);
  const lead = leadOf(rendering, said);
  return lead + renderParts(rendering, lead === '' ? pattern : continued(language, pattern));
}

/** "As of August 2023, " and "According to X, " where the fact may only be told so and the pattern does not say it. */
function leadOf(rendering: Rendering, said: ReadonlySet<Slot>): string {
  const { language, fact } = rendering;
  const dated = (fact.ask === 'as-of' || fact.ask === 'both') && !said.has('asOf') && fact.asOf;
  const asOf = dated ? language.asOf(dated) : '';
  const voice = voiceOf(rendering, said);
  return asOf !== '' && voice !== '' ? asOf + language.decapitalise(voice) : asOf + voice;
}

/** No voice is named before a sentence whose subject is the speaker. */
function voiceOf(rendering: Rendering, said: ReadonlySet<Slot>): string {
  const { base, language, fact, swap } = rendering;
  if (fact.ask !== 'according-to' && fact.ask !== 'both') return '';
  const own = fillingOf(base, fact, 'speaker');
  const speaks = fact.accordingTo?.type === 'entity' && fact.accordingTo.id === fact.subject;
  if (!own || speaks || said.has('speaker')) return '';
  if (swap?.slot !== 'speaker') return language.accordingTo(phrase(base, language, own, 'plain'));
  return language.accordingTo(swap.filling === 'gap' ? gap : phrase(base, language, swap.filling, 'plain'));
}

/** The pattern for the middle of a sentence: its first word loses the capital, unless it is a name. */
function continued(language: Language, [first, ...rest]: Pattern): Pattern {
  if (first?.type === 'text') return [{ ...first, text: language.decapitalise(first.text) }, ...rest];
  return first?.type === 'slot'
    ? [{ ...first, capital: false }, ...rest]
    : [...(first ? [first] : []), ...rest];
}

interface Rendering {
  readonly base: Base;
  readonly language: Language;
  readonly fact: Fact;
  readonly swap: Swap | undefined;
}

function renderParts(rendering: Rendering, parts: readonly Part[]): string {
  return parts.map((part) => renderPart(rendering, part)).join('');
}

function renderPart(rendering: Rendering, part: Part): string {
  const { base, language, fact, swap } = rendering;
  if (part.type === 'text') return part.text;
  if (part.type === 'optional') {
    const whole = [...slotsOf(part.parts, false)].every((slot) => fillingOf(base, fact, slot));
    return whole ? renderParts(rendering, part.parts) : '';
  }
  const own = fillingOf(base, fact, part.slot);
  const filling = swap?.slot === part.slot && swap.filling !== 'gap' ? swap.filling : own;
  if (part.type === 'agreement') return isPlural(base, filling) ? part.plural : part.singular;
  if (!filling) throw new RangeError(`Fill "${part.slot}" of fact "${fact.id}" or make it optional`);
  const words = phrase(base, language, filling, part.style);
  const holed = swap?.slot === part.slot && swap.filling === 'gap';
  const shown = holed ? gapFor(rendering, part, words) : words;
  return part.capital ? language.capitalise(shown) : shown;
}

/** The hole, keeping what stands around the name: "on ____", "____'s", "____ days". */
function gapFor({ base, language, fact }: Rendering, part: SlotPart, words: string): string {
  if (part.style === 'possessive') return language.possessive(gap, false);
  if (part.style === 'unit') return words;
  if (part.style === 'on') return `${words.split(' ')[0]} ${gap}`;
  const counted = part.style === 'plain' && part.slot === 'object' && fact.object.type === 'quantity';
  if (!counted) return gap;
  return `${gap} ${phrase(base, language, { type: 'value', value: fact.object }, 'unit')}`.trimEnd();
}

const patterns = new Map<string, Pattern>();

/** Patterns are parsed once: the vocabulary is small and each is used for many facts. */
function patternOf(text: string): Pattern {
  const known = patterns.get(text);
  if (known) return known;
  const result = parsePattern(text);
  if (!result.ok) throw new RangeError(`Mend the pattern: ${result.message}`);
  patterns.set(text, result.pattern);
  return result.pattern;
}
