import { expect, test } from 'vitest';
import type { ReadDeck } from '#core/import/deck-file.ts';
import { importFormats } from '#core/import/formats/index.ts';
import { madeBySqlite } from '../../sqlite.ts';
import { valueOf } from './reading.ts';

const notes =
  'CREATE TABLE notes (id integer primary key, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data);';
const col = `CREATE TABLE col (id integer primary key, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags);
  INSERT INTO col VALUES (1,0,0,0,11,0,0,0,'{}','{"7":{"type":1}}','{"1":{"name":"Default"},"5":{"name":"A::B::C"}}','{}','{}');`;
const kinds = 'CREATE TABLE notetypes (id integer primary key, name, mtime_secs, usn, config);';
const decks = `CREATE TABLE decks (id integer primary key, name, mtime_secs, usn, common, kind);
  INSERT INTO decks VALUES (5,'A'||char(31)||'B'||char(31)||'C',0,0,x'',x'');`;

const packaged = (sql: string): ReadDeck => {
  const format = importFormats.apkg;
  return format.takes === 'archive'
    ? format.read([{ path: 'collection.anki21', bytes: madeBySqlite(sql) }], 'My file.apkg')
    : expect.fail('Takes an archive');
};

const note = (kind: number, ...fields: readonly string[]): string =>
  `INSERT INTO notes VALUES (3,'g',${kind},0,0,'',${fields.map((field) => `'${field}'`).join('||char(31)||')},'',0,0,'');`;

test.each([
  ['no notes', col],
  ['nothing about its notes', notes],
  ['an empty table about its notes', `${notes}${col}DELETE FROM col;`],
])('a database with %s is none of Anki', (_, sql) => {
  expect(packaged(sql)).toEqual({ ok: false, problem: { type: 'not-this-format' } });
});

test.each([
  ['a collection', col],
  ['tables', kinds + decks],
  ['a collection beside one of the tables', col + kinds],
])('a deck in a deck has its last name, in %s', (_, sql) => {
  expect(valueOf(packaged(notes + sql + note(8, 'Jay', 'Geai'))).title).toBe('C');
});

test('only settings that say so in both of their first bytes are of a kind with gaps', () => {
  const settings = [`x'0801'`, `x'0802'`, `x'0701'`, `x'08'`, `'\u0008\u0001'`, 'NULL'];
  for (const [at, config] of settings.entries()) {
    const own = `INSERT INTO notetypes VALUES (7,'x',0,0,${config});${note(7, '{{c1::Jay}} flies', 'Back')}`;
    const [item] = valueOf(packaged(notes + kinds + decks + own)).items;
    expect(item?.stem).toBe(at === 0 ? '____ flies' : '{{c1::Jay}} flies');
  }
});

test('beside gaps every further field explains, and empty ones do not', () => {
  const deck = valueOf(packaged(notes + col + note(7, '{{c1::Jay}} flies', 'Far', '', 'and high')));
  expect(deck.items[0]?.explanation).toBe('Far\nand high');
});

test('a note with gaps that has no name of its own is named for what it asks', () => {
  const deck = valueOf(packaged(notes + col + note(7, '{{c1::Jay}} flies').replace(`'g'`, '12')));
  expect(deck.items[0]?.id).toMatch(/^h/);
});

test.each([
  ['only the deck that every collection has', `${kinds}${decks}UPDATE decks SET id = 1;`],
  ['a deck whose name is a number', col.replace('"A::B::C"', '7')],
])('%s gives no title', (_, sql) => {
  expect(valueOf(packaged(notes + sql + note(8, 'Jay', 'Geai'))).title).toBe('My file');
});

test('a card that was never answered starts as any other', () => {
  const cards =
    'CREATE TABLE cards (id integer primary key, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps); INSERT INTO cards VALUES (31,3,1,0,0,0,0,0,1,0,0,0);';
  expect(valueOf(packaged(notes + col + note(8, 'Jay', 'Geai') + cards))).not.toHaveProperty('afresh');
});

test('a collection that says nothing of kinds and decks has none', () => {
  const deck = valueOf(
    packaged(`${notes}${col}UPDATE col SET models = NULL, decks = x'7b7d';${note(7, 'Jay', 'Geai')}`),
  );
  expect(deck).toMatchObject({ title: 'My file', items: [{ stem: 'Jay', body: { back: 'Geai' } }] });
});

test('pictures and sounds of a field are left out wherever they stand, and told once', () => {
  const deck = valueOf(
    packaged(
      notes +
        col +
        note(8, '<img src="a.jpg">Jay[sound:b.mp3]', 'Geai [anki:play:q:0]', 'a<img>b [anki] [sounds:c]'),
    ),
  );
  expect(deck.items).toMatchObject([
    { stem: 'Jay', body: { back: 'Geai' }, explanation: 'ab [anki] [sounds:c]' },
  ]);
  expect(deck.passedOver).toEqual([{ place: 'Jay', why: 'media' }]);
});
