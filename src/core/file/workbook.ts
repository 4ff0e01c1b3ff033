import type { Cell } from './csv.ts';
import { utf8Of } from './utf8.ts';
import { element, xmlDocument } from './xml-write.ts';
import type { XmlElement } from './xml-write.ts';
import { zipOf } from './zip-write.ts';

/** A sheet of a workbook; an undefined cell is empty. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (Cell | undefined)[])[];
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

/**
 * The least workbook that spreadsheet programs open (ECMA-376 part 1, SpreadsheetML). Texts are texts whatever they
 * begin with: nothing in it is ever a formula.
 */
export function workbookOf(sheets: readonly Sheet[]): Uint8Array {
  const parts: Readonly<Record<string, XmlElement>> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships(
      sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
    ),
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet)]),
    ),
  };
  return zipOf(Object.entries(parts).map(([name, root]) => ({ name, bytes: utf8Of(xmlDocument(root)) })));
}

function contentTypes(sheets: number): XmlElement {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, type: string): XmlElement =>
    element('Override', { PartName: name, ContentType: `${kind}.${type}+xml` });
  return element(
    'Types',
    { xmlns: `${packaged}/content-types` },
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    part('/xl/workbook.xml', 'sheet.main'),
    ...Array.from({ length: sheets }, (_, index) =>
      part(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'),
    ),
  );
}

const relationships = (targets: readonly (readonly [type: string, target: string])[]): XmlElement =>
  element(
    'Relationships',
    { xmlns: `${packaged}/relationships` },
    ...targets.map(([type, target], index) =>
      element('Relationship', { Id: `rId${index + 1}`, Type: `${relations}/${type}`, Target: target }),
    ),
  );

const workbook = (sheets: readonly Sheet[]): XmlElement =>
  element(
    'workbook',
    { xmlns: main, 'xmlns:r': relations },
    element(
      'sheets',
      {},
      ...sheets.map(({ name }, index) =>
        element('sheet', { name: sheetName(name), sheetId: index + 1, 'r:id': `rId${index + 1}` }),
      ),
    ),
  );

/** Sheet names have at most 31 characters, and not these. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || '1';

const worksheet = ({ rows }: Sheet): XmlElement =>
  element(
    'worksheet',
    { xmlns: main },
    element(
      'sheetData',
      {},
      ...rows.map((row, index) =>
        element('row', { r: index + 1 }, ...row.map((cell, column) => cellOf(cell, column, index + 1))),
      ),
    ),
  );

function cellOf(cell: Cell | undefined, column: number, row: number): XmlElement | undefined {
  if (cell === undefined || cell === '') return undefined;
  const r = `${columnName(column)}${row}`;
  return typeof cell === 'number'
    ? element('c', { r }, element('v', {}, String(cell)))
    : element('c', { r, t: 'inlineStr' }, element('is', {}, element('t', { 'xml:space': 'preserve' }, cell)));
}

/** A, B ... Z, AA, AB ... */
function columnName(column: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
