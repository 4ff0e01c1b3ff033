import { expect, test } from 'vitest';

import { bySource } from '#core/item/citations.ts';
import type { Citation } from '#core/item/item.ts';

const cite = (source: string, paragraph?: number): Citation => ({
  source: source as Citation['source'],
  publisher: `Publisher of ${source}`,
  date: '2023-07-26',
  ...(paragraph !== undefined && { paragraph }),
});

test('a source that is cited several times is named once, with its paragraphs in the order of the text', () => {
  const sources = bySource([cite('b', 11), cite('a'), cite('b', 3), cite('c', 2)]);
  expect(sources.map(({ source, paragraphs }) => [source, paragraphs])).toEqual([
    ['b', [3, 11]],
    ['a', []],
    ['c', [2]],
  ]);
  expect(sources[0]).not.toHaveProperty('paragraph');
});
