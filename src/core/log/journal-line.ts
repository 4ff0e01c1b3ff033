import { isRecord } from '../shape.ts';
import { crc32, hex8 } from './checksum.ts';

/**
 * One line of the journal, the second copy of what a learner has: `length JSON checksum`, in ASCII, so that a torn or
 * damaged line spoils no other. Do not change without a new first line.
 */
export function journalLine(content: unknown): string {
  const json = JSON.stringify(content).replace(/[\u0080-\uffff]/g, escaped);
  return `${json.length} ${json} ${hex8(crc32(json))}\n`;
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

type Line = Readonly<Record<string, unknown>>;

/** What a journal's text holds. */
export interface JournalReading {
  /** What sound lines say, in order. */
  readonly contents: readonly Line[];
  /** Lines inside that are no longer what was written, as they were found. */
  readonly damaged: readonly string[];
  /** Characters at the end that are no whole line: the power went while it was written. */
  readonly torn: number;
}

/** Reads a journal's text line by line. */
export function readJournal(text: string): JournalReading {
  const contents: Line[] = [];
  const damaged: string[] = [];
  const end = text.lastIndexOf('\n') + 1;
  for (let start = 0; start < end;) {
    const length = lineLength(text, start);
    const line = text.slice(start, start + length - 1);
    const content = contentOf(line);
    if (content === undefined) damaged.push(line);
    else contents.push(content);
    start += length;
  }
  return { contents, damaged, torn: text.length - end };
}

/** Up to the next line end. */
const lineLength = (text: string, start: number): number => text.indexOf('\n', start) + 1 - start;

function contentOf(line: string): Line | undefined {
  const match = /^(\d{1,9}) (.*) ([0-9a-f]{8})$/.exec(line);
  const [, length, json = '', checksum] = match ?? [];
  if (Number(length) !== json.length || hex8(crc32(json)) !== checksum) return undefined;
  try {
    const content: unknown = JSON.parse(json);
    return isRecord(content) ? content : undefined;
  } catch {
    return undefined; // the checksum is right by chance only
  }
}
