import type { Base } from '#core/fact/base.ts';
import type { CardId } from '#core/fact/fact.ts';
import { itemMaker } from '#core/item/recipe.ts';
import type { Remake } from '#core/progress/confusions.ts';
import type { ReviewEvent } from '#core/review/log.ts';
import { aidsFrom } from '#core/session/aids.ts';
import { planStudy, spread } from '#core/session/study.ts';
import type { App } from './app.svelte.ts';
import type { Session } from './session.svelte.ts';
import { begin, closeOpen, sittingOf, unfinished } from './sitting.ts';

/** A sitting that was left open today, else a new one over today's queue; undefined when nothing is to be done. */
export async function studyToday(app: App, base: Base): Promise<Session | undefined> {
  const left = unfinished(app, base, 'study').find(({ plan }) => plan.startedDay === app.today);
  if (left) return left;
  await app.loadPlanner();
  return studyCards(app, base, spread(app.queue?.due ?? [], app.queue?.fresh ?? []));
}

/** A new sitting over cards in the order given but those set aside, kept before its first item is shown. */
export async function studyCards(app: App, base: Base, ids: readonly CardId[]): Promise<Session | undefined> {
  const known = new Map(app.activeCards.map((card) => [card.id, card]));
  const cards = ids.flatMap((id) => known.get(id) ?? []);
  if (cards.length === 0) return undefined;
  await closeOpen(app, 'study');
  const aids = { ...aidsFrom(base, recentReviews(app, new Set(ids)), remakeOf(app, base)), bans: app.bans };
  return begin(app, base, planStudy(base, cards, app.log.memories, sittingOf(app), aids));
}

/** What was confused or missed longer ago says nothing about today. */
const recentDays = 120;

export const recentReviews = ({ log, today }: App, cards: ReadonlySet<string>): readonly ReviewEvent[] =>
  log.reviews.filter(({ dayKey, payload }) => cards.has(payload.card) && today - dayKey <= recentDays);

/** Makes the items of past reviews again, for the topic that is open. */
export const remakeOf = (app: App, base: Base): Remake => itemMaker(base, app.allCards);
