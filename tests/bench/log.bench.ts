import { bench, describe } from 'vitest';
import { digestOf } from '#core/log/digest.ts';
import type { DeviceId } from '#core/log/envelope.ts';
import { journalLine, readJournal } from '#core/log/journal-line.ts';
import { merged } from '#core/log/merge.ts';
import { parseBackup, writeBackup } from '#core/review/backup.ts';
import type { CardId } from '#core/fact/fact.ts';
import type { LogEvent } from '#core/review/event.ts';
import { activeReviews } from '#core/review/log.ts';
import { standingAfter } from '#core/review/standing.ts';
import { headAfter, nextEvent, readRows } from '#lib/storage/review-log.ts';
import type { Head } from '#lib/storage/device.ts';
import { review } from '../core/review/some-events.ts';

const size = Number(process.env.EVENTS ?? 100_000);
const startMs = Date.UTC(2024, 0, 1, 12);

/** Years of answers on one device, eight seconds apart within a sitting. */
function longLog(): readonly LogEvent[] {
  let head: Head = { deviceId: 'f'.repeat(32) as DeviceId, seq: 0, total: 0 };
  return Array.from({ length: size }, (_, index) => {
    const wallUtcMs = startMs + Math.floor(index / 100) * 86_400_000 + (index % 100) * 8000;
    const body = review({
      card: `f${(index * 7919) % 1500}/object` as CardId,
      position: index % 100,
      marks: index % 5 ? 1 : 0,
    });
    const event = nextEvent(head, body, { wallUtcMs, tzOffsetMin: 60, tz: 'Africa/Niamey' });
    head = headAfter(head, event);
    return event;
  });
}

const once = { iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 };

describe(`a log of ${size} answers`, () => {
  const log = longLog();
  const last = log.at(-1);
  const head = {
    deviceId: 'f'.repeat(32) as DeviceId,
    seq: size,
    total: size,
    hlc: last?.hlc ?? '',
    hash: last?.checksum ?? '',
  };
  const backup = { exportedUtcMs: startMs, events: log, sessions: [], damaged: [] };
  const text = writeBackup(backup);
  const journal = log.map((event) => journalLine({ event })).join('');
  console.log(
    `${size} answers: backup ${(text.length / 2 ** 20).toFixed(0)} MiB, journal ${(journal.length / 2 ** 20).toFixed(0)} MiB`,
  );

  bench('seal one answer', () =>
    void nextEvent(head, review(), { wallUtcMs: startMs, tzOffsetMin: 60, tz: '' }));
  bench('verify every row', () => void readRows(log.map((event) => [event.seq, event])), once);
  bench('replay to what is known', () => void standingAfter(activeReviews(log)), once);
  bench('write a backup', () => void writeBackup(backup), once);
  bench('read and verify a backup', () => void parseBackup(text), once);
  bench('merge with the same log', () => void merged(log, log), once);
  bench('digest', () => void digestOf(log), once);
  bench('read the second copy', () => void readJournal(journal), once);
});
