import { describe, expect, test } from 'vitest';
import { noteKeys } from '#lib/storage/notes.ts';
import { databaseName } from '#lib/storage/schema.ts';
import { journalLine } from '#core/log/journal-line.ts';
import { logOf, review } from '../../core/review/some-events.ts';
import { backupOf, planOf } from './contract.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { keptIn, spoil, stored, withoutDatabase } from './stored.ts';
import { openTab } from './tab.ts';

describe('a second copy that cannot be read', () => {
  test('is as good as none: the log is taken as it is, and what is missing is counted', async () => {
    const { factory, before } = await stored();
    const storage = await openTab(factory);
    factory.copy.failing = true;
    expect(await storage.recover()).toMatchObject({ restored: 0, healed: 0, missing: 0, copied: 0 });
    factory.copy.failing = false;
    expect(await keptIn(storage)).toEqual(before);
  });
});

describe('a second copy', () => {
  test('that cannot be compared is no reason not to open', async () => {
    const { factory, before } = await stored();
    const storage = await openTab(factory);
    factory.copy.failing = true;
    expect(await storage.compare()).toMatchObject({ restored: 0, missing: 0, copied: 0 });
    expect(await keptIn(storage)).toEqual(before);
  });

  test('with lines that are no entries any more is begun anew', async () => {
    const { factory, before } = await stored();
    factory.copy.text += journalLine({ event: { seq: 1 } }) + journalLine({ of: 'tomorrow' });
    const storage = await openTab(factory);
    expect(await storage.compare()).toMatchObject({ restored: 0, missing: 0 });
    expect(await keptIn(storage)).toEqual(before);
    expect(factory.copy.aside).toHaveLength(1);
    expect(await storage.compare()).toBeUndefined();
  });
});

describe('a database that is gone', () => {
  test('is noticed, and everything comes back from the second copy', async () => {
    const { factory, before } = await stored();
    const storage = await openTab(withoutDatabase(factory));
    expect(storage.short).toBe(true);
    expect(await storage.recover()).toMatchObject({ restored: 3, healed: 0, missing: 0 });
    expect(await keptIn(storage)).toEqual(before);
    expect(await storage.compare()).toBeUndefined();
  });

  test('gives no number out twice afterwards', async () => {
    const { factory } = await stored();
    const storage = await openTab(withoutDatabase(factory));
    await storage.recover();
    const next = await storage.append(review());
    const { events } = await storage.log();
    expect(events).toHaveLength(4);
    expect(next.deviceId).not.toBe(events[0]?.deviceId);
  });

  test('together with the second copy: what is missing is counted, and work goes on', async () => {
    const { factory } = await stored();
    factory.copy.text = '';
    const storage = await openTab(withoutDatabase(factory));
    expect(storage.short).toBe(true);
    expect(await storage.recover()).toMatchObject({ restored: 0, missing: 3 });
    await storage.append(review());
    storage.close();
    expect((await openTab(withoutDatabase(factory))).short).toBe(true);
  });

  test('an empty one without a note is a first visit', async () => {
    expect((await openTab(new FaultyFactory())).short).toBe(false);
  });

  test('an older state of it is noticed too', async () => {
    const { factory } = await stored();
    factory.notes.set(
      noteKeys.sentinel,
      JSON.stringify({ v: 1, deviceId: 'a', seq: 4, total: 4, hash: 'x' }),
    );
    const storage = await openTab(factory);
    expect(storage.short).toBe(true);
    expect(await storage.recover()).toMatchObject({ restored: 0, missing: 1 });
  });

  test.each(['', '{', '{"v":1}', '{"v":2,"deviceId":"a","seq":4,"total":4}'])(
    'the note %j proves nothing',
    async (note) => {
      const factory = new FaultyFactory();
      factory.notes.set(noteKeys.sentinel, note);
      expect((await openTab(factory)).short).toBe(false);
    },
  );
});

describe('a damaged row', () => {
  test('is healed from the second copy, and set aside as it was found', async () => {
    const { factory, before } = await stored();
    await spoil(factory, 2);
    const storage = await openTab(factory);
    expect((await storage.log()).damaged).toHaveLength(1);
    expect(await storage.recover()).toMatchObject({ restored: 1, healed: 1, missing: 0 });
    expect(await keptIn(storage)).toEqual(before);
    const { damaged } = await backupOf(storage);
    expect(damaged).toMatchObject([
      { problem: 'checksum', key: JSON.stringify([before.events[1]?.deviceId, 2]) },
    ]);
    expect(damaged[0]?.found).toContain('Europe/Oslo');
    expect(await storage.compare()).toBeUndefined();
    expect((await storage.append(review())).seq).toBe(4);
  });

  test('without a second copy stays as it is', async () => {
    const { factory } = await stored();
    await spoil(factory, 2);
    factory.copy.text = '';
    const storage = await openTab(factory);
    expect(await storage.recover()).toMatchObject({ restored: 0, healed: 0, missing: 1 });
    expect((await storage.log()).damaged).toHaveLength(1);
  });

  test('a missing row is noticed by the quick comparison', async () => {
    const { factory, before } = await stored();
    await factory.tamper(databaseName, (database) => {
      const transaction = database.transaction('events', 'readwrite');
      transaction.objectStore('events').delete([before.events[1]?.deviceId ?? '', 2]);
      return transaction;
    });
    const storage = await openTab(factory);
    expect(await storage.compare()).toMatchObject({ restored: 1, missing: 0 });
    expect(await keptIn(storage)).toEqual(before);
  });
});

