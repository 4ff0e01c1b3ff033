import { describe, expect, test } from 'vitest';
import { olderNames } from '#core/import/qti-names.ts';
import { hashText } from '#core/item/random.ts';
import { first, option, read, valueOf } from './reading.ts';

const right = (...values: readonly string[]): string =>
  `<correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>`;

const item = (declaration: string, body: string, more = ''): unknown =>
  first(
    read(
      'qti-item',
      `<assessmentItem identifier="i"><responseDeclaration identifier="RESPONSE" ${declaration}</responseDeclaration><itemBody>${body}</itemBody>${more}</assessmentItem>`,
    ),
  );

const entry = '<textEntryInteraction responseIdentifier="RESPONSE"/>';

describe('what is asked', () => {
  const stemOf = (body: string): unknown => item(`>${right('a')}`, `${body} ${entry}`);

  test.each(['p', 'div', 'prompt', 'li', 'h1', 'h2', 'h3', 'blockquote', 'contentBody', 'tr'])(
    'a <%s> is a line of its own',
    (name) => {
      expect(stemOf(`one<${name}>two</${name}>three`)).toMatchObject({ stem: 'one\ntwo\nthree ____' });
    },
  );

  test('other marks, and the lines of the file, are none', () => {
    expect(stemOf('one  <b> two</b>\nthree')).toMatchObject({ stem: 'one two three ____' });
  });

  test('choices and sets of a match are no part of it', () => {
    const choices =
      '<simpleChoice identifier="a">A</simpleChoice><simpleChoice identifier="b">B</simpleChoice>';
    const choice = `<choiceInteraction><prompt>Which?</prompt>${choices}</choiceInteraction>`;
    expect(item(`>${right('a')}`, choice)).toEqual({
      type: 'choice',
      options: [option('A', true), option('B', false)],
      stem: 'Which?',
    });
  });

  test('of two declarations the one that it names says what is right', () => {
    const other = (name: string, value: string): string =>
      `<responseDeclaration identifier="${name}" baseType="string">${right(value)}</responseDeclaration>`;
    const text = `<assessmentItem>${other('ONE', 'a')}${other('TWO', 'b')}<itemBody>Stem <textEntryInteraction responseIdentifier="TWO"/></itemBody></assessmentItem>`;
    const deck = valueOf(read('qti-item', text));
    expect(deck.items).toMatchObject([
      { id: `h${hashText('Stem ____')}`, body: { type: 'text', accepted: ['b'] } },
    ]);
  });

  test('what is said of a right choice is not said, for nobody is told that it is wrong', () => {
    const body =
      '<choiceInteraction><simpleChoice identifier="a">A</simpleChoice><simpleChoice identifier="b">B</simpleChoice></choiceInteraction>';
    const said = ['a', 'b'].map((id) => `<modalFeedback identifier="${id}">${id}?</modalFeedback>`);
    expect(item(`>${right('a')}`, `Stem${body}`, said.join(''))).toMatchObject({
      options: [{ text: 'A', correct: true }, option('B', false, 'b?')],
    });
    expect(item(`>${right('a')}`, `Stem${body}`, said.join(''))).not.toHaveProperty('options.0.feedback');
  });

  test('an item without anything in it is passed over by its name', () => {
    const { passedOver } = valueOf(read('qti-item', '<assessmentItem identifier="i"/>'));
    expect(passedOver).toEqual([{ place: 'i', why: 'kind' }]);
  });

  test('what is said of no choice explains', () => {
    const more =
      '<modalFeedback identifier="x"><p>Why</p></modalFeedback><modalFeedback identifier="y">More</modalFeedback>';
    const text = `<assessmentItem identifier="i"><responseDeclaration identifier="RESPONSE">${right('a')}</responseDeclaration><itemBody>Stem ${entry}</itemBody>${more}</assessmentItem>`;
    expect(valueOf(read('qti-item', text)).items[0]?.explanation).toBe('Why\nMore');
  });
});

describe('joining', () => {
  const choices = (...ids: readonly string[]): string =>
    `<simpleMatchSet>${ids.map((id) => `<simpleAssociableChoice identifier="${id}">${id.toUpperCase()}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`;
  const match = (...pairs: readonly string[]): unknown =>
    item(
      `>${right(...pairs)}`,
      `<p>Stem</p><matchInteraction responseIdentifier="RESPONSE">${choices('a', 'b')}${choices('x', 'y')}</matchInteraction>`,
    );

  test('a pair may have spaces around and between', () => {
    expect(match(' a \n y ', 'b x')).toEqual({
      type: 'match',
      rows: [
        { text: 'A', target: 1 },
        { text: 'B', target: 0 },
      ],
      targets: ['X', 'Y'],
      stem: 'Stem',
    });
  });

  test('nothing to join is unfit', () => {
    const body = '<p>Stem</p><matchInteraction responseIdentifier="RESPONSE"/>';
    expect(item('><correctResponse/>', body)).toBe('shape');
  });

  test('something that no pair names has no key', () => {
    expect(match('a x')).toBe('key');
  });
});

describe('a number', () => {
  const number = (processing: string, type = 'float', value = '200'): unknown =>
    item(
      `baseType="${type}">${right(value)}`,
      `Stem ${entry}`,
      `<responseProcessing>${processing}</responseProcessing>`,
    );
  const bound = (name: string, value: string): string => `<${name}><baseValue>${value}</baseValue></${name}>`;

  test.each<[string, string, number]>([
    ['nothing', '', 0],
    ['a tolerance', '<equal tolerance="3"/>', 3],
    ['one that is not the same both ways: the first', '<equal tolerance="2.5 4"/>', 2.5],
    ['one below nothing', '<equal tolerance="-3 3"/>', 3],
    ['a share', '<equal toleranceMode="relative" tolerance="5 5"/>', 10],
    ['a tolerance before bounds', `<equal tolerance="3"/>${bound('gt', '100')}${bound('lt', '300')}`, 3],
    ['words, so the bounds', `<equal tolerance="much"/>${bound('gte', '190')}${bound('lte', '210')}`, 10],
    ['bounds that are in', bound('gte', '199') + bound('lte', '201'), 1],
    ['bounds that are out', bound('gt', '199') + bound('lt', '201'), 1],
    ['the wider of two', bound('gt', '150') + bound('lt', '201'), 50],
    ['a single bound', bound('lt', '201'), 0],
    ['a bound in words', bound('gt', '199') + bound('lt', 'many'), 0],
  ])('%s: %s', (_, processing, tolerance) => {
    expect(number(processing)).toEqual({ type: 'number', amount: 200, tolerance, stem: 'Stem ____' });
  });

  test('the dust of binary fractions is no tolerance', () => {
    expect(number(bound('gte', '0.2') + bound('lte', '0.4'), 'float', '0.3')).toMatchObject({
      tolerance: 0.1,
    });
  });

  test('below nothing, a share is of its size', () => {
    const share = '<equal toleranceMode="relative" tolerance="5"/>';
    expect(number(share, 'float', '-200')).toMatchObject({ amount: -200, tolerance: 10 });
  });

  test('may be whole', () => {
    expect(number('', 'integer', '7')).toMatchObject({ type: 'number', amount: 7 });
    expect(number('', 'string', '7')).toMatchObject({ type: 'text', accepted: ['7'] });
  });
});

test('only at its beginning does a name lose what QTI 3 puts there', () => {
  const named = (name: string): string => olderNames({ name, attributes: {}, children: [] }).name;
  expect(['qti-choice-interaction', 'my-qti-choice'].map(named)).toEqual([
    'choiceInteraction',
    'myQtiChoice',
  ]);
});
