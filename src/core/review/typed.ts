import { distanceWithin } from '../fact/distance.ts';
import { intervalOf, overlap } from '../fact/interval.ts';
import type { Item } from '../item/item.ts';
import { foldText } from '../item/words.ts';
import { languageOf } from '../language/index.ts';
import type { Score } from './response.ts';
import { right, wrong } from './score.ts';

/** Longer responses are cut here before anything else looks at them, so that a megabyte costs no more than a line. */
export const longestResponse = 200;

/** Marks a typed response: exact after folding is right, a small slip is `almost`, another thing's name is wrong. */
export function gradeTyped(item: Item, response: string): Score {
  const text = response.slice(0, longestResponse);
  if (item.entry?.type === 'date') return gradeDate(item, text);
  if (item.entry?.type === 'amount') return gradeAmount(item, text);
  return gradeWords(item, text);
}

const almost: Score = { marks: 0.9, verdict: 'almost' };
const half: Score = { marks: 0.5, verdict: 'almost' };

function gradeWords(item: Item, text: string): Score {
  const particles = languageOf(item.language).particles;
  const given = nameKey(text, particles);
  const keys = item.accepted.map((name) => nameKey(name, particles));
  if (given === '') return wrong;
  if (keys.includes(given)) return right;
  const rivals = item.rivals.map((name) => nameKey(name, particles));
  if (rivals.includes(given)) return wrong;
  const nearest = Math.min(...keys.map((key) => distanceWithin(given, key, slips(key))));
  const rival = Math.min(Infinity, ...rivals.map((name) => distanceWithin(given, name, slips(name))));
  return nearest < rival ? almost : wrong;
}

/** How many slips a name of that length forgives: none in short names or where digits tell names apart. */
function slips(name: string): number {
  const length = name.replaceAll(' ', '').length;
  if (length < 5 || /\d/.test(name)) return 0;
  return length <= 8 ? 1 : 2;
}

/** Folded words without particles, in alphabetical order: word order and small words do not matter. */
function nameKey(text: string, particles: ReadonlySet<string>): string {
  const words = foldText(text).split(' ');
  const telling = words.filter((word) => !particles.has(word));
  return (telling.length > 0 ? telling : words).toSorted().join(' ');
}

/** The date as exact as it is asked is right; one that is right as far as it goes, or goes further, is half right. */
function gradeDate(item: Item, text: string): Score {
  if (item.entry?.type !== 'date') return wrong;
  const read = languageOf(item.language).readDate(text);
  if (!read) return wrong;
  if (read.iso === item.entry.date.iso) return right;
  return read.precision !== item.entry.date.precision &&
    overlap(intervalOf(read), intervalOf(item.entry.date))
    ? half
    : wrong;
}

function gradeAmount(item: Item, text: string): Score {
  if (item.entry?.type !== 'amount') return wrong;
  const number = readAmount(text, languageOf(item.language).numberWords);
  if (number === undefined) return wrong;
  return Math.abs(number - item.entry.amount) <= item.entry.tolerance ? right : wrong;
}

/** The one number in a text: "about 1,100 troops" is 1100, "four" is 4. Undefined when there is none or more than one. */
function readAmount(text: string, numberWords: readonly string[]): number | undefined {
  const digits = text.replace(/(\d)[,' \u00a0\u202f](?=\d{3}(\D|$))/g, '$1').match(/\d+(\.\d+)?/g) ?? [];
  const spelt = foldText(text)
    .split(' ')
    .map((word) => numberWords.indexOf(word))
    .filter((number) => number >= 0);
  const numbers = [...digits.map(Number), ...spelt];
  return numbers.length === 1 ? numbers[0] : undefined;
}
