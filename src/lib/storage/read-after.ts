import type { Extent } from '#core/log/extent.ts';
import { isRecord } from '#core/shape.ts';

import type { Database } from './database.ts';
import { readRows } from './review-log.ts';
import type { LogReading, Row } from './review-log.ts';

/** What the log holds beyond an extent; undefined where it does not hold that extent any more, as far as counts and heads tell. */
export function readAfter(database: Database, { devices, forks }: Extent): Promise<LogReading | undefined> {
  return database.run(async (handle) => {
    const transaction = handle.transaction(['events', 'forks']);
    const events = transaction.objectStore('events');
    const [counts, heads, forked, keys, rows] = await Promise.all([
      Promise.all(
        devices.map(({ deviceId, seq }) => events.count(IDBKeyRange.bound([deviceId, 1], [deviceId, seq]))),
      ),
      Promise.all(devices.map(({ deviceId, seq }) => events.get([deviceId, seq]))),
      transaction.objectStore('forks').count(),
      Promise.all(rangesBeyond(devices).map((range) => events.getAllKeys(range))),
      Promise.all(rangesBeyond(devices).map((range) => events.getAll(range))),
    ]);
    const isThere = devices.every(({ entries, hash }, index) => {
      const head = heads[index];
      return counts[index] === entries && isRecord(head) && head.checksum === hash;
    });
    if (!isThere || forked !== forks) return undefined;
    const found = rows.flat();
    return readRows(keys.flat().map((key, index): Row => [key, found[index]]));
  });
}

/** Everything but the first entries of devices that are sorted by name. */
function rangesBeyond(devices: Extent['devices']): readonly IDBKeyRange[] {
  const [first] = devices;
  if (!first) return [IDBKeyRange.lowerBound([])];
  return [
    IDBKeyRange.upperBound([first.deviceId, 1], true),
    ...devices.map(({ deviceId, seq }, index) => {
      const next = devices[index + 1];
      return next
        ? IDBKeyRange.bound([deviceId, seq], [next.deviceId, 1], true, true)
        : IDBKeyRange.lowerBound([deviceId, seq], true);
    }),
  ];
}
