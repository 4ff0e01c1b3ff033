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
import type { QuizSpec, SessionPlan, Sitting } from '#core/session/plan.ts';
import { planQuiz } from '#core/session/quiz.ts';
import { pretestCards, pretestForms } from '#core/session/pretest.ts';
import { planStudy, spread } from '#core/session/study.ts';
import { newSeed, newSessionId } from '#lib/storage/random.ts';
import type { App } from './app.svelte.ts';
import { knownOf } from './known.ts';
import { Session } from './session.svelte.ts';

/** A sitting that was left open today, else a new one over today's queue; undefined when nothing is to be done. */
export async function studyToday(app: App, base: Base): Promise<Session | undefined> {
  const left = unfinished(app, base, 'study').find(({ plan }) => plan.startedDay === app.today);
  if (left) return left;
  await app.loadPlanner();
  return studyCards(app, base, spread(app.queue?.due ?? [], app.queue?.fresh ?? []));
}

/** Sittings that were left open and can go on, the latest first; of a long log only those whose answers are at hand. */
export function unfinished(app: App, base: Base, kind: SessionPlan['kind']): readonly Session[] {
  return app.sessions
    .filter(({ plan, state }) => state === 'open' && plan.kind === kind && app.log.holds(plan))
    .flatMap(({ plan }) => findSession(app, base, plan.id) ?? [])
    .filter((session) => session.step.type === 'ask');
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
export const remakeOf = (app: App, base: Base): Remake => itemMaker(base, app.allCards);

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

/** A quiz of core facts before anything is taught: what is known already is then skipped for long. */
export function startPretest(app: App, base: Base): Promise<Session> {
  const sitting = sittingOf(app);
  const spec = { subtopics: [], forms: pretestForms, count: pretestSize, seed: sitting.seed, bans: app.bans };
  return begin(app, base, planQuiz(base, pretestCards(base, app.activeCards), spec, sitting, 'end'));
}

const pretestSize = 20;

export function startQuiz(
  app: App,
  base: Base,
  spec: QuizSpec,
  feedback: SessionPlan['feedback'],
): Promise<Session> {
  return begin(
    app,
    base,
    planQuiz(
      base,
      app.activeCards,
      { ...spec, bans: app.bans },
      { ...sittingOf(app), seed: spec.seed },
      feedback,
    ),
  );
}

/** A sitting as it was left; undefined when there is none, or when newer content can no longer ask all of it. */
export function findSession(app: App, base: Base, id: string): Session | undefined {
  const saved = app.sessions.find(({ plan }) => plan.id === id);
  const session = saved && new Session(app, base, saved.plan);
  return session?.plan.entries.every((entry) => session.itemOf(entry) !== undefined) ? session : undefined;
}

/** Closes what was left open and will not be gone on with. */
export async function closeOpen({ log, sessions }: App, kind: SessionPlan['kind']): Promise<void> {
  const open = sessions.filter(({ plan, state }) => state === 'open' && plan.kind === kind);
  for (const { plan } of open) await log.saveSession(plan, 'closed');
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

const sittingOf = (app: App): Sitting => ({ id: newSessionId(), seed: newSeed(), startedDay: app.today });

async function begin(app: App, base: Base, plan: SessionPlan): Promise<Session> {
  await app.log.saveSession(plan, 'open');
  return new Session(app, base, plan);
}
