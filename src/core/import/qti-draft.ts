import { allIn, elementsIn, textIn } from '../file/xml-read.ts';
import type { XmlElement, XmlNode } from '../file/xml-write.ts';
import type { OwnBody, OwnOption } from '../own/own-item.ts';
import type { Draft } from './deck-file.ts';
import { qtiTolerance } from './qti-tolerance.ts';

/** An item of QTI, with the names of version 2. Only items of one interaction can be asked here. */
export function qtiDraft(item: XmlElement): Draft {
  const [body] = elementsIn(item, 'itemBody');
  const interactions = body ? interactionsIn(body) : [];
  const [interaction] = interactions;
  const { identifier } = item.attributes;
  const feedback = feedbackIn(item);
  const own = interaction && interactions.length === 1 ? bodyOf(item, interaction, feedback) : undefined;
  const chosen = new Set(interaction ? choicesIn(interaction).map(idOf) : []);
  return {
    ...(identifier !== undefined && { name: String(identifier) }),
    stem: body ? stemOf(body) : '',
    body: own,
    explanation: feedback
      .filter(({ id }) => !chosen.has(id))
      .map(({ text }) => text)
      .join('\n'),
  };
}

const interactionsIn = (body: XmlElement): readonly XmlElement[] =>
  elementsIn(body).flatMap((child) => [
    ...(child.name.endsWith('Interaction') ? [child] : []),
    ...interactionsIn(child),
  ]);

const idOf = ({ attributes }: XmlElement): string => String(attributes.identifier ?? '');

const choicesIn = (interaction: XmlElement): readonly XmlElement[] => [
  ...allIn(interaction, 'simpleChoice'),
  ...allIn(interaction, 'inlineChoice'),
];

interface Feedback {
  readonly id: string;
  readonly text: string;
}

const feedbackIn = (item: XmlElement): readonly Feedback[] =>
  elementsIn(item, 'modalFeedback').map((node) => ({ id: idOf(node), text: linesOf(node) }));

/** Blocks of text end a line; a field to write in is a gap; choices are no part of what is asked. */
const blocks = new Set(['p', 'div', 'prompt', 'li', 'h1', 'h2', 'h3', 'blockquote', 'contentBody', 'tr']);
const fields = new Set(['textEntryInteraction', 'inlineChoiceInteraction']);
const skipped = new Set(['simpleChoice', 'simpleMatchSet', 'rubricBlock', 'feedbackBlock', 'feedbackInline']);

const linesOf = (node: XmlElement): string =>
  node.children
    .map(written)
    .join('')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

function written(node: XmlNode): string {
  if (typeof node !== 'object') return [node].join('').replace(/\s/g, ' ');
  if (skipped.has(node.name)) return '';
  if (fields.has(node.name)) return '____';
  if (node.name === 'br') return '\n';
  const inner = node.children.map(written).join('');
  return blocks.has(node.name) ? `\n${inner}\n` : inner;
}

/** A gap that stands on a line of its own says nothing. */
const stemOf = (body: XmlElement): string =>
  linesOf(body)
    .split('\n')
    .filter((line, _, lines) => line !== '____' || lines.length === 1)
    .join('\n');

function bodyOf(
  item: XmlElement,
  interaction: XmlElement,
  feedback: readonly Feedback[],
): OwnBody | 'key' | undefined {
  const declaration = elementsIn(item, 'responseDeclaration').find(
    (node) => idOf(node) === String(interaction.attributes.responseIdentifier ?? 'RESPONSE'),
  );
  if (!declaration) return 'key';
  const right = allIn(declaration, 'correctResponse').flatMap((node) => allIn(node, 'value').map(textIn));
  switch (interaction.name) {
    case 'choiceInteraction':
    case 'inlineChoiceInteraction':
      return choiceOf(declaration, choicesIn(interaction), right, feedback);
    case 'orderInteraction':
      return orderOf(choicesIn(interaction), right);
    case 'matchInteraction':
      return matchOf(interaction, right);
    case 'textEntryInteraction':
      return entryOf(item, declaration, right);
    default:
      return undefined;
  }
}

function choiceOf(
  { attributes }: XmlElement,
  choices: readonly XmlElement[],
  right: readonly string[],
  feedback: readonly Feedback[],
): OwnBody | 'key' {
  const options = choices.map((choice): OwnOption => {
    const correct = right.includes(idOf(choice));
    const said = feedback.find(({ id }) => id === idOf(choice))?.text;
    return { text: linesOf(choice), correct, ...(!correct && said && { feedback: said }) };
  });
  if (!options.some(({ correct }) => correct)) return 'key';
  return { type: attributes.cardinality === 'multiple' ? 'multiple' : 'choice', options };
}

function orderOf(choices: readonly XmlElement[], right: readonly string[]): OwnBody | 'key' {
  const texts = new Map(choices.map((choice) => [idOf(choice), linesOf(choice)]));
  const tiles = right.flatMap((id) => texts.get(id) ?? []);
  return tiles.length === choices.length ? { type: 'order', tiles } : 'key';
}

function matchOf(interaction: XmlElement, right: readonly string[]): OwnBody | 'key' | undefined {
  const [left = [], targets = []] = elementsIn(interaction, 'simpleMatchSet').map((set) =>
    elementsIn(set, 'simpleAssociableChoice'),
  );
  const pairs = right.map((pair) => pair.trim().split(/\s+/));
  // Something that belongs to two targets cannot be asked as joining.
  if (new Set(pairs.map(([id]) => id)).size < pairs.length) return undefined;
  const rows = left.map((choice) => {
    const target = pairs.find(([id]) => id === idOf(choice))?.[1];
    return { text: linesOf(choice), target: targets.findIndex((own) => idOf(own) === target) };
  });
  return rows.some(({ target }) => target < 0)
    ? 'key'
    : { type: 'match', rows, targets: targets.map(linesOf) };
}

function entryOf(item: XmlElement, declaration: XmlElement, right: readonly string[]): OwnBody | 'key' {
  const [first] = right;
  const type = declaration.attributes.baseType;
  if (type === 'float' || type === 'integer') {
    const amount = Number(first ?? Number.NaN);
    return Number.isFinite(amount)
      ? { type: 'number', amount, tolerance: qtiTolerance(item, amount) }
      : 'key';
  }
  const mapped = allIn(declaration, 'mapEntry').flatMap(({ attributes }) =>
    Number(attributes.mappedValue) > 0 ? [String(attributes.mapKey ?? '').trim()] : [],
  );
  const accepted = [...new Set([...right, ...mapped])].filter((text) => text !== '');
  return accepted.length > 0 ? { type: 'text', accepted } : 'key';
}
