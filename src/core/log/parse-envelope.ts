import type { Day } from '../memory/day.ts';
import { ok, refused } from '../result.ts';
import type { Result } from '../result.ts';
import { anything, between, isRecord, oneOf, record, text, whole } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { checksumOf } from './checksum.ts';
import { isReading } from './clock.ts';
import type { DeviceId, Envelope } from './envelope.ts';
import { hashOf } from './seal.ts';

/** Why a row is no entry: written by a newer program, no entry at all, or changed since it was written. */
export type EnvelopeProblem =
  | { readonly type: 'newer-version'; readonly v: number }
  | { readonly type: 'shape' }
  | { readonly type: 'checksum' };

/** Reads a stored or imported row: its version, its shape, its checksum; what it tells is left alone. */
export function parseEnvelope(raw: unknown): Result<Envelope, EnvelopeProblem> {
  if (isRecord(raw) && typeof raw.v === 'number' && raw.v > 2)
    return refused({ type: 'newer-version', v: raw.v });
  const envelope = isRecord(raw) && raw.v === 1 ? first(raw) : second(raw);
  if (!envelope) return refused({ type: 'shape' });
  const { checksum, ...fields } = envelope;
  const expected = fields.v === 1 ? checksumOf(fields) : hashOf(fields);
  return expected === checksum ? ok(envelope) : refused({ type: 'checksum' });
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
