/** A cell of a table. */
export type Cell = string | number;

/** A table as CSV (RFC 4180): fields with a comma, a quote or a line break stand in quotes, lines end with CRLF. */
export const tableOf = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map((cell) => quoted(String(cell))).join(',')}\r\n`).join('');

/** A table for a spreadsheet: the same with a byte order mark, and without texts that would run as formulas. */
export const spreadsheetCsvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${tableOf(rows.map((row) => row.map((cell) => (typeof cell === 'string' ? unarmed(cell) : cell))))}`;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A text that no spreadsheet takes for a formula: one that would begin as such gets an apostrophe before it. */
export const unarmed = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Reads CSV or another table of fields with a separator; quotes as in RFC 4180, any line ends, no empty lines. */
export function readTable(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endField = (): void => {
    row.push(field);
    field = '';
  };
  const endRow = (): void => {
    endField();
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') field += text[(at += 1)];
      else quoted = false;
    } else if (sign === '"' && field === '') quoted = true;
    else if (sign === separator) endField();
    else if (sign === '\n') endRow();
    else if (sign !== '\r' || text[at + 1] !== '\n') field += sign;
  }
  endRow();
  return rows;
}
