import { distanceWithin } from '../fact/distance.ts';
import { foldText } from '../fact/fold-text.ts';
import { intervalOf, overlap } from '../fact/interval.ts';
import type { Entry, Item } from '../item/item.ts';
import { languageOf } from '../language/index.ts';
import type { Language } from '../language/language.ts';
import { isSameName, nameKeyOf } from './name-key.ts';
import type { NameKey } from './name-key.ts';
import type { Score } from './response.ts';
import { right, wrong } from './score.ts';

/** Longer responses are cut here before anything else looks at them, so that a megabyte costs no more than a line. */
export const longestResponse = 200;

/** Marks a typed response: the same name or value in any usual form is right, a small slip `almost`, all else wrong. */
export function gradeTyped(item: Item, response: string): Score {
  const text = response.slice(0, longestResponse);
  const language = languageOf(item.language);
  if (item.entry?.type === 'date') return gradeDate(item.entry, text, language);
  if (item.entry?.type === 'amount') return gradeAmount(item.entry, item.key, text, language);
  const asTyped = gradeName(item, text, language);
  const untitled = asTyped.verdict === 'right' ? undefined : withoutTitle(item, text, language);
  const named = untitled === undefined ? wrong : gradeName(item, untitled, language);
  return named.marks > asTyped.marks ? named : asTyped;
}

/** The name after a title, "General Tchiani"; undefined where there is none, or where the title is part of the key. */
function withoutTitle(
  { accepted: [key = ''] }: Item,
  text: string,
  { titles }: Language,
): string | undefined {
  const words = text.trim().split(/\s+/);
  const isTitle = (word = ''): boolean => titles.has(foldText(word));
  const first = words.findIndex((word) => !isTitle(word));
  if (first <= 0 || isTitle(key.split(' ')[0])) return undefined;
  return words.slice(first).join(' ');
}

const almost: Score = { marks: 0.9, verdict: 'almost' };
const half: Score = { marks: 0.5, verdict: 'almost' };

/** The name of another thing of the key's class is wrong, however near; so is a slip that is nearer to one. */
function gradeName(item: Item, text: string, language: Language): Score {
  const given = nameKeyOf(text, language);
  if (!given) return wrong;
  const names = keysOf(item.accepted, language);
  if (names.some((name) => name.words === given.words)) return right;
  const rivals = keysOf(item.rivals, language);
  if (rivals.some((name) => isSameName(name, given))) return wrong;
  if (names.some((name) => isSameName(name, given))) return right;
  return distanceTo(names, given) < distanceTo(rivals, given) ? almost : wrong;
}

const known = new WeakMap<readonly string[], readonly NameKey[]>();

/** An item's names are read once, however often it is answered. */
function keysOf(names: readonly string[], language: Language): readonly NameKey[] {
  const keys = known.get(names) ?? names.flatMap((name) => nameKeyOf(name, language) ?? []);
  known.set(names, keys);
  return keys;
}

/** The distance to the nearest of some names, or Infinity when it is more than a slip from each. */
function distanceTo(names: readonly NameKey[], given: NameKey): number {
  const distances = names.map((name) => {
    const most = slips(name.run);
    const ways = (['words', 'sorted', 'run', 'sound'] as const).map((way) =>
      distanceWithin(given[way], name[way], most),
    );
    return Math.min(...ways);
  });
  return Math.min(Infinity, ...distances);
}

/** How many slips a name of that length forgives: none in short names or where digits tell names apart. */
function slips(name: string): number {
  if (name.length < 5 || /\d/.test(name)) return 0;
  return name.length <= 8 ? 1 : 2;
}

/** The date as exact as it is asked is right; one that is right as far as it goes, or goes further, is half right. */
function gradeDate(
  { date, mayGoFurther }: Extract<Entry, { type: 'date' }>,
  text: string,
  language: Language,
): Score {
  const read = language.readDate(text);
  if (!read) return wrong;
  if (read.iso === date.iso) return right;
  if (mayGoFurther && read.iso.startsWith(date.iso)) return right;
  const partly = read.precision !== date.precision && overlap(intervalOf(read), intervalOf(date));
  return partly ? half : wrong;
}

/** "1.27 million" and "1,270,000" both say 1.27 where the unit is a million, as the key in words tells. */
function gradeAmount(
  { amount, tolerance }: Extract<Entry, { type: 'amount' }>,
  key: string,
  text: string,
  language: Language,
): Score {
  const number = language.readAmount(text, key);
  if (number === undefined) return wrong;
  const scale = amount === 0 ? 1 : (language.readNumber(key) ?? amount) / amount;
  const isRight = [1, scale].some((of) => Math.abs(number - amount * of) <= (tolerance + rounding) * of);
  return isRight ? right : wrong;
}

/** What binary fractions may add to a difference of decimals. */
const rounding = 1e-9;
