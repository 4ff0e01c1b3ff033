import { describe, expect, test } from 'vitest';
import type { DeviceExtent } from '#core/log/extent.ts';
import { defaultWeights } from '#core/memory/fsrs.ts';
import { projectionAfter } from '#core/review/projection.ts';
import { parseSnapshot, tailEntries } from '#core/review/snapshot.ts';
import type { Making, Snapshot } from '#core/review/snapshot.ts';
import type { Moment } from '#lib/storage/now.ts';
import type { Storage } from '#lib/storage/storage.ts';
import { logOf, review } from '../../core/review/some-events.ts';
import { noonMs, steadyClock } from './clock.ts';

/** What every storage keeps to about snapshots. */
export function snapshotContract(name: string, open: (now: () => Moment) => Promise<Storage>): void {
  describe(`${name}: the snapshot`, () => {
    const making: Making = { derivation: '1', weights: defaultWeights };
    const manyAnswers = tailEntries + 6;

    async function withSnapshot(): Promise<{ readonly storage: Storage; readonly snapshot: Snapshot }> {
      const storage = await open(steadyClock());
      await storage.restore({
        exportedUtcMs: noonMs,
        events: logOf('other', [review()]),
        sessions: [],
        damaged: [],
      });
      for (let position = 0; position < manyAnswers; position += 1)
        await storage.append(review({ position }));
      expect(await storage.audit(making)).toEqual({ damaged: 0, misled: false });
      const snapshot = parseSnapshot((await storage.snapshot()) ?? '', making);
      if (!snapshot) throw new TypeError('Keep a snapshot');
      return { storage, snapshot };
    }

    test('total() counts the entries of all devices', async () => {
      const { storage } = await withSnapshot();
      expect(await storage.total()).toBe(manyAnswers + 1);
    });

    test('with what after() gives, says what the whole log says', async () => {
      const { storage, snapshot } = await withSnapshot();
      await storage.append(review({ marks: 0 }));
      const after = await storage.after(snapshot.extent);
      const { events } = await storage.log();
      expect(after).toEqual({ events: events.slice(-tailEntries - 1), carried: [], damaged: [] });
      expect(projectionAfter(after?.events ?? [], defaultWeights, snapshot.projection)).toEqual(
        projectionAfter(events, defaultWeights),
      );
    });

    test('after() gives what came from other devices too, whatever their names', async () => {
      const { storage, snapshot } = await withSnapshot();
      const events = ['0', 'zz'].flatMap((device) => logOf(device, [review()], [noonMs + 86_400_000]));
      await storage.restore({ exportedUtcMs: noonMs, events, sessions: [], damaged: [] });
      const after = await storage.after(snapshot.extent);
      expect(after?.events.map(({ deviceId }) => deviceId)).toEqual(expect.arrayContaining(['0', 'zz']));
      expect(after?.events).toHaveLength(tailEntries + 2);
    });

    test('after() of nothing gives everything', async () => {
      const { storage } = await withSnapshot();
      expect(await storage.after({ devices: [], forks: 0 })).toEqual(await storage.log());
    });

    test.each<[string, (extent: DeviceExtent) => DeviceExtent]>([
      ['another last entry', (device) => ({ ...device, hash: '0'.repeat(32) })],
      ['more entries', (device) => ({ ...device, entries: device.entries + 1 })],
      ['entries that never were', (device) => ({ ...device, seq: device.seq + 1000 })],
    ])('after() does not believe an extent with %s', async (_, change) => {
      const { storage, snapshot } = await withSnapshot();
      const [first, ...others] = snapshot.extent.devices;
      if (!first) throw new RangeError('Expect a device');
      expect(
        await storage.after({ ...snapshot.extent, devices: [change(first), ...others] }),
      ).toBeUndefined();
      expect(await storage.after({ ...snapshot.extent, forks: 1 })).toBeUndefined();
    });

    test('after() does not believe an extent of another log', async () => {
      const { snapshot } = await withSnapshot();
      const { storage } = await withSnapshot();
      expect(await storage.after(snapshot.extent)).toBeUndefined();
    });

    test('a short log has none', async () => {
      const storage = await open(steadyClock());
      await storage.append(review());
      await storage.audit(making);
      expect(await storage.snapshot()).toBeUndefined();
    });
  });
}
