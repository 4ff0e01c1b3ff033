import { expect } from 'vitest';
import type { ReadDeck } from '#core/import/deck-file.ts';
import { importFormats } from '#core/import/formats/index.ts';

export type TextFormat = 'gift' | 'moodle-xml' | 'aiken' | 'csv' | 'tsv' | 'qti-item';

export function read(id: TextFormat, content: string): ReadDeck {
  const format = importFormats[id];
  return format.takes === 'text' ? format.read(content, 'My file.txt') : expect.fail('Takes a text');
}

/** How the first thing of a file is asked, or why it is passed over. */
export function first(deck: ReadDeck): unknown {
  if (!deck.ok) return deck.problem;
  const { items, passedOver } = deck.value;
  return items[0] ? { ...items[0].body, stem: items[0].stem } : passedOver[0]?.why;
}

export const option = (text: string, correct: boolean, feedback?: string) => ({
  text,
  correct,
  ...(feedback !== undefined && { feedback }),
});
