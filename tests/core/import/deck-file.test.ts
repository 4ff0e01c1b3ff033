import { describe, expect, test } from 'vitest';
import { deckFile } from '#core/import/deck-file.ts';
import { allEndings, formatsFromName } from '#core/import/formats/endings.ts';
import { importFormats } from '#core/import/formats/index.ts';
import { importFormatIds, titleFromName } from '#core/import/import-format.ts';
import { ownLimits } from '#core/own/own-item.ts';
import { valueOf } from './reading.ts';

test.each([
  ['C:\\decks\\new_deck--of.two.csv', 'new deck of.two'],
  ['/a/b/one.txt', 'one'],
  ['plain', 'plain'],
])('titleFromName(%j)', (name, title) => {
  expect(titleFromName(name)).toBe(title);
});

test.each([
  ['.gift', ['gift']],
  ['.txt', ['gift', 'aiken', 'tsv']],
  ['.xml', ['moodle-xml', 'qti-item']],
  ['.aiken', ['aiken']],
  ['.csv', ['csv']],
  ['.tsv', ['tsv']],
  ['.zip', ['qti']],
  ['.apkg', ['apkg']],
  ['.colpkg', ['apkg']],
])('a file may end in %s', (ending, formats) => {
  expect(allEndings).toContain(ending);
  expect(formatsFromName(`deck${ending}`)).toEqual(formats);
});

test('every format has an ending, and nothing else is offered', () => {
  expect(allEndings).toHaveLength(9);
  expect(new Set(allEndings.flatMap((ending) => formatsFromName(ending)))).toEqual(new Set(importFormatIds));
});

test('a format is found under its own id', () => {
  for (const id of importFormatIds) expect(importFormats[id].id).toBe(id);
});

describe('deckFile', () => {
  const card = { type: 'card', back: 'b' } as const;
  const idOf = (name: string): string | undefined =>
    valueOf(deckFile('x', [{ name, stem: 'a', body: card }])).items[0]?.id;

  test('keeps a name that can be an id, and makes one of any other', () => {
    expect(idOf('x'.repeat(60))).toBe('x'.repeat(60));
    for (const name of ['x'.repeat(61), 'a b', ' a', 'a.b', '']) {
      expect(idOf(name)).toMatch(/^h[\w-]+$/);
      expect(idOf(name)).not.toBe(name);
      expect(idOf(name)).toBe(idOf(name));
    }
  });

  test('takes the beginning of a title', () => {
    const deck = valueOf(deckFile('x'.repeat(ownLimits.title + 1), [{ stem: 'a', body: card }]));
    expect(deck.title).toBe('x'.repeat(ownLimits.title));
  });

  test('takes the beginning of what it passes over, in one line', () => {
    const { passedOver } = valueOf(
      deckFile('x', [
        { stem: `a\n b ${'c'.repeat(99)}`, body: 'key' },
        { stem: '', body: undefined },
        { stem: 'no options', body: { type: 'choice', options: [] } },
      ]),
    );
    expect(passedOver).toEqual([
      { place: `a b ${'c'.repeat(76)}`, why: 'key' },
      { place: '', why: 'kind' },
      { place: 'no options', why: 'shape' },
    ]);
  });

  test('tidies tags, and says nothing of a history that there is none of', () => {
    const deck = valueOf(
      deckFile('x', [{ stem: ' a ', body: card, explanation: ' e ', tags: [' b  c ', ' '] }]),
    );
    expect(deck.items[0]).toMatchObject({ stem: 'a', explanation: 'e', tags: ['b c'] });
    expect(deck).not.toHaveProperty('afresh');
    const [bare] = valueOf(deckFile('x', [{ stem: 'a', body: card }])).items;
    expect(bare).toMatchObject({ explanation: '', tags: [] });
  });
});
