import { describe, expect, test } from 'vitest';
import type { DeckFile, ReadDeck } from '#core/import/deck-file.ts';
import { first, option, read, valueOf } from './reading.ts';

describe('gift', () => {
  const gift = (text: string) => valueOf(read('gift', `${text}\n\nOther {T}`));

  test.each([
    ['::N::Stem {T}', 'Stem'],
    ['::N::  Stem {T}', 'Stem'],
    ['{T} is it so?', '____ is it so?'],
    ['It is {T}.', 'It is ____.'],
    ['It is {T} so', 'It is ____ so'],
    ['[html]<p>One &amp; <b>two</b></p>{=a ~b}', 'One & two'],
    ['[plain]<b>{=a ~b}', '<b>'],
    ['[moodle] <i>x</i> {=a ~b}', '<i>x</i>'],
    ['[markdown]*x*\ny {=a ~b}', '*x*\ny'],
    ['a\uE000b {T}', 'ab'],
    ['line one\r\nline two {T}', 'line one\nline two'],
    ['line one\rline two {T}', 'line one\nline two'],
    ['\n::N::Stem {T}', 'Stem'],
    ['a ::b:: c {T}', 'a ::b:: c'],
    ['a[html] &amp; {T}', 'a[html] &amp;'],
    ['See [html] here: &amp; {T}', 'See [html] here: &amp;'],
    ['  [html] &amp; {T}', '&'],
  ])('%j asks %j', (text, stem) => {
    expect(gift(text).items[0]?.stem).toBe(stem);
  });

  test('a line with nothing but spaces stands between items', () => {
    expect(gift('One {T}\n \t\nTwo {F}').items.map(({ stem }) => stem)).toEqual(['One', 'Two', 'Other']);
  });

  test.each([
    [':Alone', 'Alone'],
    [' : a b', 'a b'],
    [': top/x/a&amp;b', 'a&amp;b'],
  ])('$CATEGORY%s is named %s', (category, title) => {
    expect(gift(`$CATEGORY${category}\n\nStem {T}`).title).toBe(title);
  });

  test('braces the wrong way round are no answers', () => {
    for (const place of ['}Stem{', 'Stem} more', 'Stem{ more'])
      expect(gift(place).passedOver).toEqual([{ place, why: 'kind' }]);
  });

  test('a comment names and tags an item, and is no part of it', () => {
    const [item] = gift('// [tag:a] and [tag:b\\:c]\n// [id: q-1 ]\nStem {T}').items;
    expect(item).toMatchObject({ id: 'q-1', stem: 'Stem', tags: ['a', 'b:c'] });
  });

  test('only a comment names and tags an item, and one that stands alone is no item', () => {
    const { items, passedOver } = gift('// [id:x] alone\n\nStem [id:y] [tag:z] {T}\n  // [id: q ]');
    expect(items[0]).toMatchObject({ id: 'q', tags: [] });
    expect(passedOver).toEqual([]);
  });

  test.each<[string, object]>([
    ['T', { type: 'truth', right: true }],
    ['false', { type: 'truth', right: false }],
    [
      '~%33.333%a ~%66.667%b ~c#no',
      { type: 'multiple', options: [option('a', true), option('b', true), option('c', false, 'no')] },
    ],
    ['~%50%a ~b', { type: 'multiple', options: [option('a', true), option('b', false)] }],
    ['=a#yes ~b', { type: 'choice', options: [option('a', true), option('b', false)] }],
    ['#=%50%2 =%100%3', { type: 'number', amount: 3, tolerance: 0 }],
    ['#~%100%4 =5', { type: 'number', amount: 5, tolerance: 0 }],
    ['#.5..1.5', { type: 'number', amount: 1, tolerance: 0.5 }],
    ['#5..1', { type: 'number', amount: 3, tolerance: 2 }],
    ['#1E2', { type: 'number', amount: 100, tolerance: 0 }],
    ['=a->1 ~b->2', { type: 'choice', options: [option('a->1', true), option('b->2', false)] }],
    ['#5#well, it is', { type: 'number', amount: 5, tolerance: 0 }],
    ['#5 : 2', { type: 'number', amount: 5, tolerance: 2 }],
    ['#1e2:1e1', { type: 'number', amount: 100, tolerance: 10 }],
    [' T ', { type: 'truth', right: true }],
    [' #5 ', { type: 'number', amount: 5, tolerance: 0 }],
    ['#1e12:2e-10', { type: 'number', amount: 1e12, tolerance: 2e-10 }],
    ['#1 .. 5', { type: 'number', amount: 3, tolerance: 2 }],
    ['T#no#yes,\nit is', { type: 'truth', right: true, feedback: 'no' }],
    ['=a =b ~c', { type: 'multiple', options: [option('a', true), option('b', true), option('c', false)] }],
  ])('{%s} is asked so and not otherwise', (answers, body) => {
    const [item] = gift(`Stem {${answers}}`).items;
    expect(item?.body).toEqual(body);
    expect(item?.explanation).toBe('');
  });

  test.each(['#1..5 apples', '#about 1..5', '#about 5', '#5 apples', '#5:some'])(
    '{%s} is no number',
    (text) => {
      expect(gift(`Stem {${text}}`).passedOver).toEqual([{ place: 'Stem', why: 'key' }]);
    },
  );
});

