import type { Base } from '../fact/base.ts';
import type { Fact } from '../fact/fact.ts';
import { dateOf } from './fact-date.ts';

/** The facts in order of date, undated ones last; of one date in the order given. */
export function inOrderOfDate(base: Base, facts: readonly Fact[]): readonly Fact[] {
  return facts
    .map((fact) => ({ fact, iso: dateOf(base, fact)?.iso ?? undated }))
    .toSorted((a, b) => compareText(a.iso, b.iso))
    .map(({ fact }) => fact);
}

/** Sorts after every year. */
const undated = '~';

export const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
