import { distanceWithin } from '../fact/distance.ts';
import { foldText } from '../fact/fold-text.ts';
import type { PartialDate } from '../fact/value.ts';

/**
 * Day, month and year in any usual order: "26 July 2023", "July 26th 2023", "Wednesday, 26 july 2023", "2023-07-26",
 * "26.7.23", "july 2023", "26 juillet 2023". Where both could be the month, the day stands first, as in Britain and Niger.
 */
export function readEnglishDate(text: string, months: readonly string[]): PartialDate | undefined {
  const tokens = foldText(text).match(/[a-z]+|\d+/g) ?? [];
  const named = tokens.flatMap((token) => monthNamed(token, months) ?? []);
  const numbers = tokens.filter((token) => /^\d+$/.test(token));
  if (named.length > 1 || numbers.length > 3 || tokens.length > mostTokens) return undefined;
  const yearAt = placeOfYear(numbers, named.length);
  const year = yearOf(numbers[yearAt]);
  if (year === undefined) return undefined;
  const rest = numbers.filter((_, index) => index !== yearAt).map(Number);
  if (named[0] !== undefined) return rest.length > 1 ? undefined : partialDate(year, named[0], rest[0]);
  const [first, second] = rest;
  if (second === undefined) return partialDate(year, first);
  return yearAt === 0 ? partialDate(year, first, second) : britishDate(year, first, second);
}

/** "Wednesday, the 26th of July 2023" has seven. */
const mostTokens = 8;

/** Four digits are a year wherever they stand; two are one at the end of a whole date. */
function placeOfYear(numbers: readonly string[], named: number): number {
  const four = numbers.findIndex((digits) => /^[12]\d{3}$/.test(digits));
  if (four >= 0) return four;
  const whole = numbers.length + named === 3;
  return whole && /^\d{2}$/.test(numbers.at(-1) ?? '') ? numbers.length - 1 : -1;
}

function yearOf(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  if (digits.length === 4) return Number(digits);
  return Number(digits) + (Number(digits) < century ? 2000 : 1900);
}

/** Two digits below this mean 20xx, the others 19xx. */
const century = 50;

/** Day before month, unless only the other way round makes a date. */
const britishDate = (year: number, first: number | undefined, second: number): PartialDate | undefined =>
  second > 12 && (first ?? 0) <= 12 ? partialDate(year, first, second) : partialDate(year, second, first);

function monthNamed(token: string, months: readonly string[]): number | undefined {
  if (token.length < 3) return undefined;
  const names = months.map((month) => month.toLowerCase());
  const begun = names.findIndex((name) => name.startsWith(token));
  if (begun >= 0) return begun + 1;
  const french = frenchMonths.findIndex((name) => name.startsWith(token));
  if (french >= 0) return french + 1;
  const slip = token.length < 5 ? -1 : names.findIndex((name) => distanceWithin(token, name, 1) <= 1);
  return slip < 0 ? undefined : slip + 1;
}

/** Learners in Niger write them; folded. */
const frenchMonths =
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');

const two = (value: number): string => String(value).padStart(2, '0');

function partialDate(year: number, month?: number, day?: number): PartialDate | undefined {
  if (month === undefined) return { iso: String(year), precision: 'year' };
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { iso: `${year}-${two(month)}`, precision: 'month' };
  if (day < 1 || day > 31) return undefined;
  return { iso: `${year}-${two(month)}-${two(day)}`, precision: 'day' };
}
