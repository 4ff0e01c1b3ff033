import { describe, expect, test } from 'vitest';
import type { ReadDeck } from '#core/import/deck-file.ts';
import { importFormats } from '#core/import/formats/index.ts';
import { first, option, read } from './reading.ts';

describe('qti-item', () => {
  const item = (declaration: string, body: string, more = ''): unknown =>
    first(
      read(
        'qti-item',
        `<assessmentItem identifier="i"><responseDeclaration identifier="RESPONSE" ${declaration}</responseDeclaration>${body}${more}</assessmentItem>`,
      ),
    );
  const right = (...values: readonly string[]): string =>
    `<correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>`;
  const choice = (name: string, inner: string): string =>
    `<itemBody><p>Stem</p><${name} responseIdentifier="RESPONSE">${inner}</${name}></itemBody>`;
  const choices =
    '<simpleChoice identifier="a">A</simpleChoice><simpleChoice identifier="b">B</simpleChoice>';
  const entry = '<itemBody><p>Stem <textEntryInteraction responseIdentifier="RESPONSE"/></p></itemBody>';
  const sets = `<simpleMatchSet><simpleAssociableChoice identifier="a">A</simpleAssociableChoice><simpleAssociableChoice identifier="b">B</simpleAssociableChoice></simpleMatchSet>
    <simpleMatchSet><simpleAssociableChoice identifier="x">X</simpleAssociableChoice><simpleAssociableChoice identifier="y">Y</simpleAssociableChoice></simpleMatchSet>`;
  const tolerance = (inner: string): string => `<responseProcessing>${inner}</responseProcessing>`;
  const float = `baseType="float">${right('200')}`;

  test.each<[string, () => unknown]>([
    ['no body', () => item(`>${right('a')}`, '')],
    ['no interaction', () => item(`>${right('a')}`, '<itemBody><p>Stem</p></itemBody>')],
    ['a kind that is not asked', () => item(`>${right('a')}`, choice('sliderInteraction', ''))],
  ])('%s is passed over', (_, found) => {
    expect(found()).toBe('kind');
  });

  test.each<[string, () => unknown]>([
    ['no right choice', () => item(`>${right('c')}`, choice('choiceInteraction', choices))],
    [
      'nothing that says what is right',
      () => item(`>`, choice('choiceInteraction', choices).replace('"RESPONSE"', '"OTHER"')),
    ],
    ['an order that lacks one', () => item(`>${right('a')}`, choice('orderInteraction', choices))],
    ['a pair that lacks its target', () => item(`>${right('a z', 'b x')}`, choice('matchInteraction', sets))],
    ['no number', () => item('baseType="integer">', entry)],
    ['a number in words', () => item(`baseType="float">${right('two')}`, entry)],
    [
      'no words',
      () =>
        item(
          `baseType="string"><mapping><mapEntry mapKey="x" mappedValue="0"/><mapEntry mappedValue="1"/></mapping>`,
          entry,
        ),
    ],
  ])('%s: nothing says what is right', (_, found) => {
    expect(found()).toBe('key');
  });

  test('something that belongs to two targets is passed over', () => {
    expect(item(`>${right('a x', 'a y')}`, choice('matchInteraction', sets))).toBe('kind');
  });

  test.each<[string, () => unknown, object]>([
    [
      'choice',
      () => item(`cardinality="single">${right('a')}`, choice('choiceInteraction', choices)),
      { type: 'choice', options: [option('A', true), option('B', false)] },
    ],
    [
      'several',
      () => item(`cardinality="multiple">${right('a')}`, choice('choiceInteraction', choices)),
      { type: 'multiple' },
    ],
    [
      'what is said of a choice',
      () =>
        item(
          `>${right('a')}`,
          choice('choiceInteraction', choices),
          '<modalFeedback identifier="b"><p>no</p></modalFeedback>',
        ),
      { options: [option('A', true), option('B', false, 'no')] },
    ],
    [
      'order',
      () => item(`>${right('b', 'a')}`, choice('orderInteraction', choices)),
      { type: 'order', tiles: ['B', 'A'] },
    ],
    [
      'match',
      () => item(`>${right('a y', 'b x')}`, choice('matchInteraction', sets)),
      {
        type: 'match',
        rows: [
          { text: 'A', target: 1 },
          { text: 'B', target: 0 },
        ],
        targets: ['X', 'Y'],
      },
    ],
    [
      'an interaction without a name',
      () =>
        item(
          `>${right('a')}`,
          choice('choiceInteraction', choices).replace(' responseIdentifier="RESPONSE"', ''),
        ),
      { type: 'choice' },
    ],
    [
      'words',
      () =>
        item(
          `baseType="string">${right('One')}<mapping><mapEntry mapKey=" Uno " mappedValue="1"/></mapping>`,
          entry,
        ),
      { type: 'text', accepted: ['One', 'Uno'], stem: 'Stem ____' },
    ],
    ['a number', () => item(float, entry), { type: 'number', amount: 200, tolerance: 0 }],
    ['a tolerance', () => item(float, entry, tolerance('<equal tolerance="-3 3"/>')), { tolerance: 3 }],
    [
      'a relative one',
      () => item(float, entry, tolerance('<equal toleranceMode="relative" tolerance="5"/>')),
      { tolerance: 10 },
    ],
    ['one in words', () => item(float, entry, tolerance('<equal tolerance="much"/>')), { tolerance: 0 }],
    ['none', () => item(float, entry, tolerance('<equal/>')), { tolerance: 0 }],
    [
      'two bounds',
      () =>
        item(
          float,
          entry,
          tolerance('<gte><baseValue>198</baseValue></gte><lte><baseValue>201</baseValue></lte>'),
        ),
      { tolerance: 2 },
    ],
    [
      'one bound',
      () => item(float, entry, tolerance('<gt><baseValue>198</baseValue></gt>')),
      { tolerance: 0 },
    ],
  ])('reads %s', (_, found, expected) => {
    expect(found()).toMatchObject(expected);
  });

  test('reads an item without a name, and choices without one as wrong', () => {
    const unnamed = read(
      'qti-item',
      `<assessmentItem><responseDeclaration identifier="RESPONSE">${right('a')}</responseDeclaration>${choice('choiceInteraction', choices.replace(' identifier="b"', ''))}</assessmentItem>`,
    );
    expect(first(unnamed)).toMatchObject({ options: [option('A', true), option('B', false)] });
  });

  test('an order may name what is not there', () => {
    expect(item(`>${right('b', 'z', 'a')}`, choice('orderInteraction', choices))).toMatchObject({
      tiles: ['B', 'A'],
    });
  });
});