describe('the second copy', () => {
  test('has every answer when it is told as saved', async () => {
    const { factory } = await stored();
    expect(factory.copy.text.split('\n')).toHaveLength(6);
  });

  test.each<[string, (text: string) => string]>([
    ['gone', () => ''],
    ['cut at its end', (text) => text.slice(0, -20)],
    ['changed in the middle', (text) => text.replace('"position":1', '"position":7')],
    ['of something else', () => 'hello'],
    ['behind by an answer', (text) => text.split('\n').toSpliced(2, 3).join('\n')],
  ])('%s is made whole again from the database', async (_, spoiled) => {
    const { factory, before } = await stored();
    const whole = factory.copy.text;
    factory.copy.text = spoiled(whole);
    const storage = await openTab(factory);
    expect((await storage.compare()) ?? (await storage.recover())).toMatchObject({ restored: 0, missing: 0 });
    expect(await keptIn(storage)).toEqual(before);
    storage.close();
    const after = await openTab(withoutDatabase(factory));
    await after.recover();
    expect((await after.log()).events).toEqual(before.events);
  });

  test('what is damaged in it is set aside, not mended in place', async () => {
    const { factory } = await stored();
    const damaged = factory.copy.text.replace('"position":1', '"position":7');
    factory.copy.text = damaged;
    await (await openTab(factory)).recover();
    expect(factory.copy.aside).toEqual([damaged]);
  });

  test('that does not work costs no answer, and gets what it lacks with the next', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    factory.copy.failing = true;
    await storage.append(review({ position: 0 }));
    factory.copy.failing = false;
    await storage.append(review({ position: 1 }));
    expect(factory.copy.text.match(/"event"/g)).toHaveLength(2);
    expect(await storage.compare()).toBeUndefined();
  });

  test('a sitting that was deleted does not come back', async () => {
    const { factory } = await stored();
    const storage = await openTab(factory);
    await storage.sessions.delete(planOf('one').id);
    storage.close();
    const after = await openTab(withoutDatabase(factory));
    await after.recover();
    expect(await after.sessions.list()).toEqual([]);
  });

  test('is erased with everything else, or the erasing has failed', async () => {
    const { factory } = await stored();
    const storage = await openTab(factory);
    factory.copy.failing = true;
    await expect(storage.erase()).rejects.toThrow();
    factory.copy.failing = false;
    await storage.erase();
    expect(factory.copy.text).toBe('');
    expect(factory.notes.get(noteKeys.sentinel)).toBeUndefined();
  });
});

test('of a long log of another device the quick comparison knows the end only', async () => {
  const factory = new FaultyFactory();
  const storage = await openTab(factory);
  const events = logOf(
    'laptop',
    Array.from({ length: 180 }, (_, position) => review({ position })),
  );
  await storage.restore({ exportedUtcMs: 1, events, sessions: [], damaged: [] });
  expect(factory.copy.text.length).toBeGreaterThan(65_536);
  expect(await storage.compare()).toBeUndefined();
  factory.copy.text = factory.copy.text.split('\n').slice(0, -6).join('\n') + '\n';
  // The note tells that the log is whole; what the copy lacks is found with this device's first answer.
  expect(await storage.compare()).toBeUndefined();
  await storage.append(review());
  expect(await storage.recover()).toMatchObject({ restored: 0, missing: 0, copied: 5 });
});

test('of a long log the quick comparison looks at the end only, and sees a gap there', async () => {
  const factory = new FaultyFactory();
  const storage = await openTab(factory);
  for (let position = 0; position < 180; position += 1) await storage.append(review({ position }));
  expect(factory.copy.text.length).toBeGreaterThan(65_536);
  expect(await storage.compare()).toBeUndefined();
  const lines = factory.copy.text.split('\n');
  factory.copy.text = lines.toSpliced(-10, 1).join('\n');
  expect(await storage.compare()).toMatchObject({ restored: 0, missing: 0, copied: 1 });
  factory.copy.text = lines.slice(0, -6).join('\n') + '\n';
  expect(await storage.compare()).toMatchObject({ restored: 0, missing: 0, copied: 5 });
});

test('of a long log a row that is gone from the middle is noticed by the count', async () => {
  const factory = new FaultyFactory();
  const storage = await openTab(factory);
  for (let position = 0; position < 180; position += 1) await storage.append(review({ position }));
  await factory.tamper(databaseName, (database) => {
    const transaction = database.transaction('events', 'readwrite');
    const cursors = transaction.objectStore('events').openCursor();
    cursors.addEventListener('success', () => {
      if (cursors.result?.value.seq === 20) cursors.result.delete();
      else cursors.result?.continue();
    });
    return transaction;
  });
  expect(await storage.compare()).toMatchObject({ restored: 1, missing: 0 });
});

test('of a long log entries of another device do not hide that an own one is gone from the copy', async () => {
  const factory = new FaultyFactory();
  const storage = await openTab(factory);
  for (let position = 0; position < 160; position += 1) await storage.append(review({ position }));
  const events = logOf(
    'laptop',
    Array.from({ length: 170 }, (_, position) => review({ position })),
  );
  await storage.restore({ exportedUtcMs: 1, events: events.slice(150), sessions: [], damaged: [] });
  for (let position = 160; position < 170; position += 1) await storage.append(review({ position }));
  expect(await storage.compare()).toBeUndefined();
  const lines = factory.copy.text.split('\n');
  const gone = lines.findIndex((line) => line.includes('"seq":161,') && !line.includes('laptop'));
  factory.copy.text = lines.toSpliced(gone, 1).join('\n');
  expect(await storage.compare()).toMatchObject({ restored: 0, copied: 1 });
});
