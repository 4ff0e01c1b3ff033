import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';

import type { DeviceId } from '#core/log/envelope.ts';

// Do not change a name or what a store holds without a new version and a migration in `migrate`.
export const databaseName = 'harmattan';
export const copyDatabaseName = 'harmattan-copy';
export const databaseVersion = 2;

export const storeNames = ['events', 'forks', 'aside', 'head', 'sessions', 'settings'] as const;
export type StoreName = (typeof storeNames)[number];

/** Rows are unknown until they are parsed: what a disk gives back need not be what was written. */
export interface Schema extends DBSchema {
  /** The log. Rows are `Envelope`s; they are only ever added. */
  events: { key: [deviceId: DeviceId, seq: number]; value: unknown };
  /** More of the log: entries whose place in `events` an entry of another copy of the device holds. */
  forks: { key: [deviceId: DeviceId, seq: number, checksum: string]; value: unknown };
  /** Damaged rows that a sound copy has taken the place of, as they were found. */
  aside: { key: number; value: unknown };
  /** Under `head`: who writes here, and the last number and clock reading given out. Under `snapshot`: what followed from the log. */
  head: { key: string; value: unknown };
  /** Session plans by their id. */
  sessions: { key: string; value: unknown };
  /** Under `settings`. */
  settings: { key: string; value: unknown };
}

export type Handle = IDBPDatabase<Schema>;
export type WriteTransaction = IDBPTransaction<Schema, readonly StoreName[], 'readwrite'>;

/** One block a version, never edited once released. Stores are only added: an older row stays where it is. */
export function migrate(database: IDBDatabase, oldVersion: number): void {
  if (oldVersion < 1) {
    database.createObjectStore('events', { keyPath: ['deviceId', 'seq'] });
    database.createObjectStore('head');
    database.createObjectStore('sessions');
    database.createObjectStore('settings');
  }
  if (oldVersion < 2) {
    database.createObjectStore('forks', { keyPath: ['deviceId', 'seq', 'checksum'] });
    database.createObjectStore('aside', { autoIncrement: true });
  }
}