describe('qti', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const packed = (manifest: string, files: Readonly<Record<string, string>>): ReadDeck => {
    const archive = Object.entries({ 'imsmanifest.xml': manifest, ...files });
    return importFormats.qti.takes === 'archive'
      ? importFormats.qti.read(
          archive.map(([path, text]) => ({ path, bytes: bytes(text) })),
          'My file.zip',
        )
      : expect.fail('Takes an archive');
  };
  const card = (id: string): string =>
    `<assessmentItem identifier="${id}"><responseDeclaration identifier="RESPONSE" baseType="string"><correctResponse><value>A</value></correctResponse></responseDeclaration><itemBody><p>${id}?</p><textEntryInteraction responseIdentifier="RESPONSE"/></itemBody></assessmentItem>`;

  test('takes titles, tags and files as they are named, and counts what cannot be read', () => {
    const deck = packed(
      `<manifest><resource href="./one.xml"><string>sahel</string><string/></resource><resource/><resource href="test.xml"/><resource href="broken.xml"/><resource href="not-there.xml"/></manifest>`,
      { 'one.xml': card('one'), 'test.xml': '<assessmentTest/>', 'broken.xml': '<a>', 'notes.txt': 'x' },
    );
    expect(deck).toMatchObject({
      ok: true,
      value: {
        title: 'My file',
        items: [{ tags: ['sahel'] }],
        passedOver: [{ place: 'broken.xml', why: 'kind' }],
      },
    });
    const named = packed('<manifest><resource href="t.xml"/><resource href="one.xml"/></manifest>', {
      't.xml': '<assessmentTest title="The test"/>',
      'one.xml': card('one'),
    });
    expect(named.ok && named.value.title).toBe('The test');
    const files = { 'a./one.xml': card('one'), 'two.html': card('two') };
    expect(
      packed('<manifest><resource href="a./one.xml"/><resource href="two.html"/></manifest>', files),
    ).toMatchObject({ value: { items: [{ id: 'one' }], passedOver: [] } });
    expect(packed('<manifest/>', {})).toMatchObject({ problem: { type: 'no-items' } });
  });
});
