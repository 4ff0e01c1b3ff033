import { describe, expect, test } from 'vitest';
import { utf8Of } from '#core/file/utf8.ts';
import { clozeDrafts } from '#core/import/cloze-drafts.ts';
import type { DeckFile } from '#core/import/deck-file.ts';
import { importFormats } from '#core/import/formats/index.ts';
import { madeBySqlite } from '../../sqlite.ts';
import { zstdOf } from './reading.ts';

const text = (id: 'gift' | 'moodle-xml' | 'aiken' | 'csv' | 'tsv', content: string): DeckFile => {
  const format = importFormats[id];
  const deck = format.takes === 'text' ? format.read(content, 'My file.txt') : undefined;
  if (!deck?.ok) throw new TypeError(JSON.stringify(deck));
  return deck.value;
};

const bodies = ({ items }: DeckFile) => items.map(({ stem, body }) => [stem, body]);

describe('gift', () => {
  // The examples of Moodle's own documentation, in other words.
  test.each([
    ['Who drew {=the map#yes ~the sea#no ~%50%half} ?', 'multiple', ['the map', 'the sea', 'half']],
    ['// note\n::Name::[html]<p>One &amp; two</p>{=a ~b}', 'choice', ['a', 'b']],
    ['Two of three {~%50%a ~%50%b ~%-100%c}', 'multiple', ['a', 'b', 'c']],
    ['When? {#1822:5}', 'number', [1822, 5]],
    ['e? {#2.71..2.72}', 'number', [2.715, 0.005]],
    ['Pi? {#=3.14:0.01#near ~%50%3:1}', 'number', [3.14, 0.01]],
    ['Join {=a -> 1 =b -> 2 = -> 3}', 'match', ['a', 'b', 1, 2, 3]],
    ['Short {=one =%50%two =three}', 'text', ['one', 'three']],
    ['Short {one}', undefined, []],
    ['Sun rises in the east{T}', 'truth', [true]],
    ['2 + 2 \\= 5 {FALSE#wrong#right####because}', 'truth', [false]],
  ])('reads %j', (source, type, values) => {
    const { items, passedOver } = text('gift', `Other {=x ~y}\n\n${source}\n`);
    const body = items[1]?.body;
    expect(body?.type).toBe(type);
    if (type === undefined) expect(passedOver).toHaveLength(1);
    for (const value of values)
      expect(JSON.stringify(body)).toContain(JSON.stringify(value).replaceAll('"', ''));
  });

  test('puts a gap where the answer stood, and takes escapes and categories', () => {
    const { title, items } = text(
      'gift',
      '$CATEGORY: $course$/top/History\n\n// [id:h-1] [tag:sahel]\nThe capital \\: {=Niamey ~Dosso\\#1} since 1926.\n',
    );
    expect(title).toBe('History');
    expect(items[0]).toMatchObject({ id: 'h-1', tags: ['sahel'], stem: 'The capital : ____ since 1926.' });
    expect(JSON.stringify(items[0]?.body)).toContain('Dosso#1');
  });
});

test('moodle-xml reads CDATA, entities and several lines, and passes over what it cannot ask', () => {
  const file = text(
    'moodle-xml',
    `<?xml version="1.0"?><quiz><!-- a comment -->
      <question type="multichoice"><name><text>N</text></name>
        <questiontext format="html"><text><![CDATA[<p>Which <b>two</b>?</p><p>Look!</p>]]></text></questiontext>
        <single>false</single>
        <answer fraction="50"><text>One</text><feedback><text>good</text></feedback></answer>
        <answer fraction="50"><text>T&amp;wo</text></answer><answer fraction="-100"><text>Three</text></answer></question>
      <question type="ddmarker"><questiontext><text>Where?</text></questiontext></question>
      <question type="shortanswer"><questiontext><text>Any</text></questiontext><answer fraction="100"><text>*</text></answer></question>
      <question type="matching"><questiontext><text>M</text></questiontext>
        <subquestion><text>a</text><answer><text>1</text></answer></subquestion>
        <subquestion><text>b</text><answer><text>1</text></answer></subquestion></question></quiz>`,
  );
  expect(bodies(file)).toEqual([
    [
      'Which two?\nLook!',
      {
        type: 'multiple',
        options: [
          { text: 'One', correct: true },
          { text: 'T&wo', correct: true },
          { text: 'Three', correct: false },
        ],
      },
    ],
    [
      'M',
      {
        type: 'match',
        rows: [
          { text: 'a', target: 0 },
          { text: 'b', target: 0 },
        ],
        targets: ['1'],
      },
    ],
  ]);
  expect(file.passedOver.map(({ why }) => why)).toEqual(['kind', 'kind']);
});

