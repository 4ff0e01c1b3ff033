import type { Base } from '../fact/base.ts';
import type { Card } from '../fact/fact.ts';
import { languageOf } from '../language/index.ts';
import { flawsOf } from './checks/index.ts';
import { coarserDates } from './coarser-dates.ts';
import { cueOf } from './cue.ts';
import { makeItem } from './generate.ts';
import { hintsOf } from './hint.ts';
import type { FormId, Item, ItemId } from './item.ts';
import { letter } from './options.ts';
import { hashText } from './random.ts';

/** The forms of which easier items are made, in the order in which they are tried; of the last three by a cue. */
export const easierForms: readonly FormId[] = [
  'typed',
  'single-choice',
  'true-false',
  'cloze',
  'gap-card',
  'flashcard',
];

/** Half of those who do not know all of it know this much. Assumed for what is typed, so for what is chosen. */
const guess = 1 / 2;

/**
 * A smaller item about a card, for what will not stick as a whole: of a day the month, of a month the year; of a choice,
 * and so of one member of a list, the right option beside a single wrong one; a statement to judge and not to mend; of
 * a name or a clause the first letters. The same for the same card, form and seed, as any item.
 */
export function makeEasier(base: Base, card: Card, form: FormId, seed: number): Item | undefined {
  const made = makeItem(base, card, form, seed);
  if (!made) return undefined;
  const { repair: _repair, ...whole } = made;
  const easier = smaller(whole);
  if (!easier) return undefined;
  const item = { ...whole, ...easier, guess, id: hashText(`easier|${whole.id}`) as ItemId };
  // That there are two options only is the point.
  return flawsOf(base, item).every(({ check }) => check === 'option-count') ? item : undefined;
}

function smaller(whole: Item): Partial<Item> | undefined {
  if (whole.form === 'true-false') return {};
  if (whole.form === 'typed') return lessExact(whole);
  return whole.interaction === 'choice' ? oneOfTwo(whole) : cued(whole);
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

/** A date has its own smaller item; an amount is not told by its first figure. */
function cued({ interaction, entry, key }: Item): Partial<Item> | undefined {
  const isWords = interaction === 'reveal' || entry?.type === 'words';
  const cue = isWords ? cueOf(key) : undefined;
  return cue === undefined ? undefined : { cue };
}
