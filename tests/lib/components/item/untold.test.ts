import { expect, test } from 'vitest';
import { formIds } from '#core/item/item.ts';
import { untold } from '#lib/components/item/untold.ts';
import { itemsOfForm, regattas } from '../../../core/item/form-topics.ts';

test('untold() leaves out what the tiles say, and nothing else', () => {
  for (const form of ['ordering', 'matching'] as const) {
    const items = itemsOfForm(regattas, form, [1]);
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) expect(untold(item)).toBe('');
  }
  const others = formIds.flatMap((form) => itemsOfForm(regattas, form, [1])).filter(({ layout }) => !layout);
  expect(others.length).toBeGreaterThan(0);
  for (const item of others) expect(untold(item)).toBe(item.explanation);
});

test('untold() keeps the sentence of what tiles are sorted by', () => {
  const tile = (truth: string) => ({
    id: truth,
    text: truth,
    truth,
    fact: truth as never,
    card: truth as never,
  });
  const layout = {
    type: 'match',
    tiles: [tile('The fair was in May.'), tile('The flood was in July.')],
    targets: [],
    shared: true,
    solution: {},
  } as const;
  const explanation = 'The fair was in May. The strike was in June. The flood was in July.';
  expect(untold({ explanation, layout })).toBe('The strike was in June.');
});
