import { utf8Of } from '../../file/utf8.ts';
import { element, xmlDocument } from '../../file/xml-write.ts';
import type { XmlElement, XmlNode } from '../../file/xml-write.ts';
import type { Body, CarriedItem, CarriedOption } from '../carried.ts';
import { explanationWithSources } from '../explanation.ts';
import { fractionOf } from '../fractions.ts';
import { htmlOf } from '../html.ts';
import { shortName } from '../short-name.ts';
import type { Format } from '../format.ts';

/** Moodle XML (docs.moodle.org/en/Moodle_XML_format); ordering since Moodle 4.4. */
export const moodleXml: Format = {
  id: 'moodle-xml',
  ending: 'moodle.xml',
  mime: 'application/xml',
  can: {
    kinds: new Set(['choice', 'true-false', 'multiple', 'text', 'number', 'match', 'order', 'open']),
    optionFeedback: true,
    explanation: 'with-sources',
    partialMarks: new Set(['multiple', 'match', 'order']),
  },
  write: (items, { title }) =>
    utf8Of(xmlDocument(element('quiz', {}, category(title), ...items.map(itemElement)))),
};

const category = (title: string): XmlElement =>
  element(
    'question',
    { type: 'category' },
    element('category', {}, textElement(`$course$/top/${title.replaceAll('/', '//')}`)),
  );

const types: Readonly<Record<Body['kind'], string>> = {
  choice: 'multichoice',
  multiple: 'multichoice',
  'true-false': 'truefalse',
  text: 'shortanswer',
  number: 'numerical',
  match: 'matching',
  order: 'ordering',
  open: 'essay',
  card: 'essay',
};

function itemElement(item: CarriedItem): XmlElement {
  const { id, stem, body, tags } = item;
  return element(
    'question',
    { type: types[body.kind] },
    element('name', {}, textElement(shortName(stem))),
    html('questiontext', stem),
    html('generalfeedback', explanationWithSources(item)),
    element('defaultgrade', {}, '1'),
    element('penalty', {}, '0.3333333'),
    element('hidden', {}, '0'),
    element('idnumber', {}, id),
    ...bodyElements(body),
    element('tags', {}, ...tags.map((tag) => element('tag', {}, textElement(tag)))),
  );
}

const textElement = (text: string): XmlElement => element('text', {}, text);

const html = (name: string, text: string): XmlElement =>
  element(name, { format: 'html' }, textElement(htmlOf(text)));

function bodyElements(body: Body): readonly XmlNode[] {
  switch (body.kind) {
    case 'choice':
      return [
        ...ofChoice(true),
        ...body.options.map((option) => optionElement(option, option.correct ? '100' : '0')),
      ];
    case 'multiple': {
      const share = fractionOf(body.options.filter(({ correct }) => correct).length);
      return [
        ...ofChoice(false),
        ...body.options.map((option) => optionElement(option, option.correct ? share : `-${share}`)),
      ];
    }
    case 'true-false':
      return [true, false].map((side) => truthElement(side, body));
    case 'text':
      return [
        element('usecase', {}, '0'),
        ...body.accepted.map((text) => plainAnswer(text.replaceAll('*', String.raw`\*`))),
      ];
    case 'number':
      return [plainAnswer(String(body.amount), element('tolerance', {}, String(body.tolerance)))];
    case 'match':
      return [element('shuffleanswers', {}, 'true'), ...pairElements(body)];
    case 'order':
      return orderElements(body);
    case 'open':
      return essayElements(body.answer);
    case 'card':
      return [];
  }
}

const ofChoice = (single: boolean): readonly XmlElement[] => [
  element('single', {}, String(single)),
  element('shuffleanswers', {}, 'true'),
  element('answernumbering', {}, 'abc'),
];

const optionElement = ({ text, feedback }: CarriedOption, fraction: string): XmlElement =>
  element(
    'answer',
    { fraction, format: 'html' },
    textElement(htmlOf(text)),
    html('feedback', feedback ?? ''),
  );

function truthElement(side: boolean, { right, feedback }: Extract<Body, { kind: 'true-false' }>): XmlElement {
  const isRight = side === right;
  return element(
    'answer',
    { fraction: isRight ? 100 : 0, format: 'moodle_auto_format' },
    textElement(String(side)),
    html('feedback', isRight ? '' : (feedback ?? '')),
  );
}

const plainAnswer = (text: string, ...more: readonly XmlElement[]): XmlElement =>
  element(
    'answer',
    { fraction: '100', format: 'moodle_auto_format' },
    textElement(text),
    html('feedback', ''),
    ...more,
  );

function pairElements({ rows, targets }: Extract<Body, { kind: 'match' }>): readonly XmlElement[] {
  const used = new Set(rows.map(({ target }) => target));
  const pair = (text: string, answer: string): XmlElement =>
    element(
      'subquestion',
      { format: 'html' },
      textElement(htmlOf(text)),
      element('answer', {}, textElement(answer)),
    );
  return [
    ...rows.map(({ text, target }) => pair(text, targets[target] ?? '')),
    ...targets.filter((_, index) => !used.has(index)).map((text) => pair('', text)),
  ];
}

/** The tiles stand in the right order; marks by the share of pairs of neighbours. */
const orderElements = ({ tiles, solution }: Extract<Body, { kind: 'order' }>): readonly XmlElement[] => [
  element('layouttype', {}, 'VERTICAL'),
  element('selecttype', {}, 'ALL'),
  element('selectcount', {}, String(tiles.length)),
  element('gradingtype', {}, 'RELATIVE_NEXT_EXCLUDE_LAST'),
  element('showgrading', {}, 'SHOW'),
  element('numberingstyle', {}, 'none'),
  ...solution.map((place, index) =>
    element('answer', { fraction: index + 1, format: 'html' }, textElement(htmlOf(tiles[place] ?? ''))),
  ),
];

const essayElements = (answer: string): readonly XmlElement[] => [
  element('responseformat', {}, 'plain'),
  element('responserequired', {}, '1'),
  element('responsefieldlines', {}, '3'),
  element('attachments', {}, '0'),
  element('attachmentsrequired', {}, '0'),
  html('graderinfo', answer),
  html('responsetemplate', ''),
];