describe('moodle-xml', () => {
  const stem = '<questiontext><text>Stem</text></questiontext>';
  const quiz = (inner: string): ReadDeck => read('moodle-xml', `<quiz>${inner}</quiz>`);
  const essay = `${stem}<graderinfo><text>Back</text></graderinfo>`;

  test('refuses what is something else', () => {
    expect(read('moodle-xml', '<quiz>\n<a>')).toMatchObject({
      problem: { type: 'not-this-format', line: 2 },
    });
    expect(read('moodle-xml', '<other/>')).toEqual({ ok: false, problem: { type: 'not-this-format' } });
  });

  test('is named for the last part of its category', () => {
    const category = '<question type="category"><category><text> top/X/A//B </text></category></question>';
    const deck = valueOf(quiz(`${category}<question type="essay">${essay}</question>`));
    expect(deck).toMatchObject({ title: 'A/B', passedOver: [] });
    expect(valueOf(quiz(`<question type="essay">${essay}</question>`)).title).toBe('My file');
  });

  test('takes names, tags and what is said after it', () => {
    const more = `<idnumber> q-1\n</idnumber><generalfeedback><text>Why</text></generalfeedback>
      <tags><tag><text>a</text></tag><tag><text>b</text></tag></tags>`;
    const deck = valueOf(
      quiz(`<question type="essay">${essay}${more}</question><question type="essay">${essay}</question>`),
    );
    expect(deck.items).toMatchObject([
      { id: 'q-1', explanation: 'Why', tags: ['a', 'b'] },
      { explanation: '', tags: [] },
    ]);
  });

  test('a single gap keeps the name, and a number is read without its tolerance', () => {
    const cloze = (text: string): DeckFile =>
      valueOf(
        quiz(
          `<question type="cloze"><idnumber>g</idnumber><questiontext><text>${text}</text></questiontext></question>`,
        ),
      );
    expect(cloze('{1:SA:=x}?').items.map(({ id }) => id)).toEqual(['g']);
    expect(cloze('{1:SAX:=x}?').passedOver).toMatchObject([{ why: 'kind' }]);
    const { items } = cloze('{1:NM:=2.5: 0.1} or {1:MC:=a~b~c#no}');
    expect(items.map(({ stem: own }) => own)).toEqual(['____ or a', '2.5 or ____']);
    expect(items[1]?.body).toEqual({
      type: 'choice',
      options: [option('a', true), option('b', false), option('c', false, 'no')],
    });
  });

  test('a gap may stand for the twelfth word', () => {
    const words = Array.from(
      { length: 12 },
      (_, at) => `<selectoption><text>w${at + 1}</text></selectoption>`,
    );
    const text = '<questiontext><text>It is [[12]].</text></questiontext>';
    const deck = quiz(`<question type="gapselect">${text}${words.join('')}</question>`);
    expect(valueOf(deck).items[0]?.body).toMatchObject({
      options: expect.arrayContaining([option('w12', true), option('w1', false)]),
    });
  });

  describe('a gap', () => {
    const gap = (text: string, type = 'cloze'): unknown => {
      const deck = quiz(
        `<question type="${type}"><questiontext><text>${text}</text></questiontext></question>`,
      );
      return first(deck);
    };

    test.each<[string, object]>([
      ['{1:MC:=a~~b}', { type: 'choice', options: [option('a', true), option('b', false)] }],
      ['{1:MC:=a~b=c}', { type: 'choice', options: [option('a', true), option('b=c', false)] }],
      ['{1:MC:=a#yes~b}', { type: 'choice', options: [option('a', true), option('b', false)] }],
      ['{1:MCVS:=a~b}', { type: 'choice', options: [option('a', true), option('b', false)] }],
      [
        '{1:MRHS:%33.333%a~%66.667%b~c}',
        { type: 'multiple', options: [option('a', true), option('b', true), option('c', false)] },
      ],
      [
        '{1:MC:=a~%50%b~c}',
        { type: 'multiple', options: [option('a', true), option('b', true), option('c', false)] },
      ],
      ['{1:SA:=a\\ b}', { type: 'text', accepted: ['a b'] }],
      ['{1:MWC:=a}', { type: 'text', accepted: ['a'] }],
    ])('%s is asked so and not otherwise', (text, body) => {
      expect(gap(`It is ${text}`)).toEqual({ ...body, stem: 'It is ____' });
    });

    test('is filled in the stem of another with what is right there, if only in part', () => {
      const text = '{1:MR:~a~%50%b~%50%c} and {1:SA:%50%d~=e}';
      const question = `<question type="cloze"><questiontext><text>${text}</text></questiontext></question>`;
      expect(valueOf(quiz(question)).items.map(({ stem: own }) => own)).toEqual(['____ and e', 'b and ____']);
      const empty = question.replace(text, '({1:SA:}) and {1:SA:=e}');
      expect(valueOf(quiz(empty)).items.map(({ stem: own }) => own)).toEqual(['() and ____']);
    });

    test.each(['MC', 'MR', 'SA', 'NM'])('of kind %s without anything right has no key', (kind) => {
      expect(gap(`{1:${kind}:~5~6}`)).toBe('key');
    });

    test.each(['ASA', 'SAA', 'ANM', 'NMA', 'AMC', 'MCA'])('%s is no kind of gap', (kind) => {
      expect(gap(`{1:${kind}:=5~6}`)).toBe('kind');
    });

    test.each(['xcloze', 'clozex', 'xgapselect', 'ddwtosx'])('%s is no question with gaps', (type) => {
      expect(gap('{1:SA:=x} and [[1]]', type)).toBe('kind');
    });
  });

  test('spaces around a plain text are nothing, and a pair without a target is unfit', () => {
    const answer = '<answer fraction="100" format="plain_text"><text> a </text></answer>';
    expect(first(quiz(`<question type="shortanswer">${stem}${answer}</question>`))).toMatchObject({
      accepted: ['a'],
    });
    const pairs =
      '<subquestion><text>a</text><answer><text>1</text></answer></subquestion><subquestion><text>b</text></subquestion>';
    expect(first(quiz(`<question type="matching">${stem}${pairs}</question>`))).toBe('shape');
  });

  test('spaces around what says that one is right are nothing', () => {
    const answers = '<answer fraction="100"><text>a</text></answer><answer><text>b</text></answer>';
    const question = `<question type="multichoice">${stem}<single> true\n</single>${answers}</question>`;
    expect(first(quiz(question))).toMatchObject({ type: 'choice' });
  });

  test.each(['untrue', 'truely', 'false', '10'])('<single>%s</single> may have several right', (single) => {
    const answers = `<answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer>`;
    const question = `<question type="multichoice">${stem}<single>${single}</single>${answers}</question>`;
    expect(first(quiz(question))).toMatchObject({ type: 'multiple' });
  });

  test('says nothing where nothing is said of a wrong answer', () => {
    const answers = '<answer fraction="100"><text>true</text></answer><answer><text>false</text></answer>';
    expect(first(quiz(`<question type="truefalse">${stem}${answers}</question>`))).toEqual({
      type: 'truth',
      right: true,
      stem: 'Stem',
    });
  });
});

