import { expect, test, vi } from 'vitest';
import { parseBackup } from '#core/review/backup.ts';
import type { CopyRequest } from '#lib/worker/copy.worker.ts';
import { review } from '../../core/review/some-events.ts';
import { steadyClock } from '../storage/clock.ts';
import { FaultyFactory } from '../storage/faulty-factory.ts';
import { openTab } from '../storage/tab.ts';

const ends: unknown[] = [];

/** The worker over the database of a browser; gives what it answers in the end. */
async function workerOver(factory: FaultyFactory): Promise<(request: CopyRequest) => Promise<unknown>> {
  const listening = vi.fn<(type: string, hear: (event: { readonly data: CopyRequest }) => void) => void>();
  let give: (answer: unknown) => void = () => undefined;
  vi.resetModules();
  vi.stubGlobal('indexedDB', factory);
  vi.stubGlobal('addEventListener', listening);
  vi.stubGlobal('postMessage', (answer: object) => 'result' in answer && give(answer.result));
  vi.stubGlobal('reportError', (error: unknown) => give(error));
  vi.stubGlobal('close', () => ends.push(factory));
  await import('#lib/worker/copy.worker.ts');
  const hear = listening.mock.calls[0]?.[1];
  return (data) =>
    new Promise((resolve) => {
      give = resolve;
      hear?.({ data });
    });
}

const name = 'harmattan';

test('the worker saves a copy, looks at it elsewhere, and takes it there', async () => {
  const mine = new FaultyFactory();
  const storage = await openTab(mine);
  const event = await storage.append(review());
  const saved = await (await workerOver(mine))({ name, do: 'save', moment: steadyClock()() });
  expect(saved).toEqual({ ok: true, value: { file: expect.any(Blob), answers: 1 } });
  const { file } = Reflect.get(Object(saved), 'value') as { readonly file: Blob };
  expect(parseBackup(await file.text())).toMatchObject({ ok: true, value: { events: [event] } });

  const theirs = new FaultyFactory();
  const ask = await workerOver(theirs);
  expect(await ask({ name, do: 'take', takeSettings: true })).toBeInstanceOf(TypeError);
  expect(await ask({ name, do: 'look', file: new File(['{}'], 'copy.json') })).toEqual({
    ok: true,
    value: { ok: false, problem: { type: 'wrong-format' } },
  });
  expect(await ask({ name, do: 'look', file: new File([file], 'copy.json') })).toMatchObject({
    ok: true,
    value: { ok: true, value: { added: 1, known: 0, answers: 1 } },
  });
  expect(await (await openTab(theirs)).total()).toBe(0);
  expect(await ask({ name, do: 'take', takeSettings: true })).toMatchObject({
    ok: true,
    value: { report: { added: 1 }, lines: [expect.stringContaining(event.checksum)] },
  });
  expect((await (await openTab(theirs)).log()).events).toEqual([event]);
  vi.unstubAllGlobals();
});

test('a worker whose database is erased or upgraded by another tab says so and ends', async () => {
  const factory = new FaultyFactory();
  const storage = await openTab(factory);
  await storage.append(review());
  const ask = await workerOver(factory);
  await ask({ name, do: 'save', moment: steadyClock()() });
  const told = ask({ name, do: 'save', moment: steadyClock()() });
  await storage.erase();
  expect(ends).toEqual([factory]);
  expect(await told).toMatchObject({ ok: expect.any(Boolean) });
  vi.unstubAllGlobals();
});
