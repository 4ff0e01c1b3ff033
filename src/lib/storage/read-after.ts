import { entriesIn } from '#core/log/extent.ts';
import type { Extent } from '#core/log/extent.ts';
import { isRecord } from '#core/shape.ts';

import type { Database } from './database.ts';
import { headShape } from './device.ts';
import { readRows } from './review-log.ts';
import type { LogReading, Row } from './review-log.ts';
import { openRow } from './sealed.ts';

/**
 * What the log holds beyond an extent; undefined where it does not hold that extent any more, as far as its head and
 * the last entry of each device tell. To count a long log takes longer than to open it: that is for `compare`.
 */
export function readAfter(database: Database, extent: Extent): Promise<LogReading | undefined> {
  const { devices, forks } = extent;
  return database.run(async (handle) => {
    const transaction = handle.transaction(['events', 'forks', 'head']);
    const events = transaction.objectStore('events');
    const ranges = rangesBeyond(devices);
    const [head, forked, lasts, keys, rows] = await Promise.all([
      transaction.objectStore('head').get('head'),
      transaction.objectStore('forks').count(),
      Promise.all(devices.map(({ deviceId, seq }) => events.get([deviceId, seq]))),
      Promise.all(ranges.map((range) => events.getAllKeys(range))),
      Promise.all(ranges.map((range) => events.getAll(range))),
    ]);
    const found = rows.flat();
    const isThere = devices.every(({ hash }, index) => {
      const last = lasts[index];
      return isRecord(last) && last.checksum === hash;
    });
    const total = headShape(openRow(head))?.total;
    if (!isThere || forked !== forks || total !== entriesIn(extent) + found.length) return undefined;
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
