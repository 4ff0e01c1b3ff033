import { expect, test } from 'vitest';
import type { Day } from '#core/memory/day.ts';
import { backupFileName } from '#lib/storage/backup-file.ts';
import { now, today } from '#lib/storage/now.ts';
import { newDeviceId, newSeed, newSessionId } from '#lib/storage/random.ts';

test('now() tells the time, the offset and the zone', () => {
  const { wallUtcMs, tzOffsetMin, tz } = now();
  expect(Math.abs(wallUtcMs - Date.now())).toBeLessThan(1000);
  expect(tzOffsetMin).toBe(-new Date().getTimezoneOffset());
  expect(tz).not.toBe('');
});

test('today() begins at four in the morning', () => {
  const night = Date.UTC(2026, 10, 24, 3, 59);
  expect(today(undefined, { wallUtcMs: night + 60_000, tzOffsetMin: 0, tz: 'UTC' })).toBe(
    today(undefined, { wallUtcMs: night, tzOffsetMin: 0, tz: 'UTC' }) + 1,
  );
});

test('ids have 128 random bits, seeds 32', () => {
  expect(newDeviceId()).toMatch(/^[0-9a-f]{32}$/);
  expect(new Set(Array.from({ length: 1000 }, newSessionId)).size).toBe(1000);
  const seeds = Array.from({ length: 1000 }, newSeed);
  expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)).toBe(true);
  expect(Math.max(...seeds)).toBeGreaterThan(2 ** 30);
});

test('backupFileName() has the day', () => {
  expect(backupFileName(20_781 as Day)).toBe('harmattan-2026-11-24.json');
});
