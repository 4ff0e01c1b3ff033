import { expect, test } from 'vitest';
import { itemsOf } from '#core/item/generate.ts';
import { groundsOf } from '#core/item/grounds.ts';
import type { Certificate } from '#core/item/item.ts';
import { harbourBase } from '../topic.ts';

const base = harbourBase();
const certificates: readonly Certificate[] = itemsOf(base, 1).flatMap(({ options, repair }) =>
  [...options, ...(repair?.options ?? [])].flatMap(({ certificate }) => certificate ?? []),
);

test('groundsOf() names at least one dated source for every certificate', () => {
  expect(certificates.length).toBeGreaterThan(0);
  for (const certificate of certificates) {
    const grounds = groundsOf(base, certificate);
    expect(grounds.length).toBeGreaterThan(0);
    for (const { date, publisher } of grounds) expect([date, publisher]).not.toContain('');
  }
});

test('groundsOf() a certificate whose fact newer content lacks is empty', () => {
  expect(groundsOf(base, { law: 'C1', refutedBy: 'gone' as never, text: '' })).toEqual([]);
});
