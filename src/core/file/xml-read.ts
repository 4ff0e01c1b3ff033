import { ok, refused } from '../result.ts';
import type { Result } from '../result.ts';
import type { XmlElement, XmlNode } from './xml-write.ts';

/** Where a document stops being XML that is read here. */
export interface XmlProblem {
  readonly type: 'xml';
  readonly line: number;
}

const deepest = 64;

/**
 * A document as elements and texts. Strict, as XML 1.0 asks, and without document types: so nothing is ever fetched, and
 * no entity can grow. Names keep what stands after a prefix.
 */
export function readXml(text: string): Result<XmlElement, XmlProblem> {
  const pattern = new RegExp(token.source, 'gy');
  const root: Open = { name: '', attributes: {}, children: [] };
  const stack: Open[] = [root];
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match || !take(match, stack)) return refused({ type: 'xml', line: lineAt(text, at) });
  }
  const [only, ...more] = root.children.filter((child): child is XmlElement => typeof child === 'object');
  if (stack.length > 1 || !only || more.length > 0)
    return refused({ type: 'xml', line: lineAt(text, text.length) });
  return ok(only);
}

/** An element whose end has not come yet. */
interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlNode[];
}

const name = String.raw`[A-Za-z_À-￼][\w.\-·À-￼]*(?::[A-Za-z_À-￼][\w.\-·À-￼]*)?`;
const value = `"[^"<]*"|'[^'<]*'`;

/** Text, a comment, an instruction, CDATA, or a tag. */
const token = new RegExp(
  [
    '([^<]+)',
    '<!--[\\s\\S]*?-->',
    '<\\?[\\s\\S]*?\\?>',
    '<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>',
    `</(${name})\\s*>`,
    `<(${name})((?:\\s+${name}\\s*=\\s*(?:${value}))*)\\s*(/?)>`,
  ].join('|'),
);

/** Takes one token in; false where it does not belong. */
function take(match: RegExpExecArray, stack: Open[]): boolean {
  const [, text, raw, closing, opening, attributes = '', isEmpty] = match;
  const top = stack.at(-1);
  if (!top) return false;
  if (text !== undefined || raw !== undefined) return takeText(text ?? '', raw, top, stack.length);
  if (closing !== undefined) {
    if (stack.length === 1 || top.name !== localName(closing)) return false;
    stack.pop();
    return true;
  }
  if (opening === undefined) return true;
  const read = attributesIn(attributes);
  if (!read || stack.length > deepest) return false;
  const element: Open = { name: localName(opening), attributes: read, children: [] };
  top.children.push(element);
  if (isEmpty === '') stack.push(element);
  return true;
}

function takeText(text: string, raw: string | undefined, top: Open, depth: number): boolean {
  const plain = raw ?? resolved(text);
  if (plain === undefined) return false;
  if (depth === 1) return plain.replace(/^\uFEFF/, '').trim() === '' && raw === undefined;
  top.children.push(plain);
  return true;
}

function attributesIn(source: string): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [, key = '', quoted = ''] of source.matchAll(new RegExp(`(${name})\\s*=\\s*(${value})`, 'g'))) {
    const plain = resolved(quoted.slice(1, -1));
    if (plain === undefined || Object.hasOwn(found, key)) return undefined;
    Object.defineProperty(found, localName(key), { value: plain, enumerable: true, configurable: true });
  }
  return found;
}

const localName = (qualified: string): string => qualified.slice(qualified.indexOf(':') + 1);

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text with its references resolved; undefined where one is unknown. */
function resolved(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isSound = true;
  const plain = text.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,10}))?;?/g,
    (whole, decimal, hex, entity) => {
      const point = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
      const character = point === undefined ? predefined[entity ?? ''] : characterOf(point);
      if (character === undefined || !whole.endsWith(';')) isSound = false;
      return character ?? '';
    },
  );
  return isSound ? plain : undefined;
}

const characterOf = (point: number): string | undefined =>
  point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
    ? String.fromCodePoint(point)
    : undefined;

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** Elements within an element, of one name if it is given. */
export const elementsIn = ({ children }: XmlElement, wanted?: string): readonly XmlElement[] =>
  children.filter(
    (child): child is XmlElement =>
      typeof child === 'object' && (wanted === undefined || child.name === wanted),
  );

/** All text within an element, at any depth. */
export const textIn = ({ children }: XmlElement): string =>
  children
    .map((child) => (child === undefined ? '' : typeof child === 'string' ? child : textIn(child)))
    .join('');

/** Every element of a name within an element, at any depth, in order. */
export const allIn = (parent: XmlElement, wanted: string): readonly XmlElement[] =>
  elementsIn(parent).flatMap((child) => [...(child.name === wanted ? [child] : []), ...allIn(child, wanted)]);
