import type { SessionPlan } from '#core/session/plan.ts';
import { stepOf } from '#core/session/step.ts';
import type { App } from './app.svelte.ts';

/** A sitting that was left before its end. */
export interface OpenSitting {
  readonly plan: SessionPlan;
  readonly done: number;
  readonly of: number;
}

/** The latest sitting to go on with: a quiz waits for ever, studying starts anew every day. */
export function openSitting({ log, today }: App): OpenSitting | undefined {
  for (const { plan, state } of log.sessions) {
    if (state !== 'open' || (plan.kind === 'study' && plan.startedDay !== today)) continue;
    const own = log.reviews.flatMap(({ payload }) => (payload.session === plan.id ? [payload] : []));
    const step = stepOf(plan, own);
    if (step.type === 'ask') return { plan, done: own.length, of: step.of };
  }
  return undefined;
}
