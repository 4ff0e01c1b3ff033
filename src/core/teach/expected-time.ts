import type { Interaction, Item } from '../item/item.ts';

/** Seconds that a student usually needs, with reading; a guess for planning a lesson, not a limit. */
const secondsFor: Readonly<Record<Interaction, number>> = {
  reveal: 15,
  choice: 25,
  'multiple-choice': 45,
  'text-entry': 30,
  number: 30,
  order: 60,
  match: 60,
  date: 35,
  point: 35,
};

/** Minutes that a class usually needs for these items, rounded up. */
export function expectedMinutes(items: readonly Pick<Item, 'interaction'>[]): number {
  return Math.ceil(items.reduce((sum, { interaction }) => sum + secondsFor[interaction], 0) / 60);
}

/** How many items fit into some minutes, if they are as these are on average; at least one. */
export function itemsFor(minutes: number, items: readonly Pick<Item, 'interaction'>[]): number {
  const seconds = items.map(({ interaction }) => secondsFor[interaction]);
  const mean = seconds.length === 0 ? secondsFor.choice : seconds.reduce((a, b) => a + b, 0) / seconds.length;
  return Math.max(1, Math.floor((60 * minutes) / mean));
}
