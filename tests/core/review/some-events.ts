import fc from 'fast-check';
import type { CardId, FactId } from '#core/fact/fact.ts';
import type { TopicId } from '#core/fact/topic.ts';
import type { ItemId } from '#core/item/item.ts';
import type {
  BanPayload,
  DeviceId,
  EventBody,
  EventId,
  LogEvent,
  ReviewPayload,
  SessionId,
} from '#core/review/event.ts';
import { placeOf } from '#core/log/envelope.ts';
import { sealEvent } from '#core/review/log.ts';

export const payload: ReviewPayload = {
  session: 'session-1' as SessionId,
  position: 0,
  card: 'coup-date/date' as CardId,
  item: 'item-1' as ItemId,
  form: 'single-choice',
  seed: 7,
  generator: 1,
  response: { type: 'choice', option: 'a' },
  marks: 1,
  guess: 0.25,
  tookMs: 4200,
};

export const review = (changes: Partial<ReviewPayload> = {}): EventBody => ({
  type: 'review',
  payload: { ...payload, ...changes },
});

export const undo = (event: EventId): EventBody => ({ type: 'undo', payload: { event } });

export const banned: BanPayload = {
  scope: 'item',
  reason: 'unclear',
  topic: 'niger' as TopicId,
  topicVersion: '1',
  fact: 'a' as FactId,
  card: 'a/object' as CardId,
  form: 'typed',
  seed: 1,
  generator: 1,
  face: '0f',
  stem: 'Who?',
};

const morningMs = Date.UTC(2026, 10, 24, 9);

/** A device's log, written by its clock; the clock may jump. */
export function logOf(
  device: string,
  bodies: readonly EventBody[],
  wallsUtcMs: readonly number[] = [],
): LogEvent[] {
  const events: LogEvent[] = [];
  for (const [index, body] of bodies.entries()) {
    const before = events.at(-1);
    const wallUtcMs = wallsUtcMs[index] ?? morningMs + index * 60_000;
    const stamp = { seq: index + 1, wallUtcMs, tzOffsetMin: 60, tz: 'Africa/Niamey' };
    events.push(
      sealEvent(body, {
        deviceId: device as DeviceId,
        previousHlc: before?.hlc,
        prev: before?.checksum ?? '',
        ...stamp,
      }),
    );
  }
  return events;
}

const someBody: fc.Arbitrary<EventBody> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        position: fc.nat(20),
        card: fc.constantFrom('a/object', 'b/date', 'c/speaker').map((card) => card as CardId),
        response: fc.oneof(
          fc.record({ type: fc.constant('text' as const), text: fc.string({ unit: 'binary' }) }),
          fc.record({ type: fc.constant('choice' as const), option: fc.string() }),
          fc.constant({ type: 'pass' as const }),
        ),
        marks: fc.double({ min: 0, max: 1, noNaN: true }),
        tookMs: fc.nat(600_000),
      })
      .map(review),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ device: fc.constantFrom('phone', 'laptop', 'tablet'), seq: fc.integer({ min: 1, max: 8 }) })
      .map(({ device, seq }) => undo(placeOf({ deviceId: device as DeviceId, seq }))),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<EventBody>(
      { type: 'suspend', payload: { card: 'a/object' as CardId } },
      { type: 'resume', payload: { card: 'a/object' as CardId } },
      { type: 'note', payload: { fact: 'a' as FactId, text: 'mine' } },
      { type: 'note', payload: { fact: 'a' as FactId, text: '' } },
      { type: 'ban', payload: banned },
      { type: 'unban', payload: { ban: 'phone:1' as EventId } },
      { type: 'told', payload: { fact: 'b' as FactId } },
    ),
  },
);

/** The log of one of three devices, whose clock may be anything. */
const someLog = (device: string): fc.Arbitrary<LogEvent[]> =>
  fc.array(fc.tuple(someBody, fc.integer({ min: 0, max: 4e12 })), { maxLength: 8 }).map((steps) =>
    logOf(
      device,
      steps.map(([body]) => body),
      steps.map(([, wall]) => wall),
    ),
  );

/** All that three devices have ever written. */
export const someHistory: fc.Arbitrary<LogEvent[]> = fc
  .tuple(someLog('phone'), someLog('laptop'), someLog('tablet'))
  .map((logs) => logs.flat());

/** An answer as version 1 kept it, from a device of that time. */
export const ofVersion1 = {
  v: 1,
  deviceId: 'phone' as DeviceId,
  seq: 1,
  hlc: '0001795487400000-000000',
  wallUtcMs: 1_795_487_400_000,
  tzOffsetMin: 60,
  tz: 'Africa/Niamey',
  dayKey: 20_780,
  type: 'review',
  payload,
  checksum: 'dd91d694',
} as const;
