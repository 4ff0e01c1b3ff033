// What decides what to ask today, a chunk of its own: a first visit has nothing to plan yet.
export { todaysQueue } from '#core/card/queue.ts';