test('aiken reads dots for brackets and Windows line ends', () => {
  expect(bodies(text('aiken', 'Which?\r\nA. One\r\nB. Two\r\nANSWER: B\r\n'))).toEqual([
    [
      'Which?',
      {
        type: 'choice',
        options: [
          { text: 'One', correct: false },
          { text: 'Two', correct: true },
        ],
      },
    ],
  ]);
});

describe('csv', () => {
  test.each([
    ['Front,Back\nSun,Soleil\n', 'card'],
    ['Sun,Soleil\nMoon,Lune\n', 'card'],
    ['question;option 1;option 2;answer\nWhich?;a;b;B\n', 'choice'],
    ['Question Text,Option 1,Option 2,Option 3,Correct Answer\nWhich?,a,b,c,"1,3"\n', 'multiple'],
    [
      'Blooket Import Template,,,,\nQuestion #,Question Text,Answer 1,Answer 2,Correct Answer(s)\n1,Which?,a,b,2\n',
      'choice',
    ],
  ])('reads %j', (content, type) => {
    expect(text('csv', content).items[0]?.body.type).toBe(type);
  });
});

test('tsv reads the columns that its head names, and a bare copy', () => {
  const head = '#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n';
  expect(text('tsv', `${head}g1\tA &amp; <i>b</i>\tBack\tx y\n`).items[0]).toMatchObject({
    id: 'g1',
    stem: 'A & b',
    body: { type: 'card', back: 'Back' },
    tags: ['x', 'y'],
  });
  expect(text('tsv', 'term\tdefinition\n').items).toHaveLength(1);
});

test.each([
  ['{{c1::Niamey}} is the capital', [['____ is the capital', 'Niamey']]],
  [
    '{{c1::A}} and {{c2::B::first letter}}',
    [
      ['____ and B', 'A'],
      ['A and ____ (first letter)', 'B'],
    ],
  ],
  ['{{c1::A}} and {{c1::B}}', [['____ and ____', 'A; B']]],
])('clozeDrafts() makes an item for each number in %j', (source, wanted) => {
  expect(clozeDrafts(source).map(({ stem, body }) => [stem, JSON.stringify(body)])).toEqual(
    wanted.map(([stem, key]) => [stem, expect.stringContaining(JSON.stringify(key))]),
  );
});

const anki = (notes: string): DeckFile => {
  const bytes = madeBySqlite(`
    PRAGMA page_size = 1024;
    CREATE TABLE col (id integer primary key, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags);
    CREATE TABLE notes (id integer primary key, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data);
    CREATE INDEX ix ON notes (guid);
    INSERT INTO col VALUES (1,0,0,0,11,0,0,0,'{}','{"7":{"type":1},"8":{"type":0}}','{"1":{"name":"Default"},"5":{"name":"Top::Birds"}}','{}','{}');
    ${notes}`);
  const format = importFormats.apkg;
  const deck =
    format.takes === 'archive' ? format.read([{ path: 'collection.anki2', bytes }], 'x') : undefined;
  if (!deck?.ok) throw new TypeError(JSON.stringify(deck));
  return deck.value;
};

