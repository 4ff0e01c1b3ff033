import { bench, describe } from 'vitest';
import { digestOf } from '#core/log/digest.ts';
import { journalLine, readJournal } from '#core/log/journal-line.ts';
import { merged } from '#core/log/merge.ts';
import { defaultWeights } from '#core/memory/fsrs.ts';
import { parseBackup, writeBackup } from '#core/review/backup.ts';
import { projectionAfter } from '#core/review/projection.ts';
import { parseSnapshot, snapshotOf, tailEntries, writeSnapshot } from '#core/review/snapshot.ts';
import { nextEvent, readRows } from '#lib/storage/review-log.ts';
import { review } from '../core/review/some-events.ts';
import { longLog, startMs } from './long-log.ts';

const size = Number(process.env.EVENTS ?? 100_000);

const once = { iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 };

describe(`a log of ${size} answers`, () => {
  const { events: log, head } = longLog(size);
  const making = { derivation: 'bench', weights: defaultWeights };
  const snapshot = snapshotOf(log, log, making);
  const snapshotText = snapshot ? writeSnapshot(snapshot) : '';
  const covered = snapshot?.projection;
  const tail = log.slice(-tailEntries);
  const backup = { exportedUtcMs: startMs, events: log, sessions: [], damaged: [] };
  const text = writeBackup(backup);
  const journal = log.map((event) => journalLine({ event })).join('');
  console.log(
    `${size} answers: backup ${(text.length / 2 ** 20).toFixed(0)} MiB, journal ${(journal.length / 2 ** 20).toFixed(0)} MiB`,
  );

  bench('seal one answer', () =>
    void nextEvent(head, review(), { wallUtcMs: startMs, tzOffsetMin: 60, tz: '' }));
  bench('verify every row', () => void readRows(log.map((event) => [event.seq, event])), once);
  bench('replay to what is known', () => void projectionAfter(log, defaultWeights), once);
  bench('what is known after one more answer', () => void projectionAfter(tail, defaultWeights, covered));
  bench('write a snapshot', () => void (snapshot && writeSnapshot(snapshot)), once);
  bench('read a snapshot', () => void parseSnapshot(snapshotText, making), once);
  bench('write a backup', () => void writeBackup(backup), once);
  bench('read and verify a backup', () => void parseBackup(text), once);
  bench('merge with the same log', () => void merged(log, log), once);
  bench('digest', () => void digestOf(log), once);
  bench('read the second copy', () => void readJournal(journal), once);
});
