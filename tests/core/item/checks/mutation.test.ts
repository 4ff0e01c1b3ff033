import { beforeAll, describe, expect, test } from 'vitest';
import type { Base } from '#core/fact/base.ts';
import { checkIds } from '#core/item/checks/check.ts';
import { flawsOf } from '#core/item/checks/index.ts';
import { itemsOf } from '#core/item/generate.ts';
import type { Item } from '#core/item/item.ts';
import { nigerBase } from '../../../niger.ts';
import { mutations } from './flaws.ts';

let base: Base;
let bank: readonly Item[];

beforeAll(() => {
  base = nigerBase();
  bank = itemsOf(base, 1);
});

/** How many items are spoilt in each way, spread over the bank. */
const most = 120;

function spread<T>(values: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.floor(values.length / most));
  return values.filter((_, index) => index % step === 0).slice(0, most);
}

describe('flawsOf()', () => {
  test('finds nothing in the items that are shown', () => {
    const flawed = bank.flatMap((item) =>
      flawsOf(base, item).map((flaw) => ({ card: item.card, form: item.form, ...flaw })),
    );
    expect(flawed).toEqual([]);
  });

  test.each(mutations)('finds $name ($check) in at least 95 of 100 spoilt items', ({ check, spoil }) => {
    const spoilt = spread(bank.filter((item) => spoil(item) !== undefined)).flatMap(
      (item) => spoil(item) ?? [],
    );
    const found = spoilt.filter((item) => flawsOf(base, item).some((flaw) => flaw.check === check));
    const missed = spoilt.find((item) => !found.includes(item));
    expect(found.length, JSON.stringify(missed)).toBeGreaterThanOrEqual(0.95 * spoilt.length);
  });

  test('is proven for every check, and for at least 14 kinds of flaws on the present bank', () => {
    expect(checkIds.filter((id) => !mutations.some(({ check }) => check === id))).toEqual([]);
    const live = mutations.filter(({ spoil }) => bank.some((item) => spoil(item) !== undefined));
    expect(new Set(live.map(({ check }) => check)).size).toBeGreaterThanOrEqual(14);
  });
});
