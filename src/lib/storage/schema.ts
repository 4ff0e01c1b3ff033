import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';

import type { DeviceId } from '#core/review/event.ts';

// Do not change a name or what a store holds without a new version and a migration in `migrate`.
export const databaseName = 'harmattan';
export const databaseVersion = 1;

export const storeNames = ['events', 'head', 'sessions', 'settings'] as const;
export type StoreName = (typeof storeNames)[number];

/** Rows are unknown until they are parsed: what a disk gives back need not be what was written. */
export interface Schema extends DBSchema {
  /** The log. Rows are `LogEvent`s; they are only ever added. */
  events: { key: [deviceId: DeviceId, seq: number]; value: unknown };
  /** Under `head`: who writes here, and the last number and clock reading given out. */
  head: { key: string; value: unknown };
  /** Session plans by their id. */
  sessions: { key: string; value: unknown };
  /** Under `settings`. */
  settings: { key: string; value: unknown };
}

export type Handle = IDBPDatabase<Schema>;
export type WriteTransaction = IDBPTransaction<Schema, readonly StoreName[], 'readwrite'>;

/** One block a version, never edited once released. */
export function migrate(database: IDBDatabase, oldVersion: number): void {
  if (oldVersion < 1) {
    database.createObjectStore('events', { keyPath: ['deviceId', 'seq'] });
    database.createObjectStore('head');
    database.createObjectStore('sessions');
    database.createObjectStore('settings');
  }
}
