import { indexTopic } from '#core/fact/base.ts';
import type { CardId } from '#core/fact/fact.ts';
import { parsePack } from '#core/fact/pack.ts';
import { possibleCards } from '#core/item/generate.ts';
import type { DeviceId, LogEvent } from '#core/review/event.ts';
import { headAfter, nextEvent } from '#lib/storage/review-log.ts';
import type { Head } from '#lib/storage/device.ts';
import { sealRow } from '#lib/storage/sealed.ts';
import { review } from '../core/review/some-events.ts';

export const startMs = Date.UTC(2024, 0, 1, 12);
const device = 'f'.repeat(32) as DeviceId;
const inventedCards = Array.from({ length: 1500 }, (_, index) => `f${index}/object` as CardId);

/** Years of answers on one device, a hundred a day, eight seconds apart. */
export function longLog(
  size: number,
  cards: readonly CardId[] = inventedCards,
): { readonly events: readonly LogEvent[]; readonly head: Head } {
  let head: Head = { deviceId: device, seq: 0, total: 0 };
  const events = Array.from({ length: size }, (_, index) => {
    const wallUtcMs = startMs + Math.floor(index / 100) * 86_400_000 + (index % 100) * 8000;
    const body = review({
      card: cards[(index * 7919) % cards.length] ?? ('f0/object' as CardId),
      position: index % 100,
      marks: index % 5 ? 1 : 0,
    });
    const event = nextEvent(head, body, { wallUtcMs, tzOffsetMin: 60, tz: 'Africa/Niamey' });
    head = headAfter(head, event);
    return event;
  });
  return { events, head };
}

/** What a browser holds after a long log over the cards of a pack: rows, the row of the head, and the note of it. */
export function storedLog(pack: string, size: number) {
  const cards = possibleCards(indexTopic(parsePack(JSON.parse(pack)))).map(({ id }) => id);
  const { events, head } = longLog(size, cards);
  return { events, head: sealRow(head), note: JSON.stringify({ v: 1, ...head }) };
}
