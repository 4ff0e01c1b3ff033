import type { DeviceId } from '#core/log/envelope.ts';

// Do not change a name or what a store holds without a new version and a migration in `migrate`.
export const databaseName = 'harmattan';
export const databaseVersion = 2;

export const storeNames = ['events', 'forks', 'aside', 'snapshots', 'head', 'sessions', 'settings'] as const;
export type StoreName = (typeof storeNames)[number];

/** What each store holds, and the keys of its rows. */
export interface Keys {
  /** The log. Rows are `Envelope`s; they are only ever added. */
  readonly events: readonly [deviceId: DeviceId, seq: number];
  /** More of the log: entries whose place in `events` an entry of another copy of the device holds. */
  readonly forks: readonly [deviceId: DeviceId, seq: number, checksum: string];
  /** Damaged rows that a sound copy has taken the place of, as they were found. */
  readonly aside: number;
  /** What replaying the log gave, by the number of entries replayed. */
  readonly snapshots: number;
  /** Under `head`: who writes here, and the last number and clock reading given out. */
  readonly head: string;
  /** Session plans by their id. */
  readonly sessions: string;
  /** Under `settings`. */
  readonly settings: string;
}

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
    database.createObjectStore('snapshots');
  }
}
