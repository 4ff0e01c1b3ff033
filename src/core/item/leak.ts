import { entityOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Fact, Facet } from '../fact/fact.ts';
import { valueIn } from '../fact/slot.ts';
import type { Value } from '../fact/value.ts';
import { languageOf } from '../language/index.ts';
import type { Item } from './item.ts';
import { valuePhrase } from './phrase.ts';
import { foldText } from './words.ts';

/** An item as its neighbours in a quiz see it: what it says before it is answered, and what must not be said elsewhere. */
export interface Telltale {
  readonly says: string;
  /** Names of the right answer. */
  readonly answers: readonly string[];
  /** Names of what the fact is otherwise about: said together with the answer they tell the fact. */
  readonly anchors: readonly string[];
}

const anchoring: readonly Facet[] = ['subject', 'object', 'about'];

export function telltaleOf(base: Base, item: Item): Telltale {
  const [id] = item.facts;
  const fact = id && base.facts.get(id);
  const says = ` ${foldText(textsOf(item).join(' | '))} `;
  if (!fact) return { says, answers: [], anchors: [] };
  const others = anchoring.filter((facet) => facet !== item.facet);
  return {
    says,
    answers: namesIn(base, fact, item.facet),
    anchors: others.flatMap((facet) => namesIn(base, fact, facet)),
  };
}

/** Whether either of two items tells what the other asks. */
export const giveAway = (a: Telltale, b: Telltale): boolean => tells(a, b) || tells(b, a);

function tells({ says }: Telltale, { answers, anchors }: Telltale): boolean {
  const said = (name: string): boolean => says.includes(name);
  return answers.some(said) && anchors.some(said);
}

function textsOf({ stem, options, repair, layout }: Item): readonly string[] {
  const tiles = layout?.type === 'order' || layout?.type === 'match' ? layout.tiles : [];
  const targets = layout?.type === 'match' ? layout.targets : [];
  const landmarks = layout?.type === 'axis' ? layout.landmarks : [];
  return [
    stem,
    ...[...options, ...(repair?.options ?? []), ...tiles, ...targets, ...landmarks].map(({ text }) => text),
  ];
}

/** Folded, with a space on either side, to be looked up as whole words. */
function namesIn(base: Base, fact: Fact, facet: Facet): readonly string[] {
  const value = valueIn(fact, facet);
  return value ? namesOf(base, value).map((name) => ` ${foldText(name)} `) : [];
}

function namesOf(base: Base, value: Value): readonly string[] {
  if (value.type !== 'entity') return [valuePhrase(base, languageOf(base.topic.language), value)];
  const { name, aliases } = entityOf(base, value.id);
  return [name, ...aliases.filter((alias) => alias.length >= 4)];
}
