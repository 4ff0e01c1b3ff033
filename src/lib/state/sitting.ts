import type { Base } from '#core/fact/base.ts';
import type { SessionPlan, Sitting } from '#core/session/plan.ts';
import { newSeed, newSessionId } from '#lib/storage/random.ts';
import type { App } from './app.svelte.ts';
import { Session } from './session.svelte.ts';

/** What a new sitting is known by. */
export const sittingOf = (app: App): Sitting => ({
  id: newSessionId(),
  seed: newSeed(),
  startedDay: app.today,
});

/** Keeps a plan before its first item is shown. */
export async function begin(app: App, base: Base, plan: SessionPlan): Promise<Session> {
  await app.log.saveSession(plan, 'open');
  return new Session(app, base, plan);
}

/** A sitting as it was left; undefined when there is none, or when newer content can no longer ask all of it. */
export function findSession(app: App, base: Base, id: string): Session | undefined {
  const saved = app.sessions.find(({ plan }) => plan.id === id);
  const session = saved && new Session(app, base, saved.plan);
  return session?.plan.entries.every((entry) => session.itemOf(entry) !== undefined) ? session : undefined;
}

/** Sittings that were left open and can go on, the latest first; of a long log only those whose answers are at hand. */
export function unfinished(app: App, base: Base, kind: SessionPlan['kind']): readonly Session[] {
  return app.sessions
    .filter(({ plan, state }) => state === 'open' && plan.kind === kind && app.log.holds(plan))
    .flatMap(({ plan }) => findSession(app, base, plan.id) ?? [])
    .filter((session) => session.step.type === 'ask');
}

/** Closes what was left open and will not be gone on with. */
export async function closeOpen({ log, sessions }: App, kind: SessionPlan['kind']): Promise<void> {
  const open = sessions.filter(({ plan, state }) => state === 'open' && plan.kind === kind);
  for (const { plan } of open) await log.saveSession(plan, 'closed');
}
