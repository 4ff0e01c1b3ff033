import type { OwnBody, OwnOption } from '../own/own-item.ts';
import { plainText } from './plain-text.ts';

/** Stand-ins for escaped signs while a text is taken apart: characters for private use, taken out of the text before. */
const signs = ['\\', '~', '=', '#', '{', '}', ':', '\n'];
const first = 0xe000;
const standIn = (sign: string): string => String.fromCharCode(first + signs.indexOf(sign));

/** A file with every escaped sign replaced by its stand-in: what is left of `{`, `=` and so on means something. */
export const sealed = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\uE000-\uE00F]/g, '')
    .replace(/\\([\\~=#{}:n])/g, (_, sign: string) => standIn(sign === 'n' ? '\n' : sign));

/** A part of a sealed text, as it reads. */
export function giftText(part: string, isHtml = false): string {
  const text = part.replace(/[\uE000-\uE007]/g, (sign) => String(signs[sign.charCodeAt(0) - first]));
  return isHtml ? plainText(text) : text.trim();
}

type AsText = (part: string) => string;

/** What stands in the braces of an item. */
export interface GiftAnswers {
  readonly body: OwnBody | 'key' | undefined;
  readonly explanation: string;
}

/** Reads the answers of an item, and the explanation after `####`. */
export function giftAnswers(source: string, asText: AsText): GiftAnswers {
  const at = source.indexOf('####');
  const explanation = at < 0 ? '' : asText(source.slice(at + 4));
  const answers = (at < 0 ? source : source.slice(0, at)).trim();
  return { body: bodyOf(answers, explanation, asText), explanation };
}

function bodyOf(answers: string, explanation: string, asText: AsText): OwnBody | 'key' | undefined {
  // A free answer that nothing is held against.
  if (answers === '') return explanation === '' ? 'key' : { type: 'card', back: explanation };
  const truth = /^(T|TRUE|F|FALSE)\s*(?:#([^#]*))?(?:#[\s\S]*)?$/i.exec(answers);
  if (truth) {
    const feedback = asText(truth[2] ?? '');
    return { type: 'truth', right: /^T/i.test(answers), ...(feedback !== '' && { feedback }) };
  }
  if (answers.startsWith('#')) return numberOf(answers.slice(1), asText);
  const parts = partsOf(answers);
  if (parts.length === 0) return undefined;
  if (parts.every(({ sign, text }) => sign === '=' && text.includes('->'))) return pairsOf(parts, asText);
  return parts.every(({ sign }) => sign === '=') ? wordsOf(parts, asText) : optionsOf(parts, asText);
}

/** One answer: its sign, its share of the marks in percent, its text and what is said to whoever gives it. */
interface Part {
  readonly sign: '=' | '~';
  readonly share: number | undefined;
  readonly text: string;
  readonly feedback: string;
}

const partsOf = (answers: string): readonly Part[] =>
  [...answers.matchAll(/([=~])\s*(?:%(-?\d+(?:\.\d+)?)%)?([^=~#]*)(?:#([^=~]*))?/g)].map(
    ([, sign, share, text = '', feedback = '']) => ({
      sign: sign === '=' ? '=' : '~',
      share: share === undefined ? undefined : Number(share),
      text,
      feedback,
    }),
  );

const isRight = ({ sign, share }: Part): boolean => (share === undefined ? sign === '=' : share > 0);

function optionsOf(parts: readonly Part[], asText: AsText): OwnBody | 'key' {
  const options = parts.map((part): OwnOption => {
    const feedback = asText(part.feedback);
    const correct = isRight(part);
    return { text: asText(part.text), correct, ...(!correct && feedback !== '' && { feedback }) };
  });
  const right = options.filter(({ correct }) => correct).length;
  if (right === 0) return 'key';
  const isSingle =
    right === 1 && parts.every(({ share }) => share === undefined || share === 0 || share === 100);
  return { type: isSingle ? 'choice' : 'multiple', options };
}

/** Only wordings that earn all marks. */
const wordsOf = (parts: readonly Part[], asText: AsText): OwnBody | 'key' => {
  const accepted = parts.filter(({ share = 100 }) => share === 100).map(({ text }) => asText(text));
  return accepted.length > 0 ? { type: 'text', accepted } : 'key';
};

function pairsOf(parts: readonly Part[], asText: AsText): OwnBody {
  const pairs = parts.map(({ text }) => {
    const at = text.indexOf('->');
    return { left: asText(text.slice(0, at)), right: asText(text.slice(at + 2)) };
  });
  const targets = [...new Set(pairs.map(({ right }) => right))];
  const rows = pairs
    .filter(({ left }) => left !== '')
    .map(({ left, right }) => ({ text: left, target: targets.indexOf(right) }));
  return { type: 'match', rows, targets };
}

/** `7`, `7:0.5`, `1..5`, or a list of answers of which the first with all marks counts. */
function numberOf(source: string, asText: AsText): OwnBody | 'key' | undefined {
  const listed = partsOf(source).find(({ share = 100, sign }) => share === 100 && sign === '=');
  const text = asText(listed?.text ?? source.replace(/#[\s\S]*/, ''));
  const between = /^(-?\d*\.?\d+)\s*\.\.\s*(-?\d*\.?\d+)$/.exec(text);
  if (between) {
    const [low, high] = [Number(between[1]), Number(between[2])];
    return {
      type: 'number',
      amount: decimal((low + high) / 2),
      tolerance: decimal(Math.abs(high - low) / 2),
    };
  }
  const around = /^(-?\d*\.?\d+(?:e-?\d+)?)(?:\s*:\s*(\d*\.?\d+(?:e-?\d+)?))?$/i.exec(text);
  return around ? { type: 'number', amount: Number(around[1]), tolerance: Number(around[2] ?? 0) } : 'key';
}

/** Without the dust of binary fractions. */
const decimal = (value: number): number => Number(value.toPrecision(12));
