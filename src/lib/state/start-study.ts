import { freshCards, todaysQueue } from '#core/card/queue.ts';
import { selectCards } from '#core/card/selection.ts';
import type { Selection } from '#core/card/selection.ts';
import type { Base } from '#core/fact/base.ts';
import type { Card, CardId, FactId } from '#core/fact/fact.ts';
import { recall } from '#core/memory/replay.ts';
import { itemMaker } from '#core/item/recipe.ts';
import { confusionsOf } from '#core/progress/confusions.ts';
import type { Remake } from '#core/progress/confusions.ts';
import type { ReviewEvent } from '#core/review/log.ts';
import { aidsFrom } from '#core/session/aids.ts';
import { luresOf, planContrast } from '#core/session/contrast.ts';
import { planStudy, spread } from '#core/session/study.ts';
import type { App } from './app.svelte.ts';
import { knownOf } from './known.ts';
import type { Session } from './session.svelte.ts';
import { begin, closeOpen, sittingOf, unfinished } from './sitting.ts';

/** A sitting that was left open today, else a new one over today's queue; undefined when nothing is to be done. */
export async function studyToday(app: App, base: Base): Promise<Session | undefined> {
  const left = unfinished(app, base, 'study').find(({ plan }) => plan.startedDay === app.today);
  if (left) return left;
  await app.loadPlanner();
  return studyCards(app, base, spread(app.queue?.due ?? [], app.queue?.fresh ?? []));
}

/** A new sitting over cards in the order given, kept before its first item is shown. */
export async function studyCards(app: App, base: Base, ids: readonly CardId[]): Promise<Session | undefined> {
  const known = new Map(app.cards.map((card) => [card.id, card]));
  const cards = ids.flatMap((id) => known.get(id) ?? []);
  if (cards.length === 0) return undefined;
  await closeOpen(app, 'study');
  const aids = { ...aidsFrom(base, recentReviews(app, new Set(ids)), remakeOf(app, base)), bans: app.bans };
  return begin(app, base, planStudy(base, cards, app.log.memories, sittingOf(app), aids));
}

/** What was confused or missed longer ago says nothing about today. */
const recentDays = 120;

const recentReviews = ({ log, today }: App, cards: ReadonlySet<string>): readonly ReviewEvent[] =>
  log.reviews.filter(({ dayKey, payload }) => cards.has(payload.card) && today - dayKey <= recentDays);

/** A new sitting over the cards of a selection, due or not, a sitting's worth at most. */
export function studySelection(app: App, base: Base, selection: Selection): Promise<Session | undefined> {
  const chosen = selectCards(base, app.cards, knownOf(app), selection);
  return studyCards(
    app,
    base,
    chosen.slice(0, sittingSize).map(({ id }) => id),
  );
}

const sittingSize = 20;

/** A new sitting in which each of the cards is asked against what the learner takes for its answer. */
export async function studyContrast(
  app: App,
  base: Base,
  ids: readonly string[],
): Promise<Session | undefined> {
  const wanted: ReadonlySet<string> = new Set(ids);
  const cards = app.activeCards.filter(({ id }) => wanted.has(id));
  const lures = luresOf(confusionsOf(base, recentReviews(app, wanted), remakeOf(app, base)));
  const plan = planContrast(base, cards, lures, sittingOf(app));
  if (plan.entries.length === 0)
    return studyCards(
      app,
      base,
      cards.map(({ id }) => id),
    );
  await closeOpen(app, 'study');
  return begin(app, base, plan);
}

/** Makes the items of past reviews again, for the topic that is open. */
const remakeOf = (app: App, base: Base): Remake => itemMaker(base, app.allCards);

/** A new sitting over every card of the facts named, due or not; undefined when none of them can be asked. */
export async function studyFacts(app: App, base: Base, ids: readonly string[]): Promise<Session | undefined> {
  const order = new Map(ids.map((id, index) => [id as FactId, index]));
  const cards = app.cards
    .filter(({ fact }) => order.has(fact))
    .toSorted((a, b) => (order.get(a.fact) ?? 0) - (order.get(b.fact) ?? 0));
  return studyCards(
    app,
    base,
    cards.map(({ id }) => id),
  );
}

const aheadSize = 10;

/** What a learner who is done for today may do more of: new cards, else what is remembered least surely. */
export function cardsAhead(app: App, base: Base): readonly CardId[] {
  const { activeCards: cards, today, log } = app;
  const { due, fresh } = todaysQueue(base, cards, log.memories, today, { minutes: 5, spentSeconds: 0 });
  if (due.length + fresh.length > 0) return spread(due, fresh);
  const unseen = freshCards(base, cards, log.memories).map((card) => card.id);
  return (unseen.length > 0 ? unseen : weakest(app)).slice(0, aheadSize);
}

function weakest({ activeCards: cards, today, log }: App): readonly CardId[] {
  const recalls = (card: Card): number => {
    const memory = log.memories.get(card.id);
    return memory ? recall(memory, today) : 0;
  };
  return cards
    .map((card) => ({ id: card.id, recall: recalls(card) }))
    .toSorted((a, b) => a.recall - b.recall)
    .map(({ id }) => id);
}
