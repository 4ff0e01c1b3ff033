import type { Database } from './database.ts';
import type { WriteTransaction } from './schema.ts';
import { openRow, sealRow } from './sealed.ts';
import { parseSettings } from './settings.ts';
import type { Settings } from './settings.ts';

/** Settings that are absent or damaged are the default ones. */
export const readSettings = (database: Database): Promise<Settings> =>
  database.run(async (handle) => parseSettings(openRow(await handle.get('settings', 'settings'))));

/** Keeps settings; gives them back as they are kept. */
export async function keepSettings(database: Database, settings: Settings): Promise<Settings> {
  await database.write(['settings'], (transaction) => putSettings(transaction, settings));
  return parseSettings(settings);
}

export async function putSettings(transaction: WriteTransaction, settings: Settings): Promise<void> {
  await transaction.objectStore('settings').put(sealRow(parseSettings(settings)), 'settings');
}
