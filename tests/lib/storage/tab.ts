import { afterEach } from 'vitest';
import type { Moment } from '#lib/storage/now.ts';
import { openStorage } from '#lib/storage/storage.ts';
import type { DeviceStorage } from '#lib/storage/storage.ts';
import { steadyClock } from './clock.ts';
import type { FaultyFactory } from './faulty-factory.ts';

const tabs: DeviceStorage[] = [];
afterEach(() => {
  for (const storage of tabs.splice(0)) storage.close();
});

/** Opens the storage as a tab of a browser does, until the test ends. */
export async function openTab(
  factory: FaultyFactory,
  now: () => Moment = steadyClock(),
): Promise<DeviceStorage> {
  const { notes, copy } = factory;
  const storage = await openStorage({ factory, now, notes, openCopy: async () => copy });
  if (!storage.ok) throw new TypeError(`Open the storage, not ${JSON.stringify(storage.problem)}`);
  tabs.push(storage.value);
  return storage.value;
}

/** Another program's handle on a database; it does not let go by itself. */
export async function holdOpen(factory: IDBFactory, name: string, version?: number): Promise<IDBDatabase> {
  const request = version === undefined ? factory.open(name) : factory.open(name, version);
  await new Promise((resolve) => request.addEventListener('success', resolve));
  return request.result;
}
