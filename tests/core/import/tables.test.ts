import { describe, expect, test } from 'vitest';
import { clozeDrafts } from '#core/import/cloze-drafts.ts';
import { deckFile } from '#core/import/deck-file.ts';
import { allEndings, formatsFromName } from '#core/import/formats/endings.ts';
import { plainText } from '#core/import/plain-text.ts';
import { ownLimits } from '#core/own/own-item.ts';
import { first, option, read } from './reading.ts';
import type { TextFormat } from './reading.ts';

describe('tables and plain files', () => {
  test.each<[TextFormat, string, unknown]>([
    ['aiken', 'Who?\nA. a\nB. b\nANSWER: C', 'key'],
    ['aiken', 'A. a\nANSWER: A', { type: 'not-this-format', line: 2 }],
    ['aiken', 'Who?\nANSWER: A', { type: 'not-this-format', line: 2 }],
    ['aiken', 'Who?\nA. a\nmore', { type: 'not-this-format', line: 3 }],
    ['aiken', 'Who?', { type: 'not-this-format' }],
    [
      'aiken',
      'Who?\nA. a\nB) b\nANSWER: B',
      { type: 'choice', options: [option('a', false), option('b', true)] },
    ],
    ['csv', 'Question,Answer\nWho?,', 'key'],
    ['csv', 'Question,Answer\nWho?,Me', { type: 'card', back: 'Me' }],
    ['csv', 'Question,Option 1,Correct answer\nWho?,Me,1', { type: 'text', accepted: ['Me'] }],
    [
      'csv',
      'Question,Option 1,Option 2,Correct answer\nWho?,Me,You,2',
      { type: 'choice', options: [option('Me', false), option('You', true)] },
    ],
    ['csv', 'Question,Option 1,Option 2,Correct answer\nWho?,Me,You,"a, you"', { type: 'multiple' }],
    ['csv', 'Question,Option 1,Option 2,Correct answer\nWho?,Me,You,he', 'key'],
    ['csv', "Question,Answer\n'=1+1,'-2", { stem: '=1+1', back: '-2' }],
    ['tsv', 'Who?\tMe', { type: 'card', back: 'Me' }],
    ['tsv', 'Who?\t', 'key'],
    ['tsv', '#separator:x\nWho?xMe', { stem: 'Who?', back: 'Me' }],
    ['tsv', '#separator:pipe\nWho?|Me', { stem: 'Who?', back: 'Me' }],
    ['tsv', '#separator:unheard\nWho?\tMe', { stem: 'Who?', back: 'Me' }],
    ['tsv', '#html:true\nWho&amp;?\t<b>Me</b>', { stem: 'Who&?', back: 'Me' }],
    ['tsv', '#guid column:1\n#tags column:4\nid-1\tWho?\tMe\ta b', { stem: 'Who?', back: 'Me' }],
    ['tsv', 'one\ntwo', { type: 'not-this-format' }],
  ])('%s %j', (format, content, expected) => {
    const found = first(read(format, content));
    if (typeof expected === 'object') expect(found).toMatchObject(expected ?? {});
    else expect(found).toBe(expected);
  });

  test('a deck of a deck has its last name', () => {
    const deck = read('tsv', '#deck:A::B::Birds\nWho?\tMe');
    expect(deck.ok && deck.value.title).toBe('Birds');
  });

  test('an id is the name of a row', () => {
    const deck = read('csv', 'Id,Question,Answer,Tags\nq-1,Who?,Me,"a; b"\n,What?,That,');
    expect(deck).toMatchObject({ value: { items: [{ id: 'q-1', tags: ['a', 'b'] }, { tags: [] }] } });
  });
});

test('two columns without a heading are cards, of which one may lack its back', () => {
  expect(read('csv', 'Who?,Me\nWhat?,')).toMatchObject({
    value: { items: [{ body: { type: 'card', back: 'Me' } }], passedOver: [{ place: 'What?', why: 'key' }] },
  });
});

