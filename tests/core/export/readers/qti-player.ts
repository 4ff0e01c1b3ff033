import { DOMParser } from '@xmldom/xmldom';
import type { Element, Node } from '@xmldom/xmldom';

/** A response as QTI holds it: no value, one, or a list. */
export type QtiValues = readonly string[];

/** What came of an item's response processing. */
export type Outcomes = ReadonlyMap<string, readonly string[]>;

/**
 * A small player of its own: reads an item of QTI 2.1 or 3.0 by the specification, knows nothing of the program that
 * wrote it, and runs its response processing. Throws at whatever it does not know.
 */
export function qtiItem(xml: string) {
  const { documentElement: root } = new DOMParser({
    onError: (level, message) => {
      throw new TypeError(`${level}: ${message}`);
    },
  }).parseFromString(xml, 'application/xml');
  if (!root || nameOf(root) !== 'assessmentItem') throw new TypeError('Not an item');
  const declaration = one(root, 'responseDeclaration');
  const correct = allBelow(declaration, 'correctResponse').flatMap((node) => valuesIn(node));
  return {
    root,
    identifier: attribute(root, 'identifier'),
    baseType: attribute(declaration, 'baseType'),
    cardinality: attribute(declaration, 'cardinality'),
    correct,
    process: (given: QtiValues): Outcomes => processed(root, declaration, given, correct),
    feedbackFor(outcomes: Outcomes): readonly string[] {
      return allBelow(root, 'modalFeedback')
        .filter((node) =>
          outcomes.get(attribute(node, 'outcomeIdentifier'))?.includes(attribute(node, 'identifier')),
        )
        .map((node) => allBelow(node, 'p').map(textIn).join('\n'));
    },
  };
}

/** Names as in 2.1, whichever version says them. */
const older = (name: string): string =>
  name.replace(/^qti-/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
export const nameOf = (node: Node): string => older(node.nodeName);
export const textIn = (node: Node): string => node.textContent ?? '';

export function attribute(node: Element, name: string): string {
  const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return node.getAttribute(node.nodeName.startsWith('qti-') ? dashed : name) ?? '';
}

const children = (node: Element): Element[] =>
  [...node.childNodes].filter((inner): inner is Element => inner.nodeType === 1);

export const allBelow = (node: Element, name: string): Element[] =>
  children(node).flatMap((inner) => [...(nameOf(inner) === name ? [inner] : []), ...allBelow(inner, name)]);

export function one(node: Element, name: string): Element {
  const [found, ...more] = allBelow(node, name);
  if (!found || more.length > 0) throw new TypeError(`Not one ${name}`);
  return found;
}

const valuesIn = (node: Element): string[] => allBelow(node, 'value').map(textIn);

function processed(root: Element, declaration: Element, given: QtiValues, correct: QtiValues): Outcomes {
  const outcomes = new Map<string, readonly string[]>();
  const declared = new Map(
    allBelow(root, 'outcomeDeclaration').map((node) => [attribute(node, 'identifier'), node]),
  );
  for (const [identifier, node] of declared) outcomes.set(identifier, valuesIn(node));
  const scope = { declaration, given, correct };
  const run = (rule: Element): void => {
    const [first, ...rest] = children(rule);
    switch (nameOf(rule)) {
      case 'setOutcomeValue':
        if (!declared.has(attribute(rule, 'identifier')) || !first) throw new TypeError('No such outcome');
        outcomes.set(attribute(rule, 'identifier'), valueOf(first, scope));
        return;
      case 'responseCondition': {
        const branch = children(rule).find(
          (part) => nameOf(part) === 'responseElse' || isTrue(children(part)[0], scope),
        );
        const rules = branch ? children(branch) : [];
        (branch && nameOf(branch) === 'responseElse' ? rules : rules.slice(1)).forEach(run);
        return;
      }
      default:
        throw new TypeError(`No rule: ${nameOf(rule)} ${rest.length}`);
    }
  };
  children(one(root, 'responseProcessing')).forEach(run);
  return outcomes;
}

interface Scope {
  readonly declaration: Element;
  readonly given: QtiValues;
  readonly correct: QtiValues;
}

function isTrue(expression: Element | undefined, scope: Scope): boolean {
  if (!expression) throw new TypeError('No condition');
  const [first, second] = children(expression);
  switch (nameOf(expression)) {
    case 'not':
      return !isTrue(first, scope);
    case 'and':
      return children(expression).every((part) => isTrue(part, scope));
    case 'isNull':
      return first !== undefined && valueOf(first, scope).length === 0;
    case 'match':
      return isSame(valueOf(present(first), scope), valueOf(present(second), scope), scope.declaration);
    case 'gte':
      return number(first, scope) >= number(second, scope);
    case 'lte':
      return number(first, scope) <= number(second, scope);
    default:
      throw new TypeError(`No condition: ${nameOf(expression)}`);
  }
}

function present(node: Element | undefined): Element {
  if (!node) throw new TypeError('An expression lacks a part');
  return node;
}

/** Nothing compares with what is not there. */
const number = (node: Element | undefined, scope: Scope): number => {
  const [value] = valueOf(present(node), scope);
  return value === undefined || value === '' ? Number.NaN : Number(value);
};

/** Order counts for ordered values only. */
function isSame(a: QtiValues, b: QtiValues, declaration: Element): boolean {
  const canonical = (values: QtiValues): string =>
    (attribute(declaration, 'cardinality') === 'multiple' ? values.toSorted() : [...values]).join('\n');
  return a.length > 0 && canonical(a) === canonical(b);
}

function valueOf(expression: Element, { declaration, given, correct }: Scope): readonly string[] {
  switch (nameOf(expression)) {
    case 'variable':
      return given;
    case 'correct':
      return correct;
    case 'baseValue':
      return [textIn(expression)];
    case 'mapResponse':
      return [String(mapped(one(declaration, 'mapping'), given))];
    default:
      throw new TypeError(`No expression: ${nameOf(expression)}`);
  }
}

function mapped(mapping: Element, given: QtiValues): number {
  const entries = allBelow(mapping, 'mapEntry');
  const sum = given.reduce((total, value) => {
    const entry = entries.find((own) => {
      const key = attribute(own, 'mapKey');
      return attribute(own, 'caseSensitive') === 'false'
        ? key.toLowerCase() === value.toLowerCase()
        : key === value;
    });
    return total + Number(entry ? attribute(entry, 'mappedValue') : attribute(mapping, 'defaultValue'));
  }, 0);
  return Math.min(
    Number(attribute(mapping, 'upperBound')),
    Math.max(Number(attribute(mapping, 'lowerBound')), sum),
  );
}
