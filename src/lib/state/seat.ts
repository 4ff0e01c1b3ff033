// For the screen of a sitting: components do not reach into the browser's parts.
export { takeSeat } from '#lib/pwa/sitting-lock.ts';
export type { Seat } from '#lib/pwa/sitting-lock.ts';
