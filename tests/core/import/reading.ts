import { expect } from 'vitest';
import type { DeckFile, ReadDeck } from '#core/import/deck-file.ts';
import { importFormats } from '#core/import/formats/index.ts';

export type TextFormat = 'gift' | 'moodle-xml' | 'aiken' | 'csv' | 'tsv' | 'qti-item';

export function read(id: TextFormat, content: string): ReadDeck {
  const format = importFormats[id];
  return format.takes === 'text' ? format.read(content, 'My file.txt') : expect.fail('Takes a text');
}

/** What a file holds that is taken. */
export const valueOf = (deck: ReadDeck): DeckFile =>
  deck.ok ? deck.value : expect.fail(JSON.stringify(deck.problem));

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

/** Bytes in a frame of Zstandard, as they are. */
export function zstdOf(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58)];
  for (let at = 0; at < bytes.length; at += 100_000) {
    const own = bytes.subarray(at, at + 100_000);
    const head = 8 * own.length + Number(at + 100_000 >= bytes.length);
    parts.push(Uint8Array.of(head & 255, (head >> 8) & 255, head >> 16), own);
  }
  return new Uint8Array(parts.flatMap((part) => [...part]));
}
