import { firstDayOf, isoOfDayNumber, lastDayOf } from '../fact/calendar.ts';
import type { Precision } from '../fact/value.ts';
import { languageOf } from '../language/index.ts';
import { coarserDates } from './coarser-dates.ts';
import type { Entry, Item, Option } from './item.ts';
import type { Layout } from './layout.ts';
import { hashText, randomInt, seededRandom } from './random.ts';
import { mentions } from './words.ts';

/** A step towards the right response that does not give it away. */
export type Hint =
  /** A wrong option is taken away; `reason` says what it belongs to, unless that would say what is right. */
  | { readonly type: 'struck'; readonly option: string; readonly reason?: string }
  | { readonly type: 'first-letter'; readonly letter: string }
  /** How many letters each word has. */
  | { readonly type: 'lengths'; readonly letters: readonly number[] }
  /** The date, less exactly than it is asked. */
  | { readonly type: 'date'; readonly iso: string }
  /** The year or amount lies between these, both inclusive. */
  | { readonly type: 'years' | 'amount'; readonly from: number; readonly to: number }
  /** The date lies between these, as exact as it is asked. */
  | { readonly type: 'dates'; readonly from: string; readonly to: string }
  /** Of two tiles, which comes before the other. */
  | { readonly type: 'before'; readonly earlier: string; readonly later: string }
  /** A tile does not belong with a target. */
  | { readonly type: 'apart'; readonly tile: string; readonly target: string };

/** The hints for an item, in the order in which they are given; none where they would leave nothing to know. */
export function hintsOf(item: Item): readonly Hint[] {
  const { interaction, entry, layout } = item;
  if (item.options.length > 0) return struckOptions(item);
  if (layout?.type === 'axis') return stretches(layout, item.id);
  if (layout?.type === 'order') return neighbours(layout, item.id);
  if (layout?.type === 'match') return partings(layout, item.id);
  if (entry?.type === 'amount') return ranges(entry.amount);
  if (interaction !== 'text-entry') return [];
  return entry?.type === 'date' ? lessExactly(entry, item) : spelling(item.accepted[0] ?? item.key);
}

/** One wrong option always stays. Those go first that can say what they belong to. */
function struckOptions({ id, options }: Item): readonly Hint[] {
  const right = options.filter(({ correct }) => correct);
  const struck = options
    .filter(({ correct }) => !correct)
    .map((option) => ({ option: option.id, ...reasonOf(option, right) }))
    .toSorted(
      (a, b) =>
        Number(a.reason === undefined) - Number(b.reason === undefined) ||
        (hashText(id + a.option) < hashText(id + b.option) ? -1 : 1),
    );
  return struck.slice(0, Math.max(0, struck.length - 1)).map((one) => ({ type: 'struck', ...one }));
}

function reasonOf({ certificate }: Option, right: readonly Option[]): { readonly reason?: string } {
  const tells = certificate === undefined || right.some(({ text }) => mentions(certificate.text, text));
  return tells ? {} : { reason: certificate.text };
}

/** A short name would be told by its first letter. */
const fewestLetters = 4;

function spelling(name: string): readonly Hint[] {
  const words = name.split(/[\s-]+/u).map((word) => word.match(/[\p{L}\p{N}]/gu) ?? []);
  const letters = words.map(({ length }) => length).filter((length) => length > 0);
  const first = words.flat()[0];
  if (first === undefined || words.flat().length < fewestLetters) return [];
  return [
    { type: 'first-letter', letter: first.toLocaleUpperCase('en') },
    { type: 'lengths', letters },
  ];
}

/** The year, then the month; of a year alone the years around it. */
function lessExactly({ date }: Extract<Entry, { type: 'date' }>, { stem, language }: Item): readonly Hint[] {
  if (date.precision === 'year') {
    const from = Math.floor(Number(date.iso) / 5) * 5;
    return [{ type: 'years', from, to: from + 4 }];
  }
  return coarserDates(date, stem, languageOf(language)).map(({ iso }) => ({ type: 'date', iso }));
}

/** The power of ten, then the half of it (as steps of a ratio, 1 to 3 to 10). */
function ranges(amount: number): readonly Hint[] {
  if (amount <= 0) return [];
  const exponent = Math.floor(Math.log10(amount));
  const power = 10 ** exponent;
  const [from, to] = amount / power < 3 ? [power, 3 * power] : [3 * power, 10 * power];
  return [
    { type: 'amount', from: power, to: 10 * power },
    { type: 'amount', from, to },
  ];
}

/** The shares of an axis that are left. */
const stretchShares = [1 / 2, 1 / 4];

/** Half of an axis, then half of that. Where in it the right days lie is left to chance, so that its middle tells nothing. */
function stretches(
  { start, end, precision, right, toleranceDays }: Extract<Layout, { type: 'axis' }>,
  id: string,
): readonly Hint[] {
  const random = seededRandom(`hint|${id}`);
  const [first, last] = [firstDayOf(right[0]) ?? 0, lastDayOf(right[1]) ?? 0];
  let [from, to] = [firstDayOf(start) ?? 0, lastDayOf(end) ?? 0];
  const days = to - from + 1;
  return stretchShares.flatMap((share): readonly Hint[] => {
    const length = Math.round(share * days);
    // What earns marks must be a part of it only.
    if (length <= last - first + 1 + 2 * toleranceDays) return [];
    const earliest = Math.max(from, last - length + 1);
    const latest = Math.min(first, to - length + 1);
    from = earliest + randomInt(latest - earliest + 1, random);
    to = from + length - 1;
    return [{ type: 'dates', from: isoAt(from, precision), to: isoAt(to, precision) }];
  });
}

/** What is said of tiles: enough to go on with, little enough that most is still to be known. */
const mostOfTiles = 2;

/** Pairs that follow each other, fewer than would tell the whole order. */
function neighbours({ solution }: Extract<Layout, { type: 'order' }>, id: string): readonly Hint[] {
  return solution
    .slice(1)
    .map((later, index): Hint => ({ type: 'before', earlier: solution[index] ?? later, later }))
    .toSorted(byChance(id))
    .slice(0, Math.max(0, Math.min(mostOfTiles, solution.length - 2)));
}

/** Of different tiles a target that is wrong, where more than one other is left. */
function partings(
  { tiles, targets, solution }: Extract<Layout, { type: 'match' }>,
  id: string,
): readonly Hint[] {
  const random = seededRandom(`hint|${id}`);
  if (targets.length < 3) return [];
  const hints = tiles.map(({ id: tile }): Hint => {
    const wrong = targets.filter((target) => target.id !== solution[tile]);
    return { type: 'apart', tile, target: wrong[randomInt(wrong.length, random)]?.id ?? '' };
  });
  return hints.toSorted(byChance(id)).slice(0, Math.min(mostOfTiles, tiles.length - 1));
}

/** An order that has nothing to do with what is right. */
const byChance =
  (id: string) =>
  (a: Hint, b: Hint): number =>
    hashText(id + JSON.stringify(a)) < hashText(id + JSON.stringify(b)) ? -1 : 1;

const isoLengths: Readonly<Record<Precision, number>> = { year: 4, month: 7, day: 10 };
const isoAt = (day: number, precision: Precision): string =>
  isoOfDayNumber(day).slice(0, isoLengths[precision]);
