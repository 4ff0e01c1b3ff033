import { describe, expect, test } from 'vitest';
import { makeItem } from '#core/item/generate.ts';
import type { FormId } from '#core/item/item.ts';
import { giveAway, telltaleOf } from '#core/item/leak.ts';
import type { Telltale } from '#core/item/leak.ts';
import { card, harbourBase } from '../topic.ts';

const base = harbourBase();

function telltale(fact: string, facet: Parameters<typeof card>[1], form: FormId): Telltale {
  const item = makeItem(base, card(fact, facet), form, 7);
  if (!item) throw new RangeError(`Ask what can be asked, not ${fact}/${facet} as ${form}`);
  return telltaleOf(base, item);
}

describe('giveAway()', () => {
  const whereOpening = telltale('opening-place', 'object', 'typed');
  const whenStorm = telltale('storm-date', 'object', 'typed');

  test('finds the answer of one item in the statement of another, in both directions', () => {
    const stated: Telltale = {
      says: ' the opening of the harbour took place in port alba ',
      answers: [],
      anchors: [],
    };
    expect(giveAway(stated, whereOpening)).toBe(true);
    expect(giveAway(whereOpening, stated)).toBe(true);
  });

  test('wants the answer together with what it is the answer for', () => {
    const elsewhere: Telltale = { says: ' port alba is a town ', answers: [], anchors: [] };
    expect(giveAway(elsewhere, whereOpening)).toBe(false);
    expect(giveAway(whenStorm, whereOpening)).toBe(false);
  });
});
