import { itemOfOwn, topicOfDeck } from '#core/own/deck-items.ts';
import type { OwnDeck } from '#core/own/deck-items.ts';
import { deckEntries, itemOfCard } from '#core/own/deck-queue.ts';
import type { SessionPlan } from '#core/session/plan.ts';
import { newSeed, newSessionId } from '#lib/storage/random.ts';
import type { App } from './app.svelte.ts';
import { Session } from './session.svelte.ts';
import type { ItemMaker } from './session.svelte.ts';

const sittingSize = 20;

/** Today's sitting over a deck that was left open, else a new one, kept before its first item is shown. */
export async function studyDeck(app: App, deck: OwnDeck): Promise<Session> {
  return leftOpen(app, deck) ?? newSitting(app, deck);
}

/** Undefined when there is none, or when it is over. */
function leftOpen(app: App, deck: OwnDeck): Session | undefined {
  const topic = topicOfDeck(deck.id);
  const saved = app.log.sessions.find(
    ({ plan, state }) => state === 'open' && plan.topic === topic && plan.startedDay === app.today,
  );
  const session = saved && new Session(app, makerOf(deck), saved.plan);
  return session?.item ? session : undefined;
}

async function newSitting(app: App, deck: OwnDeck): Promise<Session> {
  const { log, today } = app;
  const seed = newSeed();
  const plan: SessionPlan = {
    v: 1,
    id: newSessionId(),
    kind: 'study',
    topic: topicOfDeck(deck.id),
    topicVersion: '',
    seed,
    startedDay: today,
    entries: deckEntries(deck, log.memories, today, { most: sittingSize, seed }),
    feedback: 'now',
  };
  await log.saveSession(plan, 'open');
  return new Session(app, makerOf(deck), plan);
}

const makerOf =
  (deck: OwnDeck): ItemMaker =>
  ({ card, seed }) => {
    const item = itemOfCard(deck, card);
    return item && itemOfOwn(deck.id, item, seed);
  };