test.each<[string, readonly string[]]>([
  ['Quiz.TXT', ['gift', 'aiken', 'tsv']],
  ['a.b.xml', ['moodle-xml', 'qti-item']],
  ['deck.colpkg', ['apkg']],
  ['deck.csv.exe', []],
  ['csv', []],
])('%s may be of %j', (name, formats) => {
  expect(formatsFromName(name)).toEqual(formats);
  expect(allEndings.some((ending) => name.toLowerCase().endsWith(ending))).toBe(formats.length > 0);
});

describe('deckFile', () => {
  test('refuses nothing and too much', () => {
    expect(deckFile('x', [])).toEqual({ ok: false, problem: { type: 'no-items' } });
    const drafts = Array.from({ length: ownLimits.items + 1 }, () => ({ stem: 'a', body: 'key' as const }));
    expect(deckFile('x', drafts)).toEqual({ ok: false, problem: { type: 'too-many-items' } });
    expect(deckFile('x', drafts.slice(1)).ok).toBe(true);
  });

  test('gives items of one name names of their own, and counts media and history', () => {
    const draft = { name: 'one', stem: 'a', body: { type: 'card', back: 'b' } as const };
    const deck = deckFile(' T  x ', [
      draft,
      { ...draft, hasMedia: true },
      { ...draft, hasHistory: true },
      { stem: '', name: 'n', body: undefined },
    ]);
    expect(deck).toMatchObject({
      value: {
        title: 'T x',
        items: [{ id: 'one' }, { id: 'one-2' }, { id: 'one-3' }],
        passedOver: [
          { place: 'a', why: 'media' },
          { place: 'n', why: 'kind' },
        ],
        afresh: 1,
      },
    });
  });
});

test.each([
  ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
  ['a&nbsp;&ndash;&mdash;&lsquo;&rsquo;&ldquo;&rdquo;&hellip;', 'a –—‘’“”…'],
  ['&eacute;&egrave;&agrave;&ccedil;', 'éèàç'],
  ['&unheard;', '&unheard;'],
  ['&#233;&#xE9;&#Xe9;', 'ééé'],
  ['a&#10;b&#9;c', 'a\nb c'],
  ['a&#0;&#8;&#31;&#55296;&#57343;&#1114112;&#xD800;b', 'ab'],
  [' a <b> </b>&nbsp; b <br> c ', 'a b\nc'],
  ['<xb>a</xb> <iq>b</iq> <trx>c <h7>d <ahr>e', '<xb>a</xb> <iq>b</iq> <trx>c <h7>d <ahr>e'],
  ['a<h1>b</h1>c<h6>d</h6>e', 'a\nb\nc\nd\ne'],
  ['&#1114111;&#57344;&#32;x', '\u{10ffff}\ue000 x'],
  ['<b>a</b><!-- x\ny --> <i class="x">b</i><br/>c<P>d</P>', 'a b\nc\nd'],
  ['a < b, <script>x</script>', 'a < b, <script>x</script>'],
])('plainText(%j)', (html, text) => {
  expect(plainText(html)).toBe(text);
});

test.each<[string, unknown]>([
  ['no gap', [{ stem: 'no gap', body: 'key' }]],
  ['{{c12::a}} x', [{ stem: '____ x', body: { type: 'text', accepted: ['a'] } }]],
  ['{{c1::}} x', [{ stem: '____ x', body: 'key' }]],
  [
    '{{c1::a}} {{c2::b::hint}}',
    [
      { stem: '____ b', body: { type: 'text', accepted: ['a'] } },
      { stem: 'a ____ (hint)', body: { type: 'text', accepted: ['b'] } },
    ],
  ],
  ['{{c1::a}} {{c1:: b }}', [{ stem: '____ ____', body: { type: 'card', back: 'a; b' } }]],
  [`{{c1::${'x'.repeat(60)}}}`, [{ stem: '____', body: { type: 'text', accepted: ['x'.repeat(60)] } }]],
  [`{{c1::${'x'.repeat(61)}}}`, [{ stem: '____', body: { type: 'card', back: 'x'.repeat(61) } }]],
])('clozeDrafts(%j)', (text, drafts) => {
  expect(clozeDrafts(text)).toEqual(drafts);
});
