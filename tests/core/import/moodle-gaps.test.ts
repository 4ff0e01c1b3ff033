import { expect, test } from 'vitest';
import { importFormats } from '#core/import/formats/index.ts';

test('moodle-xml asks each gap of a text, with the others filled', () => {
  const words = (name: string, ...of: readonly (readonly [string, number])[]): string =>
    of.map(([word, group]) => `<${name}><text>${word}</text><group>${group}</group></${name}>`).join('');
  const format = importFormats['moodle-xml'];
  const read =
    format.takes === 'text' &&
    format.read(
      `<quiz>
      <question type="cloze"><idnumber>g</idnumber><questiontext format="html"><text><![CDATA[<p>{1:SHORTANSWER:=Niamey#Yes~=Niamey City~%50%Niame} lies on the {:MCV:~Nile#No~=Niger~Volta}, {2:NM:=2.5:0.1} km away ({1:MR:=a\\~b~%50%c~d}).</p>]]></text></questiontext></question>
      <question type="ddwtos"><questiontext><text>[[1]] is the capital of [[3]].</text></questiontext>${words('dragbox', ['Niamey', 1], ['Zinder', 1], ['Niger', 2], ['Mali', 2])}</question>
      <question type="gapselect"><questiontext><text>A [[2]] and [[9]].</text></questiontext>${words('selectoption', ['x', 1], ['y', 1])}</question>
      <question type="cloze"><questiontext><text>No gap at all</text></questiontext></question></quiz>`,
      'x',
    );
  if (!read || !read.ok) throw new TypeError(JSON.stringify(read));
  const { items, passedOver } = read.value;
  const shown = items.map(({ stem, body }) => [
    stem,
    body.type === 'choice' || body.type === 'multiple'
      ? body.options.map(
          ({ text: own, correct, feedback }) => `${correct ? '=' : '~'}${own}${feedback ?? ''}`,
        )
      : body,
  ]);
  expect(shown).toEqual([
    ['____ lies on the Niger, 2.5 km away (a~b).', { type: 'text', accepted: ['Niamey', 'Niamey City'] }],
    ['Niamey lies on the ____, 2.5 km away (a~b).', ['~NileNo', '=Niger', '~Volta']],
    ['Niamey lies on the Niger, ____ km away (a~b).', { type: 'number', amount: 2.5, tolerance: 0.1 }],
    ['Niamey lies on the Niger, 2.5 km away (____).', ['=a~b', '=c', '~d']],
    ['____ is the capital of Niger.', ['=Niamey', '~Zinder']],
    ['Niamey is the capital of ____.', ['=Niger', '~Mali']],
    ['A ____ and .', ['~x', '=y']],
  ]);
  expect(items[0]?.id).toBe('g-1');
  expect(passedOver.map(({ why }) => why)).toEqual(['key', 'kind']);
});
