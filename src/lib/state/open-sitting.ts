import { mayAskIn } from '#core/review/bans.ts';
import type { Entry, SessionPlan } from '#core/session/plan.ts';
import { stepOf } from '#core/session/step.ts';
import type { App } from './app.svelte.ts';

/** A sitting that was left before its end. */
export interface OpenSitting {
  readonly plan: SessionPlan;
  readonly done: number;
  readonly of: number;
}

/** The latest sitting to go on with: a quiz waits for thousands of answers, studying counts when it was begun today. */
export function openSitting({ log, sessions, today, bans, allCards }: App): OpenSitting | undefined {
  const known = new Map(allCards.map((card) => [card.id, card]));
  const banned = ({ card: id, form }: Entry): boolean => {
    const card = known.get(id);
    return card !== undefined && !mayAskIn(bans, card, form);
  };
  for (const { plan, state } of sessions) {
    if (state !== 'open' || !log.holds(plan)) continue;
    if (plan.kind === 'study' && plan.startedDay !== today) continue;
    const own = log.reviews.flatMap(({ payload }) => (payload.session === plan.id ? [payload] : []));
    const step = stepOf(plan, own, banned);
    const hasBegun = plan.kind !== 'study' || own.length > 0;
    if (step.type === 'ask' && hasBegun) return { plan, done: own.length, of: step.of };
  }
  return undefined;
}
