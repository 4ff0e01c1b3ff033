import { describe, expect, test } from 'vitest';
import { first, option, read, valueOf } from './reading.ts';

describe('aiken', () => {
  test('a stem may have lines, and one without an answer is passed over', () => {
    const { items, passedOver } = valueOf(
      read('aiken', 'Who\nwas it?\nA. a\nB. b\nANSWER: A\n\nA stem\nleft over'),
    );
    expect(items[0]?.stem).toBe('Who\nwas it?');
    expect(passedOver).toEqual([{ place: 'A stem left over', why: 'key' }]);
  });

  test.each(['A.  a\nB.\tb\nANSWER:B', 'A. a\nB. b\nANSWER:   B'])('takes any space in %j', (text) => {
    expect(first(read('aiken', `Who?\n${text}`))).toMatchObject({
      options: [option('a', false), option('b', true)],
    });
  });

  test('says the line of an answer without a stem', () => {
    expect(read('aiken', '\nANSWER: A')).toEqual({
      ok: false,
      problem: { type: 'not-this-format', line: 2 },
    });
  });
});

describe('csv', () => {
  test.each(['Question', 'Question text', 'Stem', 'FRONT', 'Term', 'Prompt'])(
    'a stem stands under %s',
    (head) => {
      expect(first(read('csv', `Number,${head},Answer\n7,Who?,Me`))).toMatchObject({ stem: 'Who?' });
    },
  );

  test.each([
    'Correct answer',
    'CorrectAnswer',
    'Correct answer(s) by number',
    'Answer',
    'Key',
    'Back',
    'Definition',
    'Response',
  ])('what is right stands under %s', (head) => {
    expect(first(read('csv', `Question,${head}\nWho?,Me`))).toMatchObject({ back: 'Me' });
  });

  test.each(['Option', 'Answer', 'Choice', 'Option '])('options stand under %s and a number', (head) => {
    expect(
      first(read('csv', `Question,${head}1,${head}2 (wrong),Correct answer\nWho?,Me,You,1`)),
    ).toMatchObject({ options: [option('Me', true), option('You', false)] });
  });

  test.each(['Questions', 'My question', 'Question texts', 'Promptly'])('%s is no such heading', (head) => {
    expect(valueOf(read('csv', `${head},Answer\nWho?,Me`)).items).toHaveLength(2);
  });

  test.each(['Explanation', 'Answer explanation', 'Feedback', 'Note', 'Notes'])('%s explains', (head) => {
    const [item] = valueOf(read('csv', `Question,Answer,${head}\nWho?,Me,Why`)).items;
    expect(item?.explanation).toBe('Why');
  });

  test.each(['Tag', 'Tags', 'Keyword', 'Keywords'])('%s are tags', (head) => {
    const [item] = valueOf(read('csv', `GUID,Question,Answer,${head}\ng1,Who?,Me,"a, b;c"`)).items;
    expect(item).toMatchObject({ id: 'g1', tags: ['a', 'b', 'c'] });
  });

  test('the heading may be the second row, and not the third', () => {
    expect(first(read('csv', 'Question,Notes\nQuestion,Answer\nWho?,Me'))).toMatchObject({ back: 'Me' });
    const rows = 'Sun,Soleil\nMoon,Lune\nQuestion,Answer\nWho?,Me';
    expect(valueOf(read('csv', rows)).items).toHaveLength(4);
  });

  test.each(['a,b\nc,d,e', 'a', ''])('refuses %j', (text) => {
    expect(read('csv', text)).toEqual({ ok: false, problem: { type: 'not-this-format' } });
  });

  test.each<[string, object]>([
    ['Correct answer,Question,Option 1,Option 2\n1,Who?,Me', { type: 'text', accepted: ['Me'] }],
    ['Question,Option 1,Correct answer\nWho?,Me,', { type: 'text', accepted: ['Me'] }],
    ['Question,Option 1,Option 2,Correct answer\nWho?,Me,You,b', { type: 'choice' }],
    ['Question,Option 1,Option 2,Correct answer\nWho?,"A, B",You,"a, b"', { type: 'multiple' }],
    ['Question;Answer\nWho, then?;Me', { stem: 'Who, then?', back: 'Me' }],
    ['Question;Answer\nWho?;=1', { back: '=1' }],
    ['Question,Answer\n Who? , Me ', { stem: 'Who?', back: 'Me' }],
  ])('reads %j', (text, expected) => {
    expect(first(read('csv', text))).toMatchObject(expected);
  });
});

describe('tsv', () => {
  test.each([
    ['comma', ','],
    ['Semicolon', ';'],
    ['space', ' '],
    ['tab', '\t'],
    ['!', '!'],
  ])('takes %s as what stands between', (word, sign) => {
    expect(first(read('tsv', `#separator:${word}\nWho?${sign}Me`))).toMatchObject({
      stem: 'Who?',
      back: 'Me',
    });
  });

  test('marks of layout are a text where the head does not say otherwise', () => {
    for (const head of ['', '#html:false\n'])
      expect(first(read('tsv', `${head}Who <b>\t<i>Me</i>`))).toMatchObject({
        stem: 'Who <b>',
        back: '<i>Me</i>',
      });
  });

  test('further fields explain, a line each', () => {
    const [item] = valueOf(read('tsv', 'Who?\tMe\ta\t\tb')).items;
    expect(item).toMatchObject({ explanation: 'a\nb', tags: [] });
  });

  test('lines end as on any system, and tags stand between spaces', () => {
    const { items } = valueOf(read('tsv', '#tags column:3\r\nOne\t1\ta b\rTwo\t2\t\r\n'));
    expect(items.map(({ stem, tags }) => [stem, tags])).toEqual([
      ['One', ['a', 'b']],
      ['Two', []],
    ]);
  });
});
