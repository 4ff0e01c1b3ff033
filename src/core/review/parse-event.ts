import type { CardId, FactId } from '../fact/fact.ts';
import type { TopicId } from '../fact/topic.ts';
import { formIds } from '../item/item.ts';
import type { ItemId } from '../item/item.ts';
import type { Envelope } from '../log/envelope.ts';
import { parseEnvelope } from '../log/parse-envelope.ts';
import type { EnvelopeProblem } from '../log/parse-envelope.ts';
import { ok, refused } from '../result.ts';
import type { Result } from '../result.ts';
import { anything, between, listOf, oneOf, record, shortText, text, whole } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { banReasons, banScopes, longestNote } from './event.ts';
import type { BanPayload, EventBody, EventId, LogEvent, ReviewPayload, SessionId } from './event.ts';
import { mostParts, responseShape } from './parse-response.ts';
import type { Certainty, PartialMarks } from './response.ts';

export type EventProblem = EnvelopeProblem;

/** Reads a stored or imported row as an event that this program understands: see `parseEnvelope` and `eventOf`. */
export function parseEvent(raw: unknown): Result<LogEvent, EventProblem> {
  const envelope = parseEnvelope(raw);
  if (!envelope.ok) return envelope;
  const event = eventOf(envelope.value);
  return event ? ok(event) : refused({ type: 'shape' });
}

/** The event in an entry; undefined when a newer program wrote it: then it is carried along as it is. */
export function eventOf(entry: Envelope): LogEvent | undefined {
  const body = bodyOf(entry.type, entry.payload);
  return body && { ...entry, ...body };
}

/** What is told, read by the shape of its type. */
export function bodyOf(type: string, payload: unknown): EventBody | undefined {
  if (!isKnown(type)) return undefined;
  const read = payloadShapes[type](payload);
  return read && ({ type, payload: read } as EventBody);
}

const isKnown = (type: string): type is EventBody['type'] => Object.hasOwn(payloadShapes, type);

const share = between(0, 1);

const partialMarks = record<PartialMarks>({ card: text<CardId>(), marks: share });

const reviewPayload = record<
  Omit<ReviewPayload, 'parts' | 'certainty' | 'hints' | 'easier'>,
  { parts: readonly PartialMarks[]; certainty: Certainty; hints: number; easier: true }
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
  {
    parts: listOf(partialMarks, mostParts),
    certainty: oneOf([1, 2, 3]),
    hints: whole(1),
    easier: oneOf([true]),
  },
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
  { note: shortText(longestNote) },
);

const ofCard = record({ card: text<CardId>() });

/** How each type's payload is read. A payload that changes gets a version of its own inside. */
const payloadShapes: {
  readonly [T in EventBody['type']]: Shape<Extract<EventBody, { readonly type: T }>['payload']>;
} = {
  review: reviewPayload,
  undo: record({ event: text<EventId>() }),
  suspend: ofCard,
  resume: ofCard,
  note: record({ fact: text<FactId>(), text: text() }),
  ban: banPayload,
  unban: record({ ban: text<EventId>() }),
  told: record({ fact: text<FactId>() }),
  teach: record({ v: whole(1), kind: text(), body: anything }),
  deck: record({ v: whole(1), kind: text(), body: anything }),
  assignment: record({ v: whole(1), kind: text(), body: anything }),
};
