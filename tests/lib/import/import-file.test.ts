import { describe, expect, test, vi } from 'vitest';
import { fileLimits } from '#core/guard/limits.ts';
import { ok } from '#core/result.ts';
import { decoded } from '#lib/import/decoded.ts';
import { importFile } from '#lib/import/import-file.ts';
import { openFile } from '#lib/import/open-file.ts';
import { readers } from '#lib/import/readers.ts';
import { started, withFakeWorkers } from '../fake-worker.ts';

withFakeWorkers();

const file = new File(['{}'], 'copy.json');

describe('importFile()', () => {
  test('gives what a worker of its own answers, and ends it', async () => {
    const reading = importFile('codes', file);
    const [worker] = started;
    expect(worker?.asked).toEqual([{ kind: 'codes', file, name: 'copy.json', limits: fileLimits }]);
    expect(worker?.ended).toBe(0);
    worker?.dispatchEvent(new MessageEvent('message', { data: ok(['a']) }));
    expect(await reading).toEqual(ok(['a']));
    expect(worker?.ended).toBe(1);
  });

  test('starts none for a file that is too large', async () => {
    const read = await importFile('codes', file, { ...fileLimits, fileBytes: 1 });
    expect(read).toEqual({ ok: false, problem: { type: 'too-large', what: 'file' } });
    expect(started).toEqual([]);
    void importFile('codes', file, { ...fileLimits, fileBytes: 2 });
    expect(started).toHaveLength(1);
  });

  test.each(['error', 'messageerror'])(
    'is given up at an %s of the worker, which is ended',
    async (event) => {
      const reading = importFile('facts', file);
      started[0]?.dispatchEvent(new Event(event));
      expect(await reading).toEqual({ ok: false, problem: { type: 'given-up', why: 'crash' } });
      expect(started[0]?.ended).toBe(1);
    },
  );

  test('is given up when it takes too long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const reading = importFile('facts', file, { ...fileLimits, timeMs: 500 });
    vi.advanceTimersByTime(499);
    expect(started[0]?.ended).toBe(0);
    vi.advanceTimersByTime(1);
    expect(await reading).toEqual({ ok: false, problem: { type: 'given-up', why: 'time' } });
    expect(started[0]?.ended).toBe(1);
  });
});

test('the worker answers with what the file holds, and tells of a reader that throws', async () => {
  const listening = vi.fn<(type: string, hear: (event: { readonly data: unknown }) => void) => void>();
  const answers: unknown[] = [];
  vi.stubGlobal('addEventListener', listening);
  vi.stubGlobal('postMessage', (answer: unknown) => answers.push(answer));
  vi.stubGlobal('reportError', (error: unknown) => answers.push(error));
  await import('#lib/import/import.worker.ts');
  const [type, hear] = listening.mock.calls[0] ?? [];
  expect(type).toBe('message');
  const limits = fileLimits;
  hear?.({ data: { kind: 'facts', file: new Blob(['hello']), name: 'x', limits } });
  await vi.waitFor(() => expect(answers).toEqual([{ ok: false, problem: { type: 'not-facts' } }]));
  hear?.({ data: { kind: 'facts', file: 7, name: 'x', limits } });
  await vi.waitFor(() => expect(answers[1]).toBeInstanceOf(TypeError));
});

test('codes in a text are told from its words', async () => {
  expect(await openFile(readers.codes, new Blob(['no code here']), 'x.txt')).toEqual(ok([]));
});

test.each<[string, readonly number[], string | undefined]>([
  ['UTF-8', [0xc3, 0xa9], 'é'],
  ['UTF-16 with its low bytes first', [0xff, 0xfe, 0xe9, 0], 'é'],
  ['UTF-16 with its high bytes first', [0xfe, 0xff, 0, 0xe9], 'é'],
  ['half a mark', [0xff, 0x00], undefined],
  ['the other half', [0xfe, 0x00], undefined],
  ['no text', [0x61, 0xff], undefined],
])('decoded() of %s', (_, bytes, text) => {
  expect(decoded(Uint8Array.from(bytes))).toBe(text);
});