describe('apkg', () => {
  test('reads notes that SQLite itself wrote: fields, gaps, and texts longer than a page', () => {
    const long = 'word '.repeat(700).trim();
    const { title, items, passedOver } = anki(`
      INSERT INTO notes VALUES (3,'g-a',8,0,0,' bird blue ','<div>Jay</div>'||char(31)||'Geai<img src="x.jpg">'||char(31)||'${long}'||char(31)||char(31)||'end','',0,0,'');
      INSERT INTO notes VALUES (4,'g-b',7,0,0,'','{{c1::Jay}} flies'||char(31),'',0,0,'');
      INSERT INTO notes VALUES (5,'g-c',8,0,0,'','Only front'||char(31)||'[sound:x.mp3]','',0,0,'');`);
    expect(title).toBe('Birds');
    expect(items).toEqual([
      {
        id: 'g-a',
        stem: 'Jay',
        body: { type: 'card', back: 'Geai' },
        explanation: `${long}\nend`,
        tags: ['bird', 'blue'],
      },
      {
        id: 'g-b-c1',
        stem: '____ flies',
        body: { type: 'text', accepted: ['Jay'] },
        explanation: '',
        tags: [],
      },
    ]);
    expect(passedOver).toEqual([
      { place: 'Jay', why: 'media' },
      { place: 'Only front', why: 'key' },
    ]);
  });

  test('tells how many items were learnt there, and start afresh here', () => {
    const { items, afresh } = anki(`
      CREATE TABLE cards (id integer primary key, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps);
      INSERT INTO notes VALUES (3,'a',8,0,0,'','Jay'||char(31)||'Geai','',0,0,''), (5,'c',8,0,0,'','Tit'||char(31)||'M','',0,0,''),
        (4,'b',7,0,0,'','{{c1::Jay}} and {{c2::tit}}'||char(31),'',0,0,'');
      INSERT INTO cards VALUES (31,3,1,0,0,0,2,2,40,12,2500,4), (41,4,1,0,0,0,0,0,1,0,0,0), (42,4,1,1,0,0,2,2,9,3,2500,2), (51,5,1,0,0,0,0,0,2,0,0,0);`);
    expect([items.length, afresh]).toEqual([4, 3]);
  });

  test('reads as many notes as fill many pages', () => {
    const { items } = anki(`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
      INSERT INTO notes SELECT i * 1000000000, 'g'||i, 8, 0, 0, '', 'Front '||i||char(31)||'Back '||i, '', 0, 0, '' FROM n;`);
    expect(items.map(({ stem }) => stem)).toEqual(
      Array.from({ length: 3000 }, (_, index) => `Front ${index + 1}`),
    );
  });

  test('reads packages of newer programs, whose kinds of note are tables, packed with Zstandard', () => {
    const bytes = madeBySqlite(`
      CREATE TABLE col (id integer primary key, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags);
      CREATE TABLE notes (id integer primary key, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data);
      CREATE TABLE notetypes (id integer primary key, name text, mtime_secs integer, usn integer, config blob);
      CREATE TABLE decks (id integer primary key, name text, mtime_secs integer, usn integer, common blob, kind blob);
      INSERT INTO col VALUES (1,0,0,0,18,0,0,0,'','','','','');
      INSERT INTO decks VALUES (1,'Default',0,0,x'',x''), (4,NULL,0,0,x'',x''), (5,'Top'||char(31)||'Birds',0,0,x'',x'');
      INSERT INTO notetypes VALUES (6,'Empty',0,0,NULL), (7,'Cloze',0,0,x'08011a00'), (8,'Basic',0,0,x'1a00'), (9,'Other',0,0,x'0802');
      INSERT INTO notes VALUES (3,'g-a',8,0,0,'','Jay'||char(31)||'Geai','',0,0,'');
      INSERT INTO notes VALUES (4,'g-b',7,0,0,'','{{c1::Jay}} flies [sound:x.mp3]'||char(31),'',0,0,'');`);
    const files = [
      { path: 'collection.anki21b', bytes: zstdOf(bytes) },
      { path: 'collection.anki2', bytes: utf8Of('x') },
    ];
    const format = importFormats.apkg;
    const deck = format.takes === 'archive' ? format.read(files, 'x') : undefined;
    if (!deck?.ok) throw new TypeError(JSON.stringify(deck));
    expect(deck.value.title).toBe('Birds');
    expect(bodies(deck.value)).toEqual([
      ['Jay', { type: 'card', back: 'Geai' }],
      ['____ flies', { type: 'text', accepted: ['Jay'] }],
    ]);
    expect(deck.value.passedOver).toEqual([{ place: '____ flies', why: 'media' }]);
  });

  test('takes what is no text for nothing', () => {
    const { title, items, passedOver } = anki(`
      UPDATE col SET models = 7, decks = '[]';
      INSERT INTO notes VALUES (3,7,8,0,0,7,'Jay'||char(31)||'Geai','',0,0,'');
      INSERT INTO notes VALUES (4,'g',8,0,0,'',7,'',0,0,'');`);
    expect(title).toBe('x');
    expect(items).toMatchObject([{ stem: 'Jay', tags: [] }]);
    expect(passedOver).toMatchObject([{ place: 'g', why: 'key' }]);
  });

  test('says of a package that cannot be unpacked what to do', () => {
    const format = importFormats.apkg;
    const files = ['collection.anki21b', 'collection.anki2'].map((path) => ({ path, bytes: utf8Of('x') }));
    expect(format.takes === 'archive' && format.read(files, 'x')).toEqual({
      ok: false,
      problem: { type: 'newer-anki' },
    });
  });
});

