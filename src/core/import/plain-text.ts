/** Marks of layout that are left away; the second group begins a new line. Everything else stays as text. */
const inline = /^(?:b|strong|i|em|u|s|span|sub|sup|small|big|font|a|code|mark|label|tt|abbr|cite|q|wbr)$/;
const block =
  /^(?:p|br|div|li|ul|ol|hr|h[1-6]|table|tbody|thead|tr|td|th|blockquote|pre|section|center|dl|dt|dd)$/;

/**
 * HTML as plain text: common marks of layout become nothing or a new line, character references become characters, and
 * markup that means more than layout stays visible as the text it is. Nothing of it is ever markup again.
 */
export function plainText(html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>/g, (mark, name: string) => {
      const known = name.toLowerCase();
      if (inline.test(known)) return '';
      return block.test(known) ? '\n' : mark;
    });
  return tidyLines(withoutReferences(text));
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
};

const withoutReferences = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (whole, decimal, hex, name) => {
    if (name) return named[name] ?? whole;
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return isCharacter(point) ? String.fromCodePoint(point) : '';
  });

const isCharacter = (point: number): boolean =>
  point >= 0x20 ? point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) : point === 9 || point === 10;

const tidyLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
