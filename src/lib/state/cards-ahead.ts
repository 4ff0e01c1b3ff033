import { freshCards, todaysQueue } from '#core/card/queue.ts';
import type { Base } from '#core/fact/base.ts';
import type { Card, CardId } from '#core/fact/fact.ts';
import { recall } from '#core/memory/replay.ts';
import { spread } from '#core/session/study.ts';
import type { App } from './app.svelte.ts';

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
