// What is due of own decks, a chunk of its own: most learners have none.
export { decksOf } from '#core/own/decks.ts';
export { secondsForDue } from '#core/own/deck-queue.ts';
