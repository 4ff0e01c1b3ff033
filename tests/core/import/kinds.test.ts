import { describe, expect, test } from 'vitest';
import { first, option, read } from './reading.ts';

describe('gift', () => {
  const answered = (answers: string): unknown => {
    const deck = read('gift', `Stem {${answers}}\n\nOther {T}`);
    const body = first(deck);
    return deck.ok && deck.value.items.length < 2 ? deck.value.passedOver[0]?.why : body;
  };

  test.each<[string, unknown]>([
    ['', 'key'],
    ['#### Because', { type: 'card', back: 'Because' }],
    ['~a ~b', 'key'],
    ['~%0%a ~%100%b#not said', { type: 'choice', options: [option('a', false), option('b', true)] }],
    ['~%-25%a#no ~%50%b', { type: 'multiple', options: [option('a', false, 'no'), option('b', true)] }],
    ['=%50%half', 'key'],
    ['=%100%whole =%50%half', { type: 'text', accepted: ['whole'] }],
    ['#about five', 'key'],
    ['#5', { type: 'number', amount: 5, tolerance: 0 }],
    ['#5:0.5#well', { type: 'number', amount: 5, tolerance: 0.5 }],
    ['#-1.5..2', { type: 'number', amount: 0.25, tolerance: 1.75 }],
    ['#=1e3:1e-2 =%50%2', { type: 'number', amount: 1000, tolerance: 0.01 }],
    ['t#no#yes', { type: 'truth', right: true, feedback: 'no' }],
    [
      '=a -> 1 =b -> 2 = -> 3',
      {
        type: 'match',
        rows: [
          { text: 'a', target: 0 },
          { text: 'b', target: 1 },
        ],
        targets: ['1', '2', '3'],
      },
    ],
    [
      '=a\\=b\\{c\\}\\~\\#\\:\\\\d\\ne ~f',
      { type: 'choice', options: [option('a=b{c}~#:\\d\ne', true), option('f', false)] },
    ],
    ['words', 'kind'],
  ])('{%s}', (answers, expected) => {
    const found = answered(answers);
    if (typeof expected === 'object') expect(found).toMatchObject(expected ?? {});
    else expect(found).toBe(expected);
  });

  test('an empty category leaves the name of the file, and a doubled slash is one', () => {
    const title = (category: string): unknown => {
      const deck = read('gift', `$CATEGORY: ${category}\n\nStem {T}`);
      return deck.ok && deck.value.title;
    };
    expect(title('')).toBe('My file');
    expect(title('$course$/top/')).toBe('My file');
    expect(title('top/A//B')).toBe('A/B');
    expect(title('Alone')).toBe('Alone');
  });
});

describe('moodle-xml', () => {
  const question = (type: string, inner: string): unknown =>
    first(read('moodle-xml', `<quiz><question type="${type}">${inner}</question></quiz>`));
  const stem = '<questiontext><text>Stem</text></questiontext>';
  const answer = (share: string, text: string, more = ''): string =>
    `<answer ${share && `fraction="${share}"`}><text>${text}</text>${more}</answer>`;
  const said = '<feedback><text>no</text></feedback>';

  test.each<[string, string, unknown]>([
    ['essay', stem, 'key'],
    ['essay', `${stem}<graderinfo><text>Back</text></graderinfo>`, { type: 'card', back: 'Back' }],
    ['essay', `${stem}<graderinfo></graderinfo>`, 'key'],
    ['essay', '<graderinfo><text>Back</text></graderinfo>', 'shape'],
    ['multichoice', stem + answer('0', 'a') + answer('', 'b'), 'key'],
    [
      'multichoice',
      `${stem}<single>true</single>${answer('100', 'a', said)}${answer('0', 'b', said)}`,
      { type: 'choice', options: [option('a', true), option('b', false, 'no')] },
    ],
    [
      'multichoice',
      `${stem}<single>1</single>${answer('50', 'a')}${answer('50', 'b')}${answer('', 'c')}`,
      { type: 'multiple', options: [option('a', true), option('b', true), option('c', false)] },
    ],
    ['multichoice', `${stem}${answer('100', 'a')}${answer('0', 'b')}`, { type: 'multiple' }],
    ['truefalse', stem + answer('50', 'true'), 'key'],
    [
      'truefalse',
      stem + answer('100', 'false') + answer('0', 'true', said),
      { type: 'truth', right: false, feedback: 'no' },
    ],
    ['truefalse', stem + answer('100', 'true'), { type: 'truth', right: true }],
    ['shortanswer', stem + answer('50', 'half'), 'key'],
    ['shortanswer', stem + answer('100', 'any*'), 'kind'],
    ['shortanswer', stem + answer('100', 'a\\*') + answer('100', '*'), { type: 'text', accepted: ['a*'] }],
    ['numerical', stem, 'key'],
    ['numerical', stem + answer('100', 'seven'), 'key'],
    ['numerical', stem + answer('100', ''), 'key'],
    ['numerical', stem + answer('50', '6') + answer('100', '7'), { type: 'number', amount: 7, tolerance: 0 }],
    ['numerical', stem + answer('100', '7', '<tolerance>0.5</tolerance>'), { amount: 7, tolerance: 0.5 }],
    ['numerical', stem + answer('100', '7', '<tolerance>x</tolerance>'), { amount: 7, tolerance: 0 }],
    [
      'matching',
      `${stem}<subquestion><text>a</text><answer><text>1</text></answer></subquestion>
       <subquestion><text>b</text><answer><text>1</text></answer></subquestion>
       <subquestion><text></text><answer><text>2</text></answer></subquestion>`,
      {
        type: 'match',
        rows: [
          { text: 'a', target: 0 },
          { text: 'b', target: 0 },
        ],
        targets: ['1', '2'],
      },
    ],
    ['matching', `${stem}<subquestion><text>a</text></subquestion>`, 'shape'],
    [
      'ordering',
      `${stem}${answer('2', 'second')}${answer('1', 'first')}${answer('3', 'third')}`,
      { type: 'order', tiles: ['first', 'second', 'third'] },
    ],
    ['cloze', '<questiontext><text>{1:NM:=x}</text></questiontext>', 'key'],
    ['cloze', '<questiontext><text>{1:SA:%50%x}</text></questiontext>', 'key'],
    ['cloze', '<questiontext><text>{1:SA:=x*}</text></questiontext>', 'kind'],
    ['cloze', '<questiontext><text>{1:SHUFFLE:=x}</text></questiontext>', 'kind'],
    [
      'cloze',
      '<questiontext><text>It is {1:NM:= 5}</text></questiontext>',
      { stem: 'It is ____', amount: 5, tolerance: 0 },
    ],
    [
      'cloze',
      '<questiontext><text>It is {1:MC: = a # yes ~ b # no ~ %-50% c}</text></questiontext>',
      { type: 'choice', options: [option('a', true), option('b', false, 'no'), option('c', false)] },
    ],
  ])('%s %s', (type, inner, expected) => {
    const found = question(type, inner);
    if (typeof expected === 'object') expect(found).toMatchObject(expected ?? {});
    else expect(found).toBe(expected);
  });

  test('a text that says it is plain is taken as it is', () => {
    for (const [format, shown] of [
      ['plain_text', 'a <b>b</b>'],
      ['markdown', 'a <b>b</b>'],
      ['html', 'a b'],
    ] as const)
      expect(
        question(
          'essay',
          `<questiontext format="${format}"><text><![CDATA[ a <b>b</b> ]]></text></questiontext><graderinfo><text>x</text></graderinfo>`,
        ),
      ).toMatchObject({ stem: shown });
  });
});
