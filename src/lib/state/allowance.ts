// What knows which cards a ban leaves, a chunk of its own: it needs every form.
export { allowedCards } from '#core/review/allowed.ts';
