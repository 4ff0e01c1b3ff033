import type { CardId, FactId } from '../fact/fact.ts';
import type { TopicId } from '../fact/topic.ts';
import { formIds } from '../item/item.ts';
import type { ItemId } from '../item/item.ts';
import type { Day } from '../memory/day.ts';
import { ok, refused } from '../result.ts';
import type { Result } from '../result.ts';
import { anything, between, firstOf, isRecord, listOf, oneOf, record, text, whole } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { checksumOf } from './checksum.ts';
import { isReading } from './clock.ts';
import { banReasons, banScopes, longestNote } from './event.ts';
import type { BanPayload, DeviceId, EventId, LogEvent, ReviewPayload, SessionId } from './event.ts';
import { mostParts, responseShape } from './parse-response.ts';
import type { Certainty, PartialMarks } from './response.ts';

/** Why a row is no event: written by a newer program, not an event at all, or changed since it was written. */
export type EventProblem =
  | { readonly type: 'newer-version'; readonly v: number }
  | { readonly type: 'shape' }
  | { readonly type: 'checksum' };

/** Reads a stored or imported row: its version, its shape, its checksum. */
export function parseEvent(raw: unknown): Result<LogEvent, EventProblem> {
  if (isRecord(raw) && typeof raw.v === 'number' && raw.v > 1)
    return refused({ type: 'newer-version', v: raw.v });
  const event = eventShape(raw);
  if (!event) return refused({ type: 'shape' });
  const { checksum, ...rest } = event;
  return checksumOf(rest) === checksum ? ok(event) : refused({ type: 'checksum' });
}

const share = between(0, 1);

const partialMarks = record<PartialMarks>({ card: text<CardId>(), marks: share });

const reviewPayload = record<
  Omit<ReviewPayload, 'parts' | 'certainty'>,
  { parts: readonly PartialMarks[]; certainty: Certainty }
>(
  {
    session: text<SessionId>(),
    position: whole(0),
    card: text<CardId>(),
    item: text<ItemId>(),
    form: oneOf(formIds),
    seed: whole(),
    generator: whole(),
    response: responseShape,
    marks: share,
    guess: share,
    tookMs: between(0, Number.MAX_VALUE),
  },
  { parts: listOf(partialMarks, mostParts), certainty: oneOf([1, 2, 3]) },
);

const banPayload = record<Omit<BanPayload, 'note'>, { note: string }>(
  {
    scope: oneOf(banScopes),
    reason: oneOf(banReasons),
    topic: text<TopicId>(),
    topicVersion: text(),
    fact: text<FactId>(),
    card: text<CardId>(),
    form: oneOf(formIds),
    seed: whole(),
    generator: whole(),
    face: text(),
    stem: text(),
  },
  { note: (raw) => (typeof raw === 'string' && raw.length <= longestNote ? raw : undefined) },
);

const reading: Shape<string> = (raw) => (typeof raw === 'string' && isReading(raw) ? raw : undefined);

const stamp = {
  v: oneOf([1]),
  deviceId: text<DeviceId>(/^[\w-]{1,64}$/),
  seq: whole(1),
  hlc: reading,
  wallUtcMs: between(-8.64e15, 8.64e15),
  tzOffsetMin: between(-1440, 1440),
  tz: text(),
  dayKey: whole<Day>(),
  checksum: text(/^[0-9a-f]{8}$/),
};

const ofCard = record({ card: text<CardId>() });

const eventShape = firstOf<LogEvent>(
  record({ ...stamp, type: oneOf(['review']), payload: reviewPayload }),
  record({ ...stamp, type: oneOf(['undo']), payload: record({ event: text<EventId>() }) }),
  record({ ...stamp, type: oneOf(['suspend']), payload: ofCard }),
  record({ ...stamp, type: oneOf(['resume']), payload: ofCard }),
  record({ ...stamp, type: oneOf(['note']), payload: record({ fact: text<FactId>(), text: text() }) }),
  record({ ...stamp, type: oneOf(['ban']), payload: banPayload }),
  record({ ...stamp, type: oneOf(['unban']), payload: record({ ban: text<EventId>() }) }),
  record({ ...stamp, type: oneOf(['told']), payload: record({ fact: text<FactId>() }) }),
  record({
    ...stamp,
    type: oneOf(['teach']),
    payload: record({ v: whole(1), kind: text(), body: anything }),
  }),
);
