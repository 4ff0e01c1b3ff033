import { ok, refused } from '../result.ts';
import type { Result } from '../result.ts';
import { isSafePath } from './entry-path.ts';
import type { ImportLimits } from './limits.ts';
import type { ImportProblem } from './problem.ts';

/** A file in a zip archive, as the archive's directory tells it. */
export interface ZipEntry {
  readonly path: string;
  readonly method: 'stored' | 'deflated';
  readonly crc32: number;
  readonly packedBytes: number;
  /** What the archive says: never trusted when it is unpacked. */
  readonly inflatedBytes: number;
  /** Where its local head begins. */
  readonly offset: number;
}

// The structures of APPNOTE 6.3: signature and size of the fixed part.
const endSignature = 0x06054b50;
const endBytes = 22;
const entrySignature = 0x02014b50;
const entryBytes = 46;
const localSignature = 0x04034b50;
const localBytes = 30;
const longestComment = 0xffff;
const encrypted = 1;
/** An address of 32 bits that stands for "see the 64-bit record": more than any file that is let in. */
const elsewhere = 0xffff_ffff;

const broken: Result<never, ImportProblem> = refused({ type: 'unreadable', as: 'archive' });

/** The files of an archive, without folders. Names are read by `decode`, which gives undefined for what is no UTF-8. */
export function zipDirectory(
  bytes: Uint8Array,
  limits: ImportLimits,
  decode: (name: Uint8Array) => string | undefined,
): Result<readonly ZipEntry[], ImportProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return broken;
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) return refused({ type: 'too-large', what: 'entries' });
  return readEntries(view, { at: view.getUint32(end + 16, true), count, end }, decode);
}

/** Searched from the back, where a comment may follow it. */
function endOfDirectory(view: DataView): number | undefined {
  const last = view.byteLength - endBytes;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + endBytes + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return undefined;
}

function readEntries(
  view: DataView,
  { at, count, end }: { readonly at: number; readonly count: number; readonly end: number },
  decode: (name: Uint8Array) => string | undefined,
): Result<readonly ZipEntry[], ImportProblem> {
  const entries: ZipEntry[] = [];
  const paths = new Set<string>();
  for (let index = 0, place = at; index < count; index += 1) {
    if (place + entryBytes > end || view.getUint32(place, true) !== entrySignature) return broken;
    const [nameBytes, more] = [view.getUint16(place + 28, true), view.getUint16(place + 30, true)];
    const next = place + entryBytes + nameBytes + more + view.getUint16(place + 32, true);
    if (next > end) return broken;
    const path = decode(new Uint8Array(view.buffer, view.byteOffset + place + entryBytes, nameBytes));
    const entry = path === undefined ? undefined : entryAt(view, place, path);
    if (!entry) return broken;
    if (!isSafePath(entry.path) || paths.has(entry.path)) return refused({ type: 'hostile', what: 'path' });
    paths.add(entry.path);
    if (!entry.path.endsWith('/')) entries.push(entry);
    place = next;
  }
  return overlap(entries, at) ? refused({ type: 'hostile', what: 'overlap' }) : ok(entries);
}

function entryAt(view: DataView, place: number, path: string): ZipEntry | undefined {
  const method = { 0: 'stored', 8: 'deflated' }[view.getUint16(place + 10, true)];
  const entry = {
    path,
    crc32: view.getUint32(place + 16, true),
    packedBytes: view.getUint32(place + 20, true),
    inflatedBytes: view.getUint32(place + 24, true),
    offset: view.getUint32(place + 42, true),
  };
  const isEncrypted = (view.getUint16(place + 8, true) & encrypted) !== 0;
  const isElsewhere = [entry.packedBytes, entry.inflatedBytes, entry.offset].includes(elsewhere);
  if ((method !== 'stored' && method !== 'deflated') || isEncrypted || isElsewhere) return undefined;
  return { ...entry, method };
}

/** Bombs of the kind without nesting let many entries point into the same bytes. */
function overlap(entries: readonly ZipEntry[], directory: number): boolean {
  const sorted = entries.toSorted((a, b) => a.offset - b.offset);
  return sorted.some(({ offset, packedBytes }, index) => {
    const next = sorted[index + 1]?.offset ?? directory;
    return offset + localBytes + packedBytes > next;
  });
}

/** Where the packed bytes of an entry lie; undefined where its own head is not there or tells of other bytes. */
export function packedRange(
  bytes: Uint8Array,
  { offset, packedBytes }: ZipEntry,
): { readonly from: number; readonly to: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + localBytes > bytes.length || view.getUint32(offset, true) !== localSignature) return undefined;
  const from = offset + localBytes + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const to = from + packedBytes;
  return to <= bytes.length ? { from, to } : undefined;
}
