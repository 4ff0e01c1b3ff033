import { randomInt, seededRandom } from '#core/item/random.ts';
import type { Random } from '#core/item/random.ts';
import { digestOf } from '#core/log/digest.ts';
import type { DeviceId, Envelope } from '#core/log/envelope.ts';
import { eventId } from '#core/log/envelope.ts';
import { admit } from '#core/log/merge.ts';
import { sealed } from '#core/log/seal.ts';
import type { CardId } from '#core/fact/fact.ts';
import type { EventBody } from '#core/review/event.ts';
import { activeReviews } from '#core/review/log.ts';
import { eventOf } from '#core/review/parse-event.ts';
import { replayLog } from '#core/review/replay-log.ts';
import { headAfter, headAfterMerge, nextEvent } from '#lib/storage/review-log.ts';
import type { Head } from '#lib/storage/device.ts';
import { review } from '../review/some-events.ts';

/** A device as the storage is one: its log, and who it writes as. */
interface Device {
  entries: readonly Envelope[];
  head: Head;
  clockMs: number;
}

/** How a merge may be broken on purpose, so that a history that finds nothing is known to be blind. */
export type Control = 'first come' | 'from the highest number on';

const cards = ['a/object', 'b/date', 'c/speaker', 'd/object'] as CardId[];
const startMs = Date.UTC(2026, 10, 24, 9);

/**
 * A random life of several devices: they write, take back, jump in time, are cloned, and hand each other files that are
 * whole or partial, in any order and more than once. In the end everybody hears of everything, again in any order.
 * Gives what every device then knows and would ask; all must be equal.
 */
export function liveHistory(seed: string, control?: Control): readonly string[] {
  const random = seededRandom(seed);
  const devices = Array.from({ length: 2 + randomInt(7, random) }, (_, number) =>
    newDevice(`device${number}`),
  );
  const steps = 10 + randomInt(30, random);
  for (let step = 0; step < steps; step += 1) act(devices, random, control);
  shareAll(devices, random, control);
  return devices.map(({ entries }) => `${digestOf(entries)} ${dueList(entries)}`);
}

const newDevice = (name: string): Device => ({
  entries: [],
  head: { deviceId: name as DeviceId, seq: 0, total: 0 },
  clockMs: startMs,
});

function act(devices: Device[], random: Random, control: Control | undefined): void {
  const device = pick(devices, random);
  const chance = random();
  if (chance < 0.55) write(device, random);
  else if (chance < 0.62) device.clockMs += (random() - 0.5) * 2 * 86_400_000 * (random() < 0.2 ? 3650 : 3);
  else if (chance < 0.67 && devices.length < 8) devices.push({ ...device }); // the same device twice
  else take(device, partOf(pick(devices, random).entries, random), random, control);
}

function write(device: Device, random: Random): void {
  device.clockMs += random() * 86_400_000;
  const moment = { wallUtcMs: device.clockMs, tzOffsetMin: 60, tz: '', rollOverHour: randomInt(5, random) };
  if (random() < 0.1) {
    const { deviceId, seq, hlc, hash } = device.head;
    const seal = { deviceId, seq: seq + 1, previousHlc: hlc, prev: hash ?? '', ...moment };
    const entry = sealed('of-tomorrow', { any: randomInt(5, random) }, seal);
    device.head = headAfter(device.head, entry);
    device.entries = [...device.entries, entry];
    return;
  }
  const event = nextEvent(device.head, someBody(device, random), moment);
  device.head = headAfter(device.head, event);
  device.entries = [...device.entries, event];
}

function someBody({ entries }: Device, random: Random): EventBody {
  const target = entries.length > 0 && random() < 0.15 ? pick(entries, random) : undefined;
  if (target) return { type: 'undo', payload: { event: eventId(target) } };
  return review({ card: pick(cards, random), marks: randomInt(2, random), position: randomInt(20, random) });
}

/** Some of the entries, in any order, some of them twice. */
function partOf(entries: readonly Envelope[], random: Random): readonly Envelope[] {
  const share = random() < 0.5 ? 1 : random();
  const part = entries
    .filter(() => random() < share)
    .flatMap((entry) => (random() < 0.1 ? [entry, entry] : [entry]));
  return part
    .map((entry) => ({ entry, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ entry }) => entry);
}

function take(
  device: Device,
  arriving: readonly Envelope[],
  random: Random,
  control: Control | undefined,
): void {
  const admission = admit(device.entries, arriving);
  const added = control === undefined ? admission.added : spoilt(device, admission.added, control);
  const head = headAfterMerge(device.head, admission);
  // A new name, as the storage draws one at random; here from the history's own chance.
  device.head =
    head.deviceId === device.head.deviceId
      ? head
      : { ...head, deviceId: `again${randomInt(2 ** 30, random)}` as DeviceId };
  device.entries = [...device.entries, ...added];
}

function spoilt({ entries }: Device, added: readonly Envelope[], control: Control): readonly Envelope[] {
  const taken = new Set(entries.map(({ deviceId, seq }) => `${deviceId}:${seq}`));
  if (control === 'first come') return added.filter(({ deviceId, seq }) => !taken.has(`${deviceId}:${seq}`));
  const highest = new Map<DeviceId, number>();
  for (const { deviceId, seq } of entries) highest.set(deviceId, Math.max(seq, highest.get(deviceId) ?? 0));
  return added.filter(({ deviceId, seq }) => seq > (highest.get(deviceId) ?? 0));
}

/** Everybody takes from everybody, in any order, until nobody hears anything new. */
function shareAll(devices: readonly Device[], random: Random, control: Control | undefined): void {
  for (let round = 0; round < 3; round += 1) {
    for (const device of shuffled(devices, random)) {
      for (const other of shuffled(devices, random)) take(device, other.entries, random, control);
    }
  }
}

function dueList(entries: readonly Envelope[]): string {
  const memories = replayLog(activeReviews(entries.flatMap((entry) => eventOf(entry) ?? [])));
  const due = [...memories].map(
    ([card, { due: day, stability, last }]) => `${card}=${day},${last},${stability}`,
  );
  return due.toSorted().join(' ');
}

const shuffled = <T>(values: readonly T[], random: Random): readonly T[] =>
  values
    .map((value) => ({ value, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ value }) => value);

function pick<T>(values: readonly T[], random: Random): T {
  const value = values[randomInt(values.length, random)];
  if (value === undefined) throw new RangeError('Pick from a list that holds something');
  return value;
}
