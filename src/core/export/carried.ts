import type { CardId } from '../fact/fact.ts';
import type { FormId, ItemId } from '../item/item.ts';

/** The ways of asking that other programs know. */
export type Kind =
  | 'choice'
  | 'true-false'
  | 'multiple'
  | 'text'
  | 'number'
  | 'order'
  | 'match'
  | 'open'
  | 'card';

export interface CarriedOption {
  readonly text: string;
  readonly correct: boolean;
  /** Shown to whoever chooses it. */
  readonly feedback?: string;
}

/** What is answered, as another program can ask it. */
export type Body =
  /** One option is right. */
  | { readonly kind: 'choice'; readonly options: readonly CarriedOption[] }
  | { readonly kind: 'multiple'; readonly options: readonly CarriedOption[] }
  | {
      readonly kind: 'true-false';
      readonly right: boolean;
      /** For the wrong answer. */ readonly feedback?: string;
    }
  /** The usual wording first. */
  | { readonly kind: 'text'; readonly accepted: readonly string[] }
  | { readonly kind: 'number'; readonly amount: number; readonly tolerance: number }
  | {
      readonly kind: 'order';
      /** In the order shown. */
      readonly tiles: readonly string[];
      /** Places in `tiles`, the right first one first. */
      readonly solution: readonly number[];
    }
  | {
      readonly kind: 'match';
      /** Each with the place of its target. */
      readonly rows: readonly { readonly text: string; readonly target: number }[];
      readonly targets: readonly string[];
    }
  /** Answered in free words, judged by a person. */
  | { readonly kind: 'open'; readonly answer: string }
  /** Turned over and judged by whoever learns it. */
  | { readonly kind: 'card'; readonly below: readonly string[]; readonly back: readonly string[] };

/** An item as a format carries it: the same question in the words and ways that the other program has. */
export interface CarriedItem {
  /** The item's id, with a number where one item became several. */
  readonly id: string;
  readonly card: CardId;
  readonly form: FormId;
  readonly stem: string;
  readonly body: Body;
  readonly explanation: string;
  /** Each source in one line. */
  readonly sources: readonly string[];
  readonly tags: readonly string[];
  readonly language: string;
}

export const lossKinds = [
  'left-out',
  'too-long',
  'as-choice',
  'as-match',
  'as-open',
  'as-card',
  'split',
  'map',
  'repair',
  'spelling',
  'partial-marks',
  'option-feedback',
  'explanation',
  'sources-in-explanation',
  'sources',
  'schedule',
] as const;
/** What a format cannot carry. */
export type LossKind = (typeof lossKinds)[number];

/** Something of one item that is lost on the way. */
export interface Loss {
  readonly kind: LossKind;
  readonly item: ItemId;
  readonly form: FormId;
}
