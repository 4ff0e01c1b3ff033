import { databaseName } from '#lib/storage/schema.ts';
import { defaultSettings } from '#lib/storage/settings.ts';
import type { Storage } from '#lib/storage/storage.ts';
import { review } from '../../core/review/some-events.ts';
import { planOf } from './contract.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { openTab } from './tab.ts';

/** Three answers, a sitting and settings, in a browser that was closed since. */
export async function stored(): Promise<{ readonly factory: FaultyFactory; readonly before: Kept }> {
  const factory = new FaultyFactory();
  const storage = await openTab(factory);
  for (const position of [0, 1, 2]) await storage.append(review({ position }));
  await storage.sessions.put({ plan: planOf('one'), state: 'open' });
  await storage.settings.put({ ...defaultSettings, theme: 'dark' });
  const before = await keptIn(storage);
  storage.close();
  return { factory, before };
}

export type Kept = Awaited<ReturnType<typeof keptIn>>;
export const keptIn = async (storage: Storage) => ({
  events: (await storage.log()).events,
  sessions: await storage.sessions.list(),
  settings: await storage.settings.get(),
});

/** The same browser after it lost its database. */
export const withoutDatabase = ({ copy, notes }: FaultyFactory): FaultyFactory =>
  new FaultyFactory(copy, notes);

/** Changes what a row of the log says, behind the app's back. */
export const spoil = (factory: FaultyFactory, seq: number): Promise<void> =>
  factory.tamper(databaseName, (database) => {
    const transaction = database.transaction('events', 'readwrite');
    const cursors = transaction.objectStore('events').openCursor();
    cursors.addEventListener('success', () => {
      const cursor = cursors.result;
      if (cursor?.value.seq === seq) cursor.update({ ...cursor.value, tz: 'Europe/Oslo' });
      cursor?.continue();
    });
    return transaction;
  });
