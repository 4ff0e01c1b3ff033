import type { Item, Option } from '../item.ts';
import type { Offer } from './check.ts';

/** What an item offers to choose from. True and false are no texts to compare. */
export function offersOf({ stem, options, repair }: Item): readonly Offer[] {
  const own = options.length > 0 && !options.some(({ id }) => id === 'true') ? [offer(stem, options)] : [];
  return repair ? [...own, offer(stem, repair.options)] : own;
}

const offer = (stem: string, options: readonly Option[]): Offer => ({
  stem,
  options,
  right: options.filter(({ correct }) => correct),
  wrong: options.filter(({ correct }) => !correct),
});
