import type { CardId, Facet, FactId } from '../fact/fact.ts';
import type { SourceId } from '../fact/source.ts';
import type { TopicId } from '../fact/topic.ts';
import type { EntityId, PartialDate } from '../fact/value.ts';
import type { Levers } from './difficulty.ts';
import type { Layout } from './layout.ts';

export type ItemId = string & { readonly brand: 'ItemId' };

export const formIds = [
  'flashcard',
  'single-choice',
  'true-false',
  'cloze',
  'typed',
  'duration',
  'before-after',
  'what-followed',
  'odd-one-out',
  'as-of',
  'count',
  'two-hop',
  'who-said',
  'source-comparison',
  'evidence-pick',
  'corrected-fact',
  'multiple-response',
  'numeric',
  'timeline',
  'ordering',
  'matching',
  'categorise',
  'map',
  'correct-timeline',
  'gap-card',
] as const;
/** The rule that made an item. One file a form in `forms/`. */
export type FormId = (typeof formIds)[number];

/** How an item is answered; few, as in QTI. */
export type Interaction =
  | 'reveal'
  | 'choice'
  /** Several options may be right. */
  | 'multiple-choice'
  | 'text-entry'
  | 'number'
  /** Tiles put in order. */
  | 'order'
  /** Tiles joined with targets; where targets take several tiles it is sorting into classes. */
  | 'match'
  /** A date set on an axis. */
  | 'date'
  /** One of the options pointed at on the map. */
  | 'point';

/**
 * The distractor law that licenses a wrong option:
 * C1 the predicate is functional and the base has another value; C2 the option's own fact holds at another time;
 * C3 it is of a class that cannot fill the slot; C4 the list is complete and lacks it; C5 an explicit negative.
 */
export type Law = 'C1' | 'C2' | 'C3' | 'C4' | 'C5';

/** Why an option is wrong: the law, the facts it rests on, and the sentence shown to the learner. */
export interface Certificate {
  readonly law: Law;
  /** The fact that refutes the option. */
  readonly refutedBy: FactId;
  /** The fact whose value the option really is: the confusion it stands for. */
  readonly belongsTo?: FactId;
  readonly text: string;
}

export interface Option {
  /** `a`, `b`, `c` ... in the order shown; `true` and `false` for true/false. */
  readonly id: string;
  readonly text: string;
  readonly correct: boolean;
  /** On every wrong option, and on none that is right. */
  readonly certificate?: Certificate;
  /** What stands on the map, for `point`. */
  readonly entity?: EntityId;
}

export interface Citation {
  readonly source: SourceId;
  readonly publisher: string;
  readonly title?: string;
  /** ISO date as precise as it is known: when it appeared, or when it was read if it bears no date. */
  readonly date: string;
  /** Whether `date` says when it was read. */
  readonly consulted?: true;
  readonly paragraph?: number;
  readonly url?: string;
}

/** What a learner who rightly says "False" does next: put the right words in place of the wrong ones. */
export interface Repair {
  /** The words of the statement that are wrong. */
  readonly wrong: string;
  readonly options: readonly Option[];
}

/** How a typed response is read: as words, or as a date or an amount whatever its spelling. */
export type Entry =
  | { readonly type: 'words' }
  | {
      readonly type: 'date';
      readonly date: PartialDate;
      /** Whether less than the stem asks is enough: a date that says more is right as well. */ readonly mayGoFurther?: true;
    }
  | {
      readonly type: 'amount';
      readonly amount: number;
      /** What is counted or measured, in the plural; shown beside a number field. */ readonly unit?: string;
      /** Largest difference still right. */ readonly tolerance: number;
    };

/** One question, complete: what is shown, what is right, and why. */
export interface Item {
  readonly id: ItemId;
  readonly form: FormId;
  readonly interaction: Interaction;
  readonly topic: TopicId;
  readonly facts: readonly FactId[];
  readonly facet: Facet;
  /** The card that the item was made for. */
  readonly card: CardId;
  /** Every card that a response tells something about; `card` is the first. */
  readonly cards: readonly CardId[];
  /** The question, or for cloze and gap-card the sentence with `____` for the gap, or for true/false the statement to judge. */
  readonly stem: string;
  /** The first letters of the key's words, where a smaller item tells them. */
  readonly cue?: string;
  /** Empty unless the interaction is `choice`, `multiple-choice` or `point`. */
  readonly options: readonly Option[];
  readonly repair?: Repair;
  /** What is arranged or set, for `order`, `match` and `date`. */
  readonly layout?: Layout;
  /** The right response: an option id for `choice` and `point`, ids with a space between for `multiple-choice`, else in words. */
  readonly key: string;
  /** For `text-entry`: every wording that counts as right, key first. */
  readonly accepted: readonly string[];
  /** For `text-entry`: names of other things of the key's class, which a near spelling must never be taken for. */
  readonly rivals: readonly string[];
  /** For `text-entry` and `number`. */
  readonly entry?: Entry;
  /** BCP 47 tag of the texts. */
  readonly language: string;
  /** The true statement, said whole. */
  readonly explanation: string;
  readonly citations: readonly Citation[];
  /** ISO date for which the fact is asked, where the stem says one. */
  readonly asOf?: string;
  /** Who says it, where the stem says so. */
  readonly accordingTo?: string;
  /** Chance of a right response by guessing, 0..1. */
  readonly guess: number;
  /** What makes it easy or hard. */
  readonly levers: Levers;
  /** Predicted from the levers, 0 easy .. 1 hard. */
  readonly difficulty: number;
  readonly seed: number;
  /** Version of the generator; the same version, seed and pack give the same item for ever. */
  readonly generator: number;
}