test('qti reads an item of the kind that the specification shows, with the dialect of 2.1', () => {
  const item = (id: string, declaration: string, body: string): string =>
    `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="${id}" title="t" adaptive="false" timeDependent="false">${declaration}<itemBody>${body}</itemBody></assessmentItem>`;
  const files = {
    'imsmanifest.xml':
      '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>' +
      ['a', 'b', 'c']
        .map((id) => `<resource identifier="${id}" type="imsqti_item_xmlv2p1" href="${id}.xml"/>`)
        .join('') +
      '</resources></manifest>',
    'a.xml': item(
      'a',
      '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>ChoiceA</value></correctResponse></responseDeclaration>',
      '<p>Look at the sign:</p><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>What does it <em>say</em>?</prompt><simpleChoice identifier="ChoiceA">Stay</simpleChoice><simpleChoice identifier="ChoiceB">Go</simpleChoice></choiceInteraction>',
    ),
    'b.xml': item(
      'b',
      '<responseDeclaration identifier="R1" cardinality="single" baseType="string"><correctResponse><value>York</value></correctResponse><mapping defaultValue="0"><mapEntry mapKey="York" mappedValue="1"/><mapEntry mapKey="york" mappedValue="0.5"/></mapping></responseDeclaration>',
      '<blockquote><p>Now is the winter <br/>sun of <textEntryInteraction responseIdentifier="R1"/>;</p></blockquote>',
    ),
    'c.xml': item('c', '', '<p>Draw</p><drawingInteraction responseIdentifier="RESPONSE"/>'),
  };
  const format = importFormats.qti;
  const archive = Object.entries(files).map(([path, content]) => ({ path, bytes: utf8Of(content) }));
  const deck = format.takes === 'archive' ? format.read(archive, 'My deck.zip') : undefined;
  if (!deck?.ok) throw new TypeError(JSON.stringify(deck));
  expect(bodies(deck.value)).toEqual([
    [
      'Look at the sign:\nWhat does it say?',
      {
        type: 'choice',
        options: [
          { text: 'Stay', correct: true },
          { text: 'Go', correct: false },
        ],
      },
    ],
    ['Now is the winter\nsun of ____;', { type: 'text', accepted: ['York', 'york'] }],
  ]);
  expect(deck.value.passedOver).toHaveLength(1);
});
