import type { Base } from '../fact/base.ts';
import type { Card, Facet, Fact, FactId } from '../fact/fact.ts';
import type { Value } from '../fact/value.ts';
import type { Language } from '../language/language.ts';
import type { Distractor } from './distractors.ts';
import type { Prospect } from './even-draw.ts';
import type { FormId, Interaction, Item } from './item.ts';
import type { Random } from './random.ts';

/** What a form gets to make an item from. */
export interface Task {
  readonly base: Base;
  readonly language: Language;
  readonly fact: Fact;
  readonly facet: Facet;
  /** The right value of the facet. */
  readonly key: Value;
  /** Whether the base knows of exactly one right answer. */
  readonly single: boolean;
  readonly random: Random;
  /** Certified wrong values, most tempting first; found only when a form asks. With `fits` only those that a form can use. */
  distractors(fits?: (value: Value) => boolean): readonly Distractor[];
  /**
   * One of several versions, so that no guesser gains on average (see `drawEvenly`); undefined where that cannot be, unless
   * one may gain `most`.
   */
  draw<T>(prospects: readonly Prospect<T>[], most?: number): T | undefined;
}

/** The part of an item that its form decides. */
export type Draft = Pick<Item, 'stem' | 'options' | 'key' | 'accepted' | 'guess'> &
  Partial<Pick<Item, 'repair' | 'entry' | 'layout' | 'explanation'>> & {
    /** What `Item.rivals` is, found when it is first asked for. */
    readonly rivals?: () => readonly string[];
    /** Further cards that a response tells something about: their facts are cited too. */
    readonly others?: readonly Card[];
    /** Further facts that the item rests on, without asking for them. */
    readonly restsOn?: readonly FactId[];
  };

/** A question form. See `forms/README.md` for the contract. */
export interface Form {
  readonly id: FormId;
  readonly interaction: Interaction;
  /** 0 recognised at a glance .. 1 recalled without help; part of the predicted difficulty. */
  readonly effort: number;
  /** Undefined when this card cannot be asked in this form. */
  make(task: Task): Draft | undefined;
}