describe('qti-item', () => {
  const item = (body: string, declaration = 'baseType="string"'): unknown =>
    first(
      read(
        'qti-item',
        `<assessmentItem identifier="i"><responseDeclaration identifier="RESPONSE" ${declaration}><correctResponse><value>a</value></correctResponse></responseDeclaration><itemBody>${body}</itemBody></assessmentItem>`,
      ),
    );
  const entry = '<textEntryInteraction responseIdentifier="RESPONSE"/>';

  test('refuses what is something else', () => {
    expect(read('qti-item', '<a>\n<b></a>')).toMatchObject({ problem: { type: 'not-this-format', line: 2 } });
    expect(read('qti-item', '<quiz/>')).toEqual({ ok: false, problem: { type: 'not-this-format' } });
  });

  test('a gap on a line of its own says nothing, where there is anything else', () => {
    expect(item(`<p>Stem</p><p>${entry}</p>`)).toMatchObject({ stem: 'Stem' });
    expect(item(`<p>${entry}</p>`)).toMatchObject({ stem: '____' });
    expect(item(`<p>One<br/>two  ${entry}</p>`)).toMatchObject({ stem: 'One\ntwo ____' });
  });

  test('two interactions are passed over', () => {
    expect(item(`<p>Stem ${entry} ${entry}</p>`)).toBe('kind');
  });

  test('a choice may stand in a line', () => {
    const choices =
      '<inlineChoice identifier="a">A</inlineChoice><inlineChoice identifier="b">B</inlineChoice>';
    const body = `<p>It is <inlineChoiceInteraction responseIdentifier="RESPONSE">${choices}</inlineChoiceInteraction>.</p>`;
    expect(item(body, '')).toEqual({
      type: 'choice',
      options: [option('A', true), option('B', false)],
      stem: 'It is ____.',
    });
  });

  test.each(['rubricBlock', 'feedbackBlock', 'feedbackInline'])('%s is no part of what is asked', (name) => {
    expect(item(`<p>Stem</p><${name}>hidden</${name}><p>is it ${entry}</p>`)).toMatchObject({
      stem: 'Stem\nis it ____',
    });
  });
});
