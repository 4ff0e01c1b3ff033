import type { Base } from '../../fact/base.ts';
import type { Fact } from '../../fact/fact.ts';
import type { Value } from '../../fact/value.ts';
import type { Language } from '../../language/language.ts';
import type { Item, Option } from '../item.ts';

export const checkIds = [
  'wording',
  'question',
  'negative',
  'told-with',
  'stem-says-key',
  'one-key',
  'option-count',
  'certified',
  'same-kind',
  'twin-options',
  'all-or-none',
  'absolute',
  'longest-key',
  'stem-echo',
  'lone-format',
  'agreement',
  'ascending',
  'gap',
  'tolerance',
  'layout',
  'chance',
  'sourced',
] as const;
/** A flaw that no item may have. One file a check in this folder. */
export type CheckId = (typeof checkIds)[number];

/** A complete item with what it was made from. */
export interface Inspected {
  readonly base: Base;
  readonly language: Language;
  readonly fact: Fact;
  /** The right value of the facet. */
  readonly key: Value;
  readonly item: Item;
  /** Whether the key's value is what the learner gives or chooses, not something about it. */
  readonly asksValue: boolean;
  readonly offers: readonly Offer[];
}

/** Options among which the learner chooses: those of the item, and those that mend a false statement. */
export interface Offer {
  readonly stem: string;
  readonly options: readonly Option[];
  readonly right: readonly Option[];
  readonly wrong: readonly Option[];
}

export interface Check {
  readonly id: CheckId;
  /** What is wrong with the item, in a few words for an author; undefined when nothing is. */
  find(inspected: Inspected): string | undefined;
}
