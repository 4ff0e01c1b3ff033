import { pickings, selectCards } from '#core/card/selection.ts';
import type { Selection } from '#core/card/selection.ts';
import type { Base } from '#core/fact/base.ts';
import type { FactId } from '#core/fact/fact.ts';
import { confusionsOf } from '#core/progress/confusions.ts';
import { luresOf, planContrast } from '#core/session/contrast.ts';
import type { App } from './app.svelte.ts';
import { knownOf } from './known.ts';
import type { Session } from './session.svelte.ts';
import { begin, closeOpen, sittingOf } from './sitting.ts';
import { recentReviews, remakeOf, studyCards, studyToday } from './start-study.ts';

/**
 * A new sitting over what is asked for: facts (`facts`, ids joined by commas), what is mixed up (`contrast`, card ids) or
 * the cards of a selection (`show`, `of`); today's sitting where nothing of these is.
 */
export function studyChosen(app: App, base: Base, wish: URLSearchParams): Promise<Session | undefined> {
  const [facts, contrast] = [wish.get('facts'), wish.get('contrast')];
  if (facts !== null) return studyFacts(app, base, facts.split(','));
  if (contrast !== null) return studyContrast(app, base, contrast.split(','));
  const picking = pickings.find((one) => one === wish.get('show'));
  const subtopic = base.topic.subtopics.find(({ id }) => id === wish.get('of'))?.id;
  return picking
    ? studySelection(app, base, { picking, ...(subtopic !== undefined && { subtopic }) })
    : studyToday(app, base);
}

/** A new sitting over the cards of a selection, due or not, a sitting's worth at most. */
function studySelection(app: App, base: Base, selection: Selection): Promise<Session | undefined> {
  const chosen = selectCards(base, app.activeCards, knownOf(app), selection);
  return studyCards(
    app,
    base,
    chosen.slice(0, sittingSize).map(({ id }) => id),
  );
}

const sittingSize = 20;

/** A new sitting in which each of the cards is asked against what the learner takes for its answer. */
async function studyContrast(app: App, base: Base, ids: readonly string[]): Promise<Session | undefined> {
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

/** A new sitting over every card of the facts named, due or not; undefined when none of them can be asked. */
async function studyFacts(app: App, base: Base, ids: readonly string[]): Promise<Session | undefined> {
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
