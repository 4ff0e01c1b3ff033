import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { formats } from '#core/export/formats/index.ts';
import { exportItems } from '#core/export/export-items.ts';
import { tableOf } from '#core/file/csv.ts';
import { textOf, utf8Of } from '#core/file/utf8.ts';
import { readSqlite } from '#core/file/sqlite-read.ts';
import { readXml } from '#core/file/xml-read.ts';
import { importFormats } from '#core/import/formats/index.ts';
import type { ImportFormat } from '#core/import/import-format.ts';
import { plainText } from '#core/import/plain-text.ts';
import { parseOwnItem } from '#core/own/parse-own-item.ts';
import { itemsIn, storyBase } from '../item/forms/story.ts';

const base = storyBase();
const forms = ['single-choice', 'true-false', 'typed', 'flashcard', 'odd-one-out'] as const;
const items = forms.flatMap((form) => itemsIn(base, form).slice(0, 2));
const heading = { title: 'Story', id: 'story', dateIso: '2026-01-01' };
const fileOf = (id: keyof typeof formats): Uint8Array => exportItems(formats[id], items, heading).bytes;

/** The items of a package, as files of their own. */
const qtiItems = (id: 'qti21' | 'qti3'): readonly Uint8Array[] =>
  Object.entries(unzipSync(fileOf(id))).flatMap(([path, bytes]) =>
    /<(?:qti-assessment-item|assessmentItem)\b/.test(textOf(bytes)) && path !== 'imsmanifest.xml'
      ? [bytes]
      : [],
  );

test.each(['qti21', 'qti3'] as const)(
  'an item of a package of %s is read by itself as it is in there',
  (id) => {
    const archive = Object.entries(unzipSync(fileOf(id))).map(([path, bytes]) => ({ path, bytes }));
    const whole =
      importFormats.qti.takes === 'archive' ? importFormats.qti.read(archive, 'x.zip') : undefined;
    const reader = importFormats['qti-item'];
    const single = qtiItems(id).map((bytes) =>
      reader.takes === 'text' ? reader.read(textOf(bytes), 'x.xml') : undefined,
    );
    const stems = single.flatMap((read) => (read?.ok ? read.value.items.map(({ stem }) => stem) : []));
    expect(stems.length).toBeGreaterThan(5);
    expect(stems.toSorted()).toEqual(whole?.ok ? whole.value.items.map(({ stem }) => stem).toSorted() : []);
  },
);

const table = tableOf([
  ['Question', 'Option 1', 'Option 2', 'Correct answer', 'Explanation'],
  ...items.map(({ stem, explanation }) => [stem, 'One', 'Two', '2', explanation]),
]);

const sound: readonly { readonly reader: ImportFormat; readonly bytes: Uint8Array }[] = [
  { reader: importFormats.gift, bytes: fileOf('gift') },
  { reader: importFormats['moodle-xml'], bytes: fileOf('moodle-xml') },
  { reader: importFormats.aiken, bytes: fileOf('aiken') },
  { reader: importFormats.csv, bytes: utf8Of(table) },
  { reader: importFormats.tsv, bytes: fileOf('tsv') },
  { reader: importFormats.qti, bytes: fileOf('qti3') },
  {
    reader: importFormats['qti-item'],
    bytes: qtiItems('qti3').find((one) => textOf(one).includes('choice')) ?? new Uint8Array(0),
  },
  { reader: importFormats.apkg, bytes: fileOf('apkg') },
];

/** One way to spoil a file: cut it, overwrite a stretch, put something hostile in, or repeat a stretch. */
const spoiling = fc.record({
  how: fc.constantFrom('cut', 'overwrite', 'insert', 'repeat'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 40 }),
    fc
      .constantFrom(
        '<!DOCTYPE x [<!ENTITY a "b">]>',
        '&a;',
        ']]>',
        '{',
        '}',
        '"',
        '\u0000',
        '<b>'.repeat(500),
        '%999999%',
        '=~#->',
      )
      .map(utf8Of),
  ),
});

type Spoiling = typeof spoiling extends fc.Arbitrary<infer T> ? T : never;

function spoilt(file: Uint8Array, { how, at, bytes }: Spoiling): Uint8Array {
  const place = Math.floor(at * file.length);
  const [before, after] = [file.subarray(0, place), file.subarray(place)];
  switch (how) {
    case 'cut':
      return before;
    case 'overwrite':
      return Uint8Array.from([...before, ...bytes, ...after.subarray(bytes.length)]);
    case 'insert':
      return Uint8Array.from([...before, ...bytes, ...after]);
    default:
      return Uint8Array.from([...before, ...after.subarray(0, 200), ...after]);
  }
}

/** What comes of a spoilt file: of an archive, one of its files is spoilt, since the guard has checked their sums. */
function readSpoilt(reader: ImportFormat, bytes: Uint8Array, spoiling: Spoiling, which: number) {
  if (reader.takes === 'text') return reader.read(textOf(spoilt(bytes, spoiling)), 'x');
  const files = Object.entries(unzipSync(bytes));
  return reader.read(
    files.map(([path, own], index) => ({
      path,
      bytes: index === which % files.length ? spoilt(own, spoiling) : own,
    })),
    'x',
  );
}

describe.each(sound)('$reader.id', ({ reader, bytes }) => {
  test('reads the sound file', () => {
    const deck = readSpoilt(reader, bytes, { how: 'insert', at: 1, bytes: new Uint8Array() }, 0);
    expect(deck.ok && deck.value.items.length).toBeGreaterThanOrEqual(reader.id === 'qti-item' ? 1 : 5);
  });

  test('of 100 spoilt files throws at none, and gives only whole items of plain text', () => {
    fc.assert(
      fc.property(spoiling, fc.nat(20), (how, which) => {
        const deck = readSpoilt(reader, bytes, how, which);
        if (!deck.ok) expect(deck.problem.type).toMatch(/^[a-z-]+$/);
        else for (const item of deck.value.items) expect(parseOwnItem(item)).toEqual(item);
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  test.each(['', '\u0000'.repeat(100), 'Lorem ipsum dolor sit amet', '{"a":1}', '<html></html>'])(
    'refuses %j with a problem',
    (text) => {
      const deck =
        reader.takes === 'text'
          ? reader.read(text, 'x')
          : reader.read(
              [
                { path: 'imsmanifest.xml', bytes: utf8Of(text) },
                { path: 'collection.anki2', bytes: utf8Of(text) },
              ],
              'x',
            );
      expect(deck.ok).toBe(false);
    },
  );
});

describe('readXml()', () => {
  test.each([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an entity of its own', '<a>&b;</a>'],
    ['an end that is missing', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['text beside the root', '<a/>x'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['a bare ampersand', '<a>x & y</a>'],
    ['elements deeper than anybody writes', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
    ['a character that is none', '<a>&#xD800;</a>'],
  ])('refuses %s', (_, text) => {
    expect(readXml(text)).toMatchObject({ ok: false, problem: { type: 'xml' } });
  });

  test('says the line', () => {
    expect(readXml('<a>\n<b>\n</a>')).toEqual({ ok: false, problem: { type: 'xml', line: 3 } });
  });
});

describe('plainText()', () => {
  test.each([
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['a <b>b</b> &lt;c&gt; &amp;amp; &#233;', 'a b <c> &amp; é'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['1 < 2', '1 < 2'],
  ])('makes %j text', (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});

test('readSqlite() refuses what is no database', () => {
  expect(readSqlite(new Uint8Array(5000))).toBeUndefined();
  expect(readSqlite(utf8Of('SQLite format 3\u0000'))).toBeUndefined();
});
