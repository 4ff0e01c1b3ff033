import { element } from '../file/xml-write.ts';
import type { XmlElement, XmlNode } from '../file/xml-write.ts';
import type { Body, CarriedOption } from './carried.ts';

/** How an item is answered in QTI, with the names of 3.0. */
export interface QtiTask {
  readonly cardinality: 'single' | 'multiple' | 'ordered';
  readonly baseType: 'identifier' | 'string' | 'float' | 'directedPair';
  /** What is right, as values of the response; of several wordings the usual one. */
  readonly correct: readonly string[];
  /** Marks of single values, where what is partly right earns some; -1..1. */
  readonly marks?: readonly (readonly [value: string, marks: number])[];
  /** How far a number may be off. */
  readonly tolerance?: number;
  /** What is shown for a value that was chosen. */
  readonly feedback: readonly (readonly [value: string, text: string])[];
  readonly interaction: (stem: string) => readonly XmlNode[];
}

const response = { 'response-identifier': 'RESPONSE' } as const;

export function taskOf(body: Body): QtiTask {
  switch (body.kind) {
    case 'choice':
      return choiceTask(body.options);
    case 'multiple':
      return multipleTask(body.options);
    case 'text':
      return textTask(body.accepted);
    case 'number':
      return numberTask(body.amount, body.tolerance);
    case 'order':
      return orderTask(body);
    case 'match':
      return matchTask(body);
    case 'true-false':
    case 'card':
    case 'open':
      return openTask;
  }
}

const letter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);
const paragraph = (...children: readonly XmlNode[]): XmlElement => element('p', {}, ...children);
const prompt = (stem: string): XmlElement => element('qti-prompt', {}, stem);

const feedbackOf = (options: readonly CarriedOption[]): QtiTask['feedback'] =>
  options.flatMap(({ feedback }, index) =>
    feedback === undefined ? [] : [[letter(index), feedback] as const],
  );

const keysOf = (options: readonly CarriedOption[]): readonly string[] =>
  options.flatMap(({ correct }, index) => (correct ? [letter(index)] : []));

function choices(options: readonly CarriedOption[], most: number) {
  const simple = options.map(({ text }, index) =>
    element('qti-simple-choice', { identifier: letter(index) }, text),
  );
  const attributes = { ...response, shuffle: 'true', 'max-choices': most };
  return (stem: string) => [element('qti-choice-interaction', attributes, prompt(stem), ...simple)];
}

const choiceTask = (options: readonly CarriedOption[]): QtiTask => ({
  cardinality: 'single',
  baseType: 'identifier',
  correct: keysOf(options),
  feedback: feedbackOf(options),
  interaction: choices(options, 1),
});

function multipleTask(options: readonly CarriedOption[]): QtiTask {
  const keys = keysOf(options);
  const share = 1 / Math.max(1, keys.length);
  return {
    cardinality: 'multiple',
    baseType: 'identifier',
    correct: keys,
    marks: options.map(({ correct }, index) => [letter(index), correct ? share : -share]),
    feedback: feedbackOf(options),
    interaction: choices(options, 0),
  };
}

const textTask = (accepted: readonly string[]): QtiTask => ({
  cardinality: 'single',
  baseType: 'string',
  correct: accepted.slice(0, 1),
  marks: accepted.map((text) => [text, 1]),
  feedback: [],
  interaction: entry(Math.max(10, ...accepted.map((text) => text.length))),
});

const numberTask = (amount: number, tolerance: number): QtiTask => ({
  cardinality: 'single',
  baseType: 'float',
  correct: [String(amount)],
  tolerance,
  feedback: [],
  interaction: entry(10),
});

/** A gap in the stem is where the answer is typed. */
const entry = (length: number) => (stem: string) => {
  const field = element('qti-text-entry-interaction', { ...response, 'expected-length': length });
  const [before = '', ...after] = stem.split('____');
  return after.length === 1 ? [paragraph(before, field, after[0])] : [paragraph(stem), paragraph(field)];
};

function orderTask({ tiles, solution }: Extract<Body, { kind: 'order' }>): QtiTask {
  const simple = tiles.map((text, index) =>
    element('qti-simple-choice', { identifier: letter(index) }, text),
  );
  return {
    cardinality: 'ordered',
    baseType: 'identifier',
    correct: solution.map(letter),
    feedback: [],
    interaction: (stem) => [
      element('qti-order-interaction', { ...response, shuffle: 'false' }, prompt(stem), ...simple),
    ],
  };
}

function matchTask({ rows, targets }: Extract<Body, { kind: 'match' }>): QtiTask {
  const correct = rows.map(({ target }, index) => `S${index + 1} T${target + 1}`);
  const side = (name: string, texts: readonly string[], most: number): XmlElement =>
    element(
      'qti-simple-match-set',
      {},
      ...texts.map((text, index) =>
        element(
          'qti-simple-associable-choice',
          { identifier: `${name}${index + 1}`, 'match-max': most },
          text,
        ),
      ),
    );
  const sets = [
    side(
      'S',
      rows.map(({ text }) => text),
      1,
    ),
    side('T', targets, rows.length),
  ];
  const attributes = { ...response, shuffle: 'false', 'max-associations': rows.length };
  return {
    cardinality: 'multiple',
    baseType: 'directedPair',
    correct,
    marks: correct.map((pair) => [pair, 1 / rows.length]),
    feedback: [],
    interaction: (stem) => [element('qti-match-interaction', attributes, prompt(stem), ...sets)],
  };
}

const openTask: QtiTask = {
  cardinality: 'single',
  baseType: 'string',
  correct: [],
  feedback: [],
  interaction: (stem) => [
    element('qti-extended-text-interaction', { ...response, 'expected-lines': 3 }, prompt(stem)),
  ],
};
