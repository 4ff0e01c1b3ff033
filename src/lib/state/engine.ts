// The heavy part of the core, a chunk of its own: pages show before it has arrived.
export { loadTopic } from '#lib/content/load-topic.ts';
export { cardsOf } from '#core/item/generate.ts';
export { allowedCards } from '#core/review/allowed.ts';
