import type { ImportProblem } from '../guard/problem.ts';
import { readJson } from '../guard/read-json.ts';
import { ok, refused } from '../result.ts';
import type { Result } from '../result.ts';
import { anything, isRecord, listOf, oneOf, record, text, whole } from '../shape.ts';
import { checksumOf } from '../log/checksum.ts';
import type { Envelope } from '../log/envelope.ts';
import { admit } from '../log/merge.ts';
import { parseEnvelope } from '../log/parse-envelope.ts';
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
export function writeBackup(backup: Backup): string {
  const file = { format: backupFormat, v: backupVersion, ...backup };
  return JSON.stringify({ ...file, checksum: checksumOf(file) });
}

/** Reads a backup file and verifies all of it, from its size to every event's checksum. */
export function parseBackup(content: string): Result<Backup, BackupProblem> {
  if (content.length > backupLimitBytes) return refused({ type: 'too-large' });
  const raw = readJson(content, depthLimit);
  return raw.ok ? parseFile(raw.value) : refused(problemOf(raw.problem));
}

function problemOf(problem: ImportProblem): BackupProblem {
  if (problem.type === 'truncated' || problem.type === 'too-large') return { type: problem.type };
  if (problem.type !== 'hostile') return { type: 'not-json' };
  return { type: 'hostile', what: problem.what === 'depth' ? 'depth' : 'key' };
}

function parseFile(raw: unknown): Result<Backup, BackupProblem> {
  if (!isRecord(raw) || raw.format !== backupFormat || typeof raw.v !== 'number') {
    return refused({ type: 'wrong-format' });
  }
  if (raw.v > backupVersion) return refused({ type: 'newer-version', v: raw.v });
  const { checksum, ...rest } = raw;
  const file = checksumOf(rest) === checksum ? fileShape(rest) : undefined;
  if (!file) return refused({ type: 'damaged' });
  const events = parseEvents(file.events);
  return events.ok ? ok({ ...file, events: events.value }) : events;
}

export const damagedShape = record<DamagedRow>({
  key: text(),
  problem: oneOf(['newer-version', 'shape', 'checksum', 'unreadable']),
  found: text(),
});

const fileShape = record<
  Omit<Backup, 'events' | 'settings'> & { events: unknown[] },
  Pick<Backup, 'settings'>
>(
  {
    exportedUtcMs: whole(),
    events: listOf(anything),
    sessions: listOf(anything),
    damaged: listOf(damagedShape),
  },
  { settings: anything },
);

function parseEvents(rows: readonly unknown[]): Result<readonly Envelope[], BackupProblem> {
  const events: Envelope[] = [];
  for (const [position, row] of rows.entries()) {
    const event = parseEnvelope(row);
    if (!event.ok) return refused({ type: 'damaged-event', position, problem: event.problem });
    events.push(event.value);
  }
  return ok(admit([], events).added);
}
