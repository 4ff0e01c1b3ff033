import { element } from '../file/xml-write.ts';
import type { XmlElement, XmlNode } from '../file/xml-write.ts';
import type { CarriedItem } from './carried.ts';
import { explanationWithSources } from './explanation.ts';
import { taskOf } from './qti-interaction.ts';
import type { QtiTask } from './qti-interaction.ts';
import { shortName } from './short-name.ts';

/** An item of QTI with the names of 3.0: declared, shown, marked and explained. */
export function qtiItem(item: CarriedItem): XmlElement {
  const task = taskOf(item.body);
  const explanation = explanationOf(item);
  return element(
    'qti-assessment-item',
    {
      identifier: qtiName(item.id),
      title: shortName(item.stem),
      adaptive: 'false',
      'time-dependent': 'false',
      'xml:lang': item.language,
    },
    responseDeclaration(task),
    element(
      'qti-outcome-declaration',
      { identifier: 'SCORE', cardinality: 'single', 'base-type': 'float', 'normal-maximum': 1 },
      element('qti-default-value', {}, value('0')),
    ),
    outcome('FEEDBACK', task.cardinality === 'multiple' ? 'multiple' : 'single', task.feedback.length > 0),
    outcome('EXPLANATION', 'single', explanation !== ''),
    element('qti-item-body', {}, ...task.interaction(item.stem)),
    responseProcessing(task, explanation !== ''),
    ...task.feedback.map(([identifier, text]) => modalFeedback('FEEDBACK', identifier, text)),
    explanation === '' ? undefined : modalFeedback('EXPLANATION', 'explanation', explanation),
  );
}

/** Identifiers begin with a letter. */
export const qtiName = (id: string): string => `i-${id.replace(/[^\w.-]/g, '-')}`;

/** What a free answer is held against belongs to its explanation: QTI has no other place for it. */
const explanationOf = (item: CarriedItem): string =>
  [item.body.kind === 'open' ? item.body.answer : '', explanationWithSources(item)]
    .filter((text) => text !== '')
    .join('\n');

const value = (text: string): XmlElement => element('qti-value', {}, text);

function responseDeclaration({ cardinality, baseType, correct, marks }: QtiTask): XmlElement {
  const lower = baseType === 'string' ? { 'case-sensitive': 'false' } : {};
  return element(
    'qti-response-declaration',
    { identifier: 'RESPONSE', cardinality, 'base-type': baseType },
    correct.length > 0 ? element('qti-correct-response', {}, ...correct.map(value)) : undefined,
    marks &&
      element(
        'qti-mapping',
        { 'lower-bound': 0, 'upper-bound': 1, 'default-value': 0 },
        ...marks.map(([key, share]) =>
          element('qti-map-entry', { 'map-key': key, 'mapped-value': shareText(share), ...lower }),
        ),
      ),
  );
}

/** Shares add up to one: rounded up at the sixth place, and bounded above. */
const shareText = (share: number): string =>
  String(Math.sign(share) * (Math.ceil(Math.abs(share) * 1e6 - 1e-6) / 1e6));

const outcome = (identifier: string, cardinality: string, isUsed: boolean): XmlNode =>
  isUsed
    ? element('qti-outcome-declaration', { identifier, cardinality, 'base-type': 'identifier' })
    : undefined;

const variable = element('qti-variable', { identifier: 'RESPONSE' });
const set = (identifier: string, expression: XmlElement): XmlElement =>
  element('qti-set-outcome-value', { identifier }, expression);
const base = (type: string, text: string): XmlElement =>
  element('qti-base-value', { 'base-type': type }, text);

function responseProcessing(task: QtiTask, hasExplanation: boolean): XmlElement {
  const isOpen = task.correct.length === 0;
  return element(
    'qti-response-processing',
    {},
    isOpen ? undefined : scoring(task),
    task.feedback.length > 0 ? set('FEEDBACK', variable) : undefined,
    hasExplanation ? set('EXPLANATION', base('identifier', 'explanation')) : undefined,
  );
}

function scoring(task: QtiTask): XmlElement {
  const given = element('qti-not', {}, element('qti-is-null', {}, variable));
  const [test, marks] = task.marks
    ? [given, element('qti-map-response', { identifier: 'RESPONSE' })]
    : [isRight(task), base('float', '1')];
  return element(
    'qti-response-condition',
    {},
    element('qti-response-if', {}, test, set('SCORE', marks)),
    element('qti-response-else', {}, set('SCORE', base('float', '0'))),
  );
}

function isRight({ tolerance, correct }: QtiTask): XmlElement {
  if (tolerance === undefined) {
    return element('qti-match', {}, variable, element('qti-correct', { identifier: 'RESPONSE' }));
  }
  const amount = Number(correct[0]);
  const bound = (test: string, by: number): XmlElement =>
    element(test, {}, variable, base('float', String(Number((amount + by).toFixed(9)))));
  return element('qti-and', {}, bound('qti-gte', -tolerance), bound('qti-lte', tolerance));
}

const modalFeedback = (outcomeName: string, identifier: string, text: string): XmlElement =>
  element(
    'qti-modal-feedback',
    { 'outcome-identifier': outcomeName, 'show-hide': 'show', identifier },
    element('qti-content-body', {}, ...text.split('\n').map((line) => element('p', {}, line))),
  );
