import type { Base } from '../fact/base.ts';
import type { CardId } from '../fact/fact.ts';
import type { FormId } from '../item/item.ts';
import type { Bans } from '../review/bans.ts';
import { confusionsOf } from '../progress/confusions.ts';
import type { Remake } from '../progress/confusions.ts';
import { leechesOf } from '../progress/leeches.ts';
import { predictionsOf } from '../progress/prediction.ts';
import type { ReviewEvent } from '../review/log.ts';
import { luresOf } from './contrast.ts';
import type { Lures } from './contrast.ts';

/** What a sitting does about cards that are hard for this learner. */
export interface Aids {
  /** What the learner takes for the right answer: such options are offered again until they are told apart. */
  readonly lures: Lures;
  /** Leeches, each with the form in which it was missed last: it is asked in another one. */
  readonly tired: ReadonlyMap<CardId, FormId>;
  /** Leeches that were missed in another form too: a smaller item comes before the whole. */
  readonly stubborn: ReadonlySet<CardId>;
  /** What is not to be asked. */
  readonly bans?: Bans;
}

export const noAids: Aids = { lures: new Map(), tired: new Map(), stubborn: new Set() };

/** The aids for some cards. It is enough, and quicker, to give only their reviews. */
export function aidsFrom(base: Base, reviews: readonly ReviewEvent[], remake: Remake): Aids {
  const leeches = new Set(leechesOf(predictionsOf(reviews)).map(({ card }) => card));
  const tired = new Map<CardId, FormId>();
  const stubborn = new Set<CardId>();
  for (const { payload } of reviews) {
    const { card, form, marks } = payload;
    if (!leeches.has(card)) continue;
    const before = tired.get(card);
    if (marks >= 0.5) stubborn.delete(card);
    else if (before !== undefined && before !== form) stubborn.add(card);
    if (marks < 0.5) tired.set(card, form);
  }
  return { lures: luresOf(confusionsOf(base, reviews, remake)), tired, stubborn };
}
