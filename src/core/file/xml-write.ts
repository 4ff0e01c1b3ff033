/** An element of an XML document, or text; undefined is nothing. */
export type XmlNode = string | XmlElement | undefined;

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly XmlNode[];
}

/** An element; attributes that are undefined are left out. */
export const element = (
  name: string,
  attributes: XmlElement['attributes'] = {},
  ...children: readonly XmlNode[]
): XmlElement => ({ name, attributes, children });

/** The document as text, with its declaration; what XML cannot hold (most control characters) is left out. */
export const xmlDocument = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`;

function written(node: XmlNode): string {
  if (node === undefined) return '';
  if (typeof node === 'string') return escapeXml(node);
  const { name, attributes, children } = node;
  const head = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const body = children.map(written).join('');
  return body === '' ? `<${name}${head}/>` : `<${name}${head}>${body}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for XML and HTML, between tags or in an attribute. */
export const escapeXml = (text: string): string =>
  cleanXml(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** A text without the characters that XML 1.0 does not know. */
export const cleanXml = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
