import type { PartialDate } from '../fact/value.ts';
import type { Language } from '../language/language.ts';
import { mentions } from './words.ts';

/** A date less exactly: its year, then, of a day, its month; but not what the stem says already. */
export function coarserDates(
  { iso, precision }: PartialDate,
  stem: string,
  language: Language,
): readonly PartialDate[] {
  if (precision === 'year') return [];
  const year: PartialDate = { iso: iso.slice(0, 4), precision: 'year' };
  const month: PartialDate = { iso: iso.slice(0, 7), precision: 'month' };
  const coarser = precision === 'day' ? [year, month] : [year];
  return coarser.filter((date) => !mentions(stem, language.date(date)));
}
