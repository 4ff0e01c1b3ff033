import type { Base } from '../fact/base.ts';
import { flawsOf } from './checks/index.ts';
import type { CheckId, Offer } from './checks/check.ts';
import { offersOf } from './checks/offers.ts';
import { attemptItem, possibleCards } from './generate.ts';
import type { Leans } from './generate.ts';
import { formIds } from './item.ts';
import type { FormId, Item } from './item.ts';
import { hunches, oddsOf } from './test-wise.ts';
import type { Hunch, Odds } from './test-wise.ts';

/** What the generator makes in one form, and how good it is by our own rules. */
export interface FormReport {
  readonly form: FormId | 'all';
  /** Items that the form made, before they were checked. */
  readonly candidates: number;
  readonly accepted: number;
  /** How many candidates each check dropped; one candidate may fail several. */
  readonly rejected: Readonly<Partial<Record<CheckId, number>>>;
  /** Share of accepted items in which a check still finds something. */
  readonly flawRate: number;
  /** Sets of options among which the accepted items let choose. */
  readonly offers: number;
  /**
   * What guessers gain over chance, on average over all that could have been drawn in place of each item: exactly, not by
   * these seeds.
   */
  readonly leans: Readonly<Record<Hunch, number>>;
  /** How guessers do in the items of these seeds; `position` takes the place that was right most often so far. */
  readonly solver: Readonly<Record<Hunch | 'position', Odds>>;
  /** How often the key stood first, second ... */
  readonly positions: readonly number[];
}

/** A report on every item of the base under these seeds: all forms together, then form by form. */
export function reportBank(base: Base, seeds: readonly number[]): readonly FormReport[] {
  const tallies = new Map(formIds.map((form) => [form, newTally()]));
  for (const seed of seeds) {
    for (const card of possibleCards(base)) {
      for (const [form, tally] of tallies) {
        const attempt = attemptItem(base, card, form, seed);
        if (attempt.type === 'unfit') continue;
        tally.candidates += 1;
        if (attempt.type === 'made') take(tally, base, attempt.item, attempt.leans);
        else
          for (const check of new Set(attempt.flaws.map((flaw) => flaw.check))) count(tally.rejected, check);
      }
    }
  }
  const all = [...tallies.values()].reduce(together, newTally());
  return [reportOf('all', all), ...[...tallies].map(([form, tally]) => reportOf(form, tally))];
}

interface Tally {
  candidates: number;
  accepted: number;
  flawed: number;
  offers: number;
  readonly rejected: Map<CheckId, number>;
  readonly leans: Map<Hunch, number>;
  readonly odds: Map<Hunch | 'position', Odds>;
  readonly positions: number[];
}

const newTally = (): Tally => ({
  candidates: 0,
  accepted: 0,
  flawed: 0,
  offers: 0,
  rejected: new Map(),
  leans: new Map(),
  odds: new Map(),
  positions: [],
});

function take(tally: Tally, base: Base, item: Item, leans: Leans = []): void {
  tally.accepted += 1;
  if (flawsOf(base, item).length > 0) tally.flawed += 1;
  for (const offer of offersOf(item)) {
    tally.offers += 1;
    hunches.forEach((hunch, index) => {
      const odds = oddsOf(hunch, offer);
      add(tally.odds, hunch, odds);
      // What is not drawn so, as letters on a map, stands for itself.
      count(tally.leans, hunch, leans[index] ?? odds.guesser - odds.blind);
    });
    add(tally.odds, 'position', oddsByPosition(tally.positions, offer));
    offer.options.forEach(({ correct }, place) => {
      tally.positions[place] = (tally.positions[place] ?? 0) + (correct ? 1 : 0);
    });
  }
}

function oddsByPosition(positions: readonly number[], { options, right }: Offer): Odds {
  const seen = options.map((_, place) => positions[place] ?? 0);
  const usual = options[seen.indexOf(Math.max(...seen))];
  return { guesser: usual?.correct ? 1 : 0, blind: right.length / options.length };
}

function count<T>(counts: Map<T, number>, what: T, times = 1): void {
  counts.set(what, (counts.get(what) ?? 0) + times);
}

function add(sums: Tally['odds'], hunch: Hunch | 'position', { guesser, blind }: Odds): void {
  const sum = sums.get(hunch) ?? { guesser: 0, blind: 0 };
  sums.set(hunch, { guesser: sum.guesser + guesser, blind: sum.blind + blind });
}

function together(sum: Tally, tally: Tally): Tally {
  sum.candidates += tally.candidates;
  sum.accepted += tally.accepted;
  sum.flawed += tally.flawed;
  sum.offers += tally.offers;
  for (const [check, times] of tally.rejected) count(sum.rejected, check, times);
  for (const [hunch, lean] of tally.leans) count(sum.leans, hunch, lean);
  for (const [hunch, odds] of tally.odds) add(sum.odds, hunch, odds);
  tally.positions.forEach((times, place) => {
    sum.positions[place] = (sum.positions[place] ?? 0) + times;
  });
  return sum;
}

function reportOf(form: FormReport['form'], tally: Tally): FormReport {
  const { candidates, accepted, flawed, offers, rejected, positions } = tally;
  const mean = (hunch: Hunch | 'position'): Odds => {
    const { guesser, blind } = tally.odds.get(hunch) ?? { guesser: 0, blind: 0 };
    return { guesser: guesser / Math.max(1, offers), blind: blind / Math.max(1, offers) };
  };
  const lean = (hunch: Hunch): number => (tally.leans.get(hunch) ?? 0) / Math.max(1, offers);
  return {
    form,
    candidates,
    accepted,
    rejected: Object.fromEntries(rejected),
    flawRate: flawed / Math.max(1, accepted),
    offers,
    leans: {
      longest: lean('longest'),
      'stem-overlap': lean('stem-overlap'),
      middle: lean('middle'),
      'shared-words': lean('shared-words'),
      'all-together': lean('all-together'),
    },
    solver: {
      longest: mean('longest'),
      'stem-overlap': mean('stem-overlap'),
      middle: mean('middle'),
      'shared-words': mean('shared-words'),
      'all-together': mean('all-together'),
      position: mean('position'),
    },
    positions,
  };
}
