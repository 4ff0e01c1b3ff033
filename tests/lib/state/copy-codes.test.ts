import { describe, expect, test } from 'vitest';
import { openFile } from '#lib/import/open-file.ts';
import { drawCode } from '#lib/qr/draw.ts';
import { readQr } from '#lib/qr/read.ts';
import { copyToShow, seenCode } from '#lib/state/copy-codes.ts';
import { mostCopyBytes } from '#core/transfer/copy-codes.ts';
import type { DropProgress } from '#core/transfer/drop-codes.ts';
import { parseBackup, writeBackup } from '#core/review/backup.ts';
import { seededRandom } from '#core/item/random.ts';
import { cameraFrame, somePose } from '../qr/camera-frame.ts';
import { logOf, review } from '../../core/review/some-events.ts';

/** What a camera that misses four codes of ten makes of those that a screen shows. */
async function filmed(text: string): Promise<File> {
  const shown = await copyToShow(new Blob([text]));
  if (shown.type !== 'codes') throw new TypeError('The copy is too large');
  const random = seededRandom('film');
  let progress: DropProgress | undefined;
  for (let number = 0; number < 100; number += 1) {
    if (random() < 0.4) continue;
    const seen = readQr(cameraFrame(drawCode(shown.codes.code(number)).rows, somePose(random), random));
    if (seen === undefined) continue;
    const read = seenCode(progress?.type === 'partial' ? progress.seen : undefined, seen);
    if (!read.ok) throw new TypeError(read.problem.type);
    if (read.value.type === 'whole') return new File([read.value.bytes], 'copy');
    progress = read.value;
  }
  throw new TypeError('Nothing whole was seen');
}

describe('a copy from screen to camera', () => {
  test('comes through a camera that misses codes, and is read as a file is', async () => {
    const answers = Array.from({ length: 15 }, (_, position) => review({ position }));
    const text = writeBackup({
      exportedUtcMs: 0,
      events: logOf('f'.repeat(32), answers),
      sessions: [],
      damaged: [],
    });
    const file = await filmed(text);
    const reader = { takes: 'text', read: (read: string) => parseBackup(read) } as const;
    expect(await openFile(reader, file, file.name)).toEqual(parseBackup(text));
  });

  test('that is too long is for a file', async () => {
    const noise = Array.from({ length: 9000 }, (_, at) => Math.sin(at + 1).toString(36)).join('');
    const text = writeBackup({ exportedUtcMs: 0, events: [], sessions: [noise], damaged: [] });
    const shown = await copyToShow(new Blob([text]));
    expect(shown).toEqual({ type: 'too-large', bytes: expect.any(Number) });
    expect(shown.type === 'too-large' && shown.bytes).toBeGreaterThan(mostCopyBytes);
  });

  test.each([
    ['what is no code', 'https://example.org/', 'not-a-code'],
    ['nothing', ' ', 'empty'],
  ])('%s is refused', (_, text, type) => {
    expect(seenCode(undefined, text)).toEqual({ ok: false, problem: { type } });
  });
});
