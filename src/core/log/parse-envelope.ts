import type { Day } from '../memory/day.ts';
import { ok, refused } from '../result.ts';
import type { Result } from '../result.ts';
import { anything, between, isRecord, oneOf, record, text, whole } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { canonicalJson, crc32, hex8 } from './checksum.ts';
import { isReading } from './clock.ts';
import type { DeviceId, Envelope } from './envelope.ts';
import { hashOfJson } from './seal.ts';

/** Why a row is no entry: written by a newer program, no entry at all, or changed since it was written. */
export type EnvelopeProblem =
  | { readonly type: 'newer-version'; readonly v: number }
  | { readonly type: 'shape' }
  | { readonly type: 'checksum' };

/** Reads a stored or imported row: its version, its shape, its checksum; what it tells is left alone. */
export function parseEnvelope(raw: unknown): Result<Envelope, EnvelopeProblem> {
  const read = readEnvelope(raw);
  return read.ok ? ok(read.value.entry) : read;
}

/** An entry and its canonical JSON, of which its checksum was made. */
export interface ReadEntry {
  readonly entry: Envelope;
  readonly json: string;
}

/** The same for who writes the entry down again. */
export function readEnvelope(raw: unknown): Result<ReadEntry, EnvelopeProblem> {
  if (isRecord(raw) && typeof raw.v === 'number' && raw.v > 2)
    return refused({ type: 'newer-version', v: raw.v });
  const entry = isRecord(raw) && raw.v === 1 ? first(raw) : second(raw);
  if (!entry) return refused({ type: 'shape' });
  const { checksum, ...fields } = entry;
  const json = canonicalJson(fields);
  const expected = fields.v === 1 ? hex8(crc32(json)) : hashOfJson(json);
  // Its name is the first of all in their order.
  return expected === checksum
    ? ok({ entry, json: `{"checksum":"${checksum}",${json.slice(1)}` })
    : refused({ type: 'checksum' });
}

const reading: Shape<string> = (raw) => (typeof raw === 'string' && isReading(raw) ? raw : undefined);

const stamp = {
  deviceId: text<DeviceId>(/^[\w-]{1,64}$/),
  seq: whole(1),
  hlc: reading,
  wallUtcMs: between(-8.64e15, 8.64e15),
  tzOffsetMin: between(-1440, 1440),
  tz: text(),
  dayKey: whole<Day>(),
  type: text(/^[\w.-]{1,64}$/),
  payload: anything,
};

const first = record<Omit<Envelope, 'prev'>>({ ...stamp, v: oneOf([1]), checksum: text(/^[0-9a-f]{8}$/) });

const second = record<Required<Envelope>>({
  ...stamp,
  v: oneOf([2]),
  prev: text(/^(?:[0-9a-f]{8}|[0-9a-f]{32})?$/),
  checksum: text(/^[0-9a-f]{32}$/),
});
