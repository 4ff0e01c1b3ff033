import { describe, expect, test, vi } from 'vitest';
import { fileLimits } from '#core/guard/limits.ts';
import { ok, refused } from '#core/result.ts';
import { copyInWorker, lookInWorker } from '#lib/state/copy-worker.ts';
import { started, withFakeWorkers } from '../fake-worker.ts';
import type { FakeWorker } from '../fake-worker.ts';

withFakeWorkers();

const file = new File(['{}'], 'copy.json');
const preview = { exportedUtcMs: 1, added: 2, known: 3, answers: 4 };

describe('copyInWorker()', () => {
  test('gives the copy, tells how far it is, and ends the worker', async () => {
    const shares: number[] = [];
    const saving = copyInWorker((share) => shares.push(share));
    const [worker] = started;
    expect(worker?.asked).toMatchObject([{ do: 'save', name: 'harmattan', moment: {} }]);
    worker?.answer({ share: 0.5 });
    expect(worker?.ended).toBe(0);
    worker?.answer({ result: ok({ file, answers: 2 }) });
    expect(await saving).toEqual({ file, answers: 2 });
    expect([shares, worker?.ended]).toEqual([[0.5], 1]);
  });

  test('rejects with a problem of the storage', async () => {
    const failing = copyInWorker(() => undefined);
    started[0]?.answer({ result: refused({ type: 'quota' }) });
    await expect(failing).rejects.toMatchObject({ problem: { type: 'quota' } });
    expect(started[0]?.ended).toBe(1);
  });

  test.each(['error', 'messageerror'])(
    'gives none after an %s of the worker, which is ended',
    async (event) => {
      const without = copyInWorker(() => undefined);
      started[0]?.dispatchEvent(new Event(event));
      expect(await without).toBeUndefined();
      expect(started[0]?.ended).toBe(1);
    },
  );
});

describe('lookInWorker()', () => {
  test('gives what a restore would do; the worker waits to do it, and ends with it', async () => {
    const looking = lookInWorker(file, () => undefined);
    const [worker] = started;
    expect(worker?.asked).toEqual([{ do: 'look', name: 'harmattan', file }]);
    worker?.answer({ result: ok(ok(preview)) });
    const looked = await looking;
    if (!looked.ok) throw new TypeError(looked.problem.type);
    expect(looked.value).toMatchObject(preview);
    const shares: number[] = [];
    const taking = looked.value.take(Promise.resolve(true), (share) => shares.push(share));
    looked.value.drop();
    expect(worker?.ended).toBe(0);
    await vi.waitFor(() => expect(worker?.asked[1]).toMatchObject({ do: 'take', takeSettings: true }));
    worker?.answer({ share: 1 });
    worker?.answer({ result: ok('taken') });
    expect(await taking).toBe('taken');
    expect([shares, worker?.ended]).toEqual([[1], 1]);
  });

  test('a copy that nobody takes is let go', async () => {
    const looking = lookInWorker(file, () => undefined);
    started[0]?.answer({ result: ok(ok(preview)) });
    const looked = await looking;
    if (looked.ok) looked.value.drop();
    expect(started[0]?.ended).toBe(1);
  });

  test.each([
    ['the storage', (worker: FakeWorker) => worker.answer({ result: refused({ type: 'quota' }) }), 'quota'],
    ['the worker', (worker: FakeWorker) => worker.dispatchEvent(new Event('error')), 'unavailable'],
  ])('a restore that fails by %s says so', async (_, fail, type) => {
    const looking = lookInWorker(file, () => undefined);
    started[0]?.answer({ result: ok(ok(preview)) });
    const looked = await looking;
    if (!looked.ok) throw new TypeError(looked.problem.type);
    const taking = looked.value.take(Promise.resolve(false), () => undefined);
    await vi.waitFor(() => expect(started[0]?.asked).toHaveLength(2));
    for (const worker of started) fail(worker);
    await expect(taking).rejects.toMatchObject({ problem: { type } });
    expect(started[0]?.ended).toBe(1);
  });

  test('a file that is refused, or that a worker gives up, is told, and the worker ended', async () => {
    const damaged = refused({ type: 'damaged' } as const);
    const first = lookInWorker(file, () => undefined);
    started[0]?.answer({ result: ok(damaged) });
    expect(await first).toEqual(damaged);
    const second = lookInWorker(file, () => undefined);
    started[1]?.dispatchEvent(new Event('error'));
    expect(await second).toEqual(refused({ type: 'given-up', why: 'crash' }));
    const third = lookInWorker(file, () => undefined);
    started[2]?.answer({ result: refused({ type: 'quota' }) });
    await expect(third).rejects.toMatchObject({ problem: { type: 'quota' } });
    expect(started.map(({ ended }) => ended)).toEqual([1, 1, 1]);
  });

  test('a file that takes too long is given up; one that is too large is not begun', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const looking = lookInWorker(file, () => undefined);
    vi.advanceTimersByTime(fileLimits.timeMs - 1);
    expect(started[0]?.ended).toBe(0);
    vi.advanceTimersByTime(1);
    expect(await looking).toEqual(refused({ type: 'given-up', why: 'time' }));
    expect(started[0]?.ended).toBe(1);
    const large = new File([], 'large.json');
    Object.defineProperty(large, 'size', { value: fileLimits.fileBytes + 1 });
    expect(await lookInWorker(large, () => undefined)).toEqual(refused({ type: 'too-large', what: 'file' }));
    expect(started).toHaveLength(1);
  });
});
