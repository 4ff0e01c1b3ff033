import { describe, expect, test } from 'vitest';
import { hashText } from '#core/item/random.ts';
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

  test('empty lines are nothing, wherever they stand', () => {
    const deck = valueOf(read('aiken', '\nWho\n\nwas it?\nA. a\n\nB. b\n\nANSWER: A\n'));
    expect(deck.items.map(({ stem }) => stem)).toEqual(['Who\nwas it?']);
    expect(deck.passedOver).toEqual([]);
  });

  test('spaces at the beginning and the end of a line are nothing', () => {
    expect(first(read('aiken', ' Who? \n  A. a \n B. b\n ANSWER: A '))).toEqual({
      type: 'choice',
      options: [option('a', true), option('b', false)],
      stem: 'Who?',
    });
  });

  test('only the beginning of a line says what is right, or is an option', () => {
    const deck = read('aiken', 'The ANSWER: A, or\n(A. no)?\nA. a\nB. b\nANSWER: B');
    expect(first(deck)).toEqual({
      type: 'choice',
      options: [option('a', false), option('b', true)],
      stem: 'The ANSWER: A, or\n(A. no)?',
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
  test.each(['Question', 'Question text', 'Question  text', ' Question ', 'Stem', 'FRONT', 'Term', 'Prompt'])(
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

  test.each(['Questions', 'My question', 'Question texts', 'Promptly', 'A prompt'])(
    '%s is no such heading',
    (head) => {
      expect(valueOf(read('csv', `${head},Answer\nWho?,Me`)).items).toHaveLength(2);
    },
  );

  test.each(['Explanation', 'Answer explanation', 'Feedback', 'Note', 'Notes'])('%s explains', (head) => {
    const [item] = valueOf(read('csv', `Question,Answer,${head}\nWho?,Me,Why`)).items;
    expect(item?.explanation).toBe('Why');
  });

  test.each(['Tag', 'Tags', 'Keyword', 'Keywords'])('%s are tags', (head) => {
    const [item] = valueOf(read('csv', `GUID,Question,Answer,${head}\ng1,Who?,Me,"a, b;c"`)).items;
    expect(item).toMatchObject({ id: 'g1', tags: ['a', 'b', 'c'] });
  });

  test.each(['My id', 'Ids', 'The tags', 'Tagset', 'My notes', 'Notes too', 'An option 1'])(
    'what stands under %s is left away',
    (head) => {
      const deck = valueOf(read('csv', `Question,Answer,${head}\nWho?,Me,x`));
      expect(deck.items).toMatchObject([{ stem: 'Who?', body: { type: 'card' }, explanation: '', tags: [] }]);
      expect(deck.items[0]?.id).not.toBe('x');
    },
  );

  test.each(['A correct answer', 'My answer', 'Keys', 'Backs'])('nothing right stands under %s', (head) => {
    expect(valueOf(read('csv', `Question,${head}\nWho?,Me`)).items).toHaveLength(2);
  });

  test('a row may be short, and one without an id is named for its stem', () => {
    const deck = valueOf(read('csv', 'Id,Question,Answer,Notes\n,Who?,Me\n,What?,That,Why'));
    expect(deck.items.map(({ explanation }) => explanation)).toEqual(['', 'Why']);
    expect(deck.items.map(({ id }) => id)).toEqual(['Who?', 'What?'].map((stem) => `h${hashText(stem)}`));
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
    ["'=1;'-2", { stem: '=1', back: '-2' }],
    ['Who; what?,Me', { stem: 'Who; what?', back: 'Me' }],
    ['"Who\nwas it?",Me', { stem: 'Who\nwas it?', back: 'Me' }],
    ["Question,Answer\nIs it'=5?,Me", { stem: "Is it'=5?" }],
    [
      'Question,Option 1,Option 2,Correct answer\nWho?,"Me, too",You,"ME, TOO"',
      { type: 'choice', options: [option('Me, too', true), option('You', false)] },
    ],
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

  test('spaces around a field are nothing', () => {
    expect(first(read('tsv', ' Who? \t Me '))).toMatchObject({ stem: 'Who?', back: 'Me' });
  });

  test('further fields explain, a line each', () => {
    const [item] = valueOf(read('tsv', 'Who?\tMe\ta\t\tb')).items;
    expect(item).toMatchObject({ explanation: 'a\nb', tags: [] });
    const [tagged] = valueOf(read('tsv', '#tags column: 3\nWho?\tMe\ta')).items;
    expect(tagged).toMatchObject({ explanation: '', tags: ['a'] });
  });

  test('a head may have spaces, and one that is not there says nothing', () => {
    expect(valueOf(read('tsv', '#separator: pipe \n#html: true \n<b>Who?</b>|Me'))).toMatchObject({
      title: 'My file',
      items: [{ stem: 'Who?' }],
    });
  });

  test('a line may have nothing but its id', () => {
    expect(valueOf(read('tsv', '#guid column:1\nid-1\nid-2\tWho?\tMe'))).toMatchObject({
      items: [{ id: 'id-2' }],
      passedOver: [{ place: 'id-1', why: 'key' }],
    });
  });

  test('a line of one field is passed over beside lines of two', () => {
    expect(valueOf(read('tsv', 'alone\nWho?\tMe'))).toMatchObject({
      items: [{ stem: 'Who?' }],
      passedOver: [{ place: 'alone', why: 'key' }],
    });
  });

  test('lines end as on any system, and tags stand between spaces', () => {
    const { items } = valueOf(read('tsv', '#tags column:3\r\nOne\t1\tab cd\rTwo\t2\t\r\n'));
    expect(items.map(({ stem, tags }) => [stem, tags])).toEqual([
      ['One', ['ab', 'cd']],
      ['Two', []],
    ]);
  });
});
