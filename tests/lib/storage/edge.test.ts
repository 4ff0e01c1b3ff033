import { expect, test, vi } from 'vitest';
import type { Day } from '#core/memory/day.ts';
import { writeBackup } from '#core/review/backup.ts';
import { backupFileName, readBack } from '#lib/storage/backup-file.ts';
import { memoryNotes } from '#lib/storage/notes.ts';
import { keepCopyMark, readCopyMark } from '#lib/storage/safe-copy.ts';
import { now, today } from '#lib/storage/now.ts';
import {
  newAttemptId,
  newDeviceId,
  newQuizId,
  newSeed,
  newSessionId,
  randomBytes,
} from '#lib/storage/random.ts';

test('now() tells the time, the offset and the zone', () => {
  const { wallUtcMs, tzOffsetMin, tz } = now();
  expect(Math.abs(wallUtcMs - Date.now())).toBeLessThan(1000);
  expect(tzOffsetMin).toBe(0 - new Date().getTimezoneOffset());
  expect(tz).not.toBe('');
});

test.each([
  [-60, 60],
  [210, -210],
  [0, 0],
])('now() tells an offset of %i minutes behind UTC as %i ahead', (behind, ahead) => {
  const offset = vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(behind);
  expect(now().tzOffsetMin).toBe(ahead); // 0 is not -0
  offset.mockRestore();
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
  for (const short of [newQuizId(), newAttemptId()]) expect(short).toMatch(/^[0-9a-f]{16}$/);
  expect(randomBytes(20)).toHaveLength(20);
  expect(randomBytes(20)).not.toEqual(randomBytes(20));
  const seeds = Array.from({ length: 1000 }, newSeed);
  expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)).toBe(true);
  expect(Math.max(...seeds)).toBeGreaterThan(2 ** 30);
});

test('backupFileName() has the day', () => {
  expect(backupFileName(20_781 as Day)).toBe('harmattan-2026-11-24.json');
});

test('readBack() gives a copy, or says that it cannot be read', () => {
  const backup = { exportedUtcMs: 1, events: [], sessions: [], damaged: [] };
  expect(readBack(writeBackup(backup))).toEqual(backup);
  expect(() => readBack(writeBackup(backup).slice(0, -3))).toThrow('damaged');
});

test('a mark of a copy is read as it was kept; anything else is none', () => {
  const notes = memoryNotes();
  expect(readCopyMark('copied', notes)).toBeUndefined();
  keepCopyMark('copied', { day: 20_781 as Day, answers: 7 }, notes);
  expect(readCopyMark('copied', notes)).toEqual({ day: 20_781, answers: 7 });
  expect(readCopyMark('putOff', notes)).toBeUndefined();
  for (const text of ['{', '[]', '{"v":2,"day":1,"answers":1}', '{"v":1,"day":1,"answers":-1}']) {
    notes.set('harmattan.copied', text);
    expect(readCopyMark('copied', notes)).toBeUndefined();
  }
});

test.each([0, 1, 3, 4, 5, 12])('today() turns at the hour that the learner has chosen: %i', (hour) => {
  const turn = Date.UTC(2026, 10, 24, hour);
  const at = (utcMs: number) => today(hour, { wallUtcMs: utcMs, tzOffsetMin: 0, tz: 'UTC' });
  expect(at(turn)).toBe(at(turn - 1) + 1);
  expect(at(turn)).toBe(20_781);
});
