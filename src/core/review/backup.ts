import type { ImportProblem } from '../guard/problem.ts';
import { readJson } from '../guard/read-json.ts';
import { ok, refused } from '../result.ts';
import type { Result } from '../result.ts';
import { anything, isRecord, listOf, oneOf, record, text, whole } from '../shape.ts';
import { canonicalJson, crc32, hex8 } from '../log/checksum.ts';
import type { Envelope } from '../log/envelope.ts';
import { admit } from '../log/merge.ts';
import { readEnvelope } from '../log/parse-envelope.ts';
import type { EnvelopeProblem } from '../log/parse-envelope.ts';

export const backupFormat = 'harmattan-backup';
/** Do not change what a backup looks like without a new version and a reader for the old one. */
export const backupVersion = 1;

export const backupLimitBytes = 100 * 1024 * 1024;
const depthLimit = 33;

/** A stored row that is no event any more: kept as it was found, for a later repair; never imported. */
export interface DamagedRow {
  /** The row's key, as JSON. */
  readonly key: string;
  readonly problem: EnvelopeProblem['type'] | 'unreadable';
  /** The row as JSON, as far as it could be read. */
  readonly found: string;
}

/** All that a learner has, as one file. */
export interface Backup {
  readonly exportedUtcMs: number;
  /** Entries of every type, also of types that this program does not know. */
  readonly events: readonly Envelope[];
  /** Opaque here: the storage that wrote them reads them. */
  readonly sessions: readonly unknown[];
  readonly settings?: unknown;
  readonly damaged: readonly DamagedRow[];
}

/** Why a file is refused. Nothing of a refused file is used. */
export type BackupProblem =
  | { readonly type: 'too-large' | 'truncated' | 'not-json' | 'wrong-format' | 'damaged' }
  | { readonly type: 'hostile'; readonly what: 'key' | 'depth' }
  | { readonly type: 'newer-version'; readonly v: number }
  | { readonly type: 'damaged-event'; readonly position: number; readonly problem: EnvelopeProblem };

/** The text of a backup file; `parseBackup` of it gives the same backup. */
export const writeBackup = ({ events, ...rest }: Backup): string =>
  writeBackupOf(
    rest,
    events.map((entry) => canonicalJson(entry)),
  );

/** The same of entries whose canonical JSON is at hand. */
export function writeBackupOf(rest: Omit<Backup, 'events'>, entries: readonly string[]): string {
  const file = { format: backupFormat, v: backupVersion, ...rest };
  const checksum = checksumOf(file, entries);
  const begun = JSON.stringify(file).slice(0, -1);
  return [`${begun},"events":[`, ...listed(entries), `],"checksum":"${checksum}"}`].join('');
}

/** The checksum of a file of these fields and its entries, each as its canonical JSON. */
function checksumOf(file: Readonly<Record<string, unknown>>, entries: readonly string[]): string {
  const names = Object.keys(file).filter((name) => file[name] !== undefined);
  let crc: number | undefined;
  for (const [place, name] of [...names, 'events'].sort().entries()) {
    crc = crc32(`${place === 0 ? '{' : ','}${JSON.stringify(name)}:`, crc);
    const parts = name === 'events' ? ['[', ...listed(entries), ']'] : [canonicalJson(file[name])];
    for (const part of parts) crc = crc32(part, crc);
  }
  return hex8(crc32('}', crc));
}

const entriesAtOnce = 1000;

/** The inside of a list as JSON, in parts, so that the bytes of a long one are not held at once. */
function* listed(entries: readonly string[]): Generator<string> {
  for (let start = 0; start < entries.length; start += entriesAtOnce)
    yield (start === 0 ? '' : ',') + entries.slice(start, start + entriesAtOnce).join(',');
}

/** How far a reading has come: entries that are verified, of all. */
export type OnEntries = (verified: number, of: number) => void;

/** Reads a backup file and verifies all of it, from its size to every event's checksum. */
export function parseBackup(content: string, onEntries?: OnEntries): Result<Backup, BackupProblem> {
  if (content.length > backupLimitBytes) return refused({ type: 'too-large' });
  const raw = readJson(content, depthLimit);
  return raw.ok ? parseFile(raw.value, onEntries) : refused(problemOf(raw.problem));
}

function problemOf(problem: ImportProblem): BackupProblem {
  if (problem.type === 'truncated' || problem.type === 'too-large') return { type: problem.type };
  if (problem.type !== 'hostile') return { type: 'not-json' };
  return { type: 'hostile', what: problem.what === 'depth' ? 'depth' : 'key' };
}

function parseFile(raw: unknown, onEntries: OnEntries | undefined): Result<Backup, BackupProblem> {
  if (!isRecord(raw) || raw.format !== backupFormat || typeof raw.v !== 'number') {
    return refused({ type: 'wrong-format' });
  }
  if (raw.v > backupVersion) return refused({ type: 'newer-version', v: raw.v });
  const { checksum, events, ...rest } = raw;
  if (!Array.isArray(events)) return refused({ type: 'damaged' });
  const read = readEntries(events, onEntries);
  const file = checksumOf(rest, read.json) === checksum ? fileShape(rest) : undefined;
  if (!file) return refused({ type: 'damaged' });
  return read.problem ? refused(read.problem) : ok({ ...file, events: admit([], read.entries).added });
}

export const damagedShape = record<DamagedRow>({
  key: text(),
  problem: oneOf(['newer-version', 'shape', 'checksum', 'unreadable']),
  found: text(),
});

const fileShape = record<Omit<Backup, 'events' | 'settings'>, Pick<Backup, 'settings'>>(
  {
    exportedUtcMs: whole(),
    sessions: listOf(anything),
    damaged: listOf(damagedShape),
  },
  { settings: anything },
);

interface ReadEntries {
  readonly entries: readonly Envelope[];
  /** The canonical JSON of every row as the file has it. */
  readonly json: readonly string[];
  /** What is wrong with the first of the rows that are no entries. */
  readonly problem?: BackupProblem;
}

function readEntries(rows: readonly unknown[], onEntries: OnEntries | undefined): ReadEntries {
  const entries: Envelope[] = [];
  const json: string[] = [];
  let problem: BackupProblem | undefined;
  for (const [position, row] of rows.entries()) {
    if (position % entriesAtOnce === 0) onEntries?.(position, rows.length);
    const read = readEnvelope(row);
    if (read.ok) entries.push(read.value.entry);
    else problem ??= { type: 'damaged-event', position, problem: read.problem };
    // A row may say more than is read of it: the file's checksum is of all.
    json.push(read.ok && isAllOf(row, read.value.entry) ? read.value.json : canonicalJson(row));
  }
  return { entries, json, ...(problem && { problem }) };
}

const isAllOf = (row: unknown, entry: Envelope): boolean =>
  Object.keys(Object(row)).length === Object.keys(entry).length;
