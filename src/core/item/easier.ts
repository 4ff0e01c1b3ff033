import type { Base } from '../fact/base.ts';
import type { Card } from '../fact/fact.ts';
import { languageOf } from '../language/index.ts';
import { flawsOf } from './checks/index.ts';
import { coarserDates } from './coarser-dates.ts';
import { makeItem } from './generate.ts';
import { hintsOf } from './hint.ts';
import type { FormId, Item, ItemId } from './item.ts';
import { letter } from './options.ts';
import { hashText } from './random.ts';

/** The forms of which easier items are made, in the order in which they are tried. */
export const easierForms: readonly FormId[] = ['typed', 'single-choice', 'true-false'];

/** Half of those who do not know all of it know this much. Assumed for what is typed, so for what is chosen. */
const guess = 1 / 2;

/**
 * A smaller item about a card, for what will not stick as a whole: of a day the month, of a month the year; of a choice,
 * and so of one member of a list, the right option beside a single wrong one; a statement to judge and not to mend. The
 * same for the same card, form and seed, as any item.
 */
export function makeEasier(base: Base, card: Card, form: FormId, seed: number): Item | undefined {
  const made = makeItem(base, card, form, seed);
  if (!made) return undefined;
  const { repair: _repair, ...whole } = made;
  const easier =
    form === 'true-false' ? {} : whole.interaction === 'choice' ? oneOfTwo(whole) : lessExact(whole);
  if (!easier) return undefined;
  const item = { ...whole, ...easier, guess, id: hashText(`easier|${whole.id}`) as ItemId };
  // That there are two options only is the point.
  return flawsOf(base, item).every(({ check }) => check === 'option-count') ? item : undefined;
}

/** Hints strike options out; once all are given, two stay. */
function oneOfTwo(item: Item): Partial<Item> | undefined {
  const struck = hintsOf(item).map((hint) => (hint.type === 'struck' ? hint.option : ''));
  if (struck.length === 0) return undefined;
  const options = item.options
    .filter(({ id }) => !struck.includes(id))
    .map((option, index) => ({ ...option, id: letter(index) }));
  return { options, key: options.find(({ correct }) => correct)?.id ?? '' };
}

function lessExact({ interaction, entry, stem, language: tag }: Item): Partial<Item> | undefined {
  if (interaction !== 'text-entry' || entry?.type !== 'date') return undefined;
  const language = languageOf(tag);
  const date = coarserDates(entry.date, stem, language).at(-1);
  if (!date) return undefined;
  return {
    key: language.date(date),
    accepted: language.dateForms(date),
    entry: { type: 'date', date, mayGoFurther: true },
  };
}
