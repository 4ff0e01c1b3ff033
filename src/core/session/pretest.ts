import type { Base } from '../fact/base.ts';
import { factOf } from '../fact/base.ts';
import type { Card } from '../fact/fact.ts';
import type { FormId } from '../item/item.ts';

/** What there is to learn, and the time for it. */
export interface Prospect {
  readonly cards: number;
  readonly minutes: number;
  /** Days to the exam; undefined when there is none. */
  readonly days: number | undefined;
}

/**
 * Seconds for each card below which asking first costs more than it saves. Simulated: with 36 seconds (500 facts, 30
 * days, 10 minutes) a pre-test pays well, with 17 (120 facts, 7 days, 5 minutes) it does not.
 */
const leastSeconds = 25;

/** Whether to offer a look at what is known already before anything is taught. */
export function isPretestWorthwhile({ cards, minutes, days }: Prospect): boolean {
  return cards > 0 && (days === undefined || (minutes * 60 * days) / cards >= leastSeconds);
}

/** Forms that prove most in the least time. */
export const pretestForms: readonly FormId[] = ['typed', 'single-choice', 'matching', 'ordering'];

/** The cards of a pre-test: of core facts, where a sub-topic has any. */
export function pretestCards(base: Base, cards: readonly Card[]): readonly Card[] {
  const core = cards.filter(({ fact }) => factOf(base, fact).importance === 'core');
  return core.length > 0 ? core : cards;
}
