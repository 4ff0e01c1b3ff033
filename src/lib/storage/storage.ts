import type { Extent } from '#core/log/extent.ts';
import type { Backup } from '#core/review/backup.ts';
import type { EventBody, LogEvent, SessionId } from '#core/review/event.ts';
import type { Making } from '#core/review/snapshot.ts';
import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';

import type { Taken } from './arrival.ts';
import type { Audit } from './audit.ts';
import { copyingLater } from './copying-later.ts';
import type { Copying } from './copying.ts';
import { connect } from './database.ts';
import type { Database } from './database.ts';
import { totalOf } from './device.ts';
import { openNews } from './news.ts';
import type { Change, News, NewsDesk } from './news.ts';
import { now as readClock } from './now.ts';
import type { Moment } from './now.ts';
import { browserFactory } from './open.ts';
import { browserNotes } from './notes.ts';
import type { Notes } from './notes.ts';
import { attempt } from './problem.ts';
import type { StorageProblem } from './problem.ts';
import type { Recovery } from './recover.ts';
import type { RestoreReport } from './restore.ts';
import { appendEvent, readLog } from './review-log.ts';
import type { LogReading } from './review-log.ts';
import type { SecondCopy } from './second-copy.ts';
import { isShort, nameIn, notedHead, noteHead } from './sentinel.ts';
import { dropSession, keepSession, readSession, readSessions } from './sessions.ts';
import type { SavedSession } from './sessions.ts';
import { keepSettings, readSettings } from './settings-store.ts';
import { defaultSettings } from './settings.ts';
import type { Settings } from './settings.ts';

export type { News, SavedSession };

/** Everything that is kept on the device. Every method rejects with a `StorageError` when it cannot do its work. */
export interface Storage {
  /** All of it, every entry verified. */
  log(): Promise<LogReading>;
  /** What it holds beyond an extent, verified; undefined where it does not hold that extent any more. */
  after(extent: Extent): Promise<LogReading | undefined>;
  /** How many entries it has, without reading them. */
  total(): Promise<number>;
  /** The text of a snapshot that an audit kept; whoever reads it looks whether the log still holds its extent. */
  snapshot(): Promise<string | undefined>;
  /** Verifies the whole log, and renews the snapshot. */
  audit(making: Making): Promise<Audit>;
  /** Resolves when the event is on the disk: only then is an answer "saved". */
  append(body: EventBody): Promise<LogEvent>;
  readonly sessions: {
    put(session: Pick<SavedSession, 'plan' | 'state'>): Promise<void>;
    get(id: SessionId): Promise<SavedSession | undefined>;
    /** The latest first. */
    list(): Promise<readonly SavedSession[]>;
    delete(id: SessionId): Promise<void>;
  };
  readonly settings: {
    get(): Promise<Settings>;
    put(settings: Settings): Promise<void>;
  };
  /** The text of a backup file with everything. */
  backup(): Promise<string>;
  /** Adds what a backup has more than this device, in one transaction. Its settings are taken only when asked for. */
  restore(backup: Backup, options?: { readonly takeSettings?: boolean }): Promise<RestoreReport>;
  /** Whether the log is shorter than it was known to be, by a note beside it: `recover` before reading it. */
  readonly short: boolean;
  /** Makes the log and its second copy whole from each other. */
  recover(): Promise<Recovery>;
  /** The same where they differ, as far as a quick comparison tells; undefined where they are alike. */
  compare(): Promise<Recovery | undefined>;
  /** Leaves nothing. The page must be loaded again before the storage is used. */
  erase(): Promise<void>;
  /** Calls back with what other tabs change. Gives back what stops it. */
  onNews(callback: (news: News) => void): () => void;
  close(): void;
}

/** The storage of a browser, on whose database a worker may work as well. */
export interface DeviceStorage extends Storage {
  /** Goes on from a restore that a worker has done: notes how far the log has come, and adds to the second copy. */
  goOnFrom(taken: Taken): Promise<void>;
}

/** What the storage takes from outside itself. */
export interface Edge {
  readonly factory: IDBFactory;
  readonly now: () => Moment;
  readonly notes: Notes;
  readonly openCopy: () => Promise<SecondCopy>;
}

/** Opens the storage, or says why not within a few seconds. */
export async function openStorage(edge: Partial<Edge> = {}): Promise<Result<DeviceStorage, StorageProblem>> {
  const { factory = browserFactory(), now = readClock, notes = browserNotes } = edge;
  if (!factory) return refused({ type: 'unavailable', reason: 'no IndexedDB' });
  const openCopy = edge.openCopy ?? (async () => (await import('./second-copy.ts')).browserCopy(factory));
  const news = openNews();
  const database = connect(factory, () => news.hear('superseded'), nameIn(notes));
  const short = await attempt(() => database.run((handle) => isShort(handle, notedHead(notes), factory)));
  if (!short.ok) {
    news.close();
    return short;
  }
  const copying = copyingLater(openCopy);
  return ok(storageOver({ database, news, copying, factory, now, notes, short: short.value }));
}

export interface Parts extends Omit<Edge, 'openCopy'> {
  readonly database: Database;
  readonly news: NewsDesk;
  readonly copying: Copying;
  readonly short: boolean;
}

export function storageOver(parts: Parts): DeviceStorage {
  const { database, news, copying, factory, now, notes } = parts;
  let { rollOverHour } = defaultSettings;

  async function told<T>(change: Change, work: Promise<T>): Promise<T> {
    const result = await work;
    news.tell(change);
    return result;
  }

  async function append(body: EventBody): Promise<LogEvent> {
    const { event, head } = await appendEvent(database, body, { ...now(), rollOverHour });
    noteHead(notes, head);
    await copying.add([{ event }]);
    return event;
  }

  async function putSession(saved: Omit<SavedSession, 'startedUtcMs'>): Promise<void> {
    const session = { ...saved, startedUtcMs: now().wallUtcMs };
    await keepSession(database, session);
    await copying.add([{ session }]);
  }

  async function putSettings(settings: Settings): Promise<void> {
    ({ rollOverHour } = await keepSettings(database, settings));
    await copying.add([{ settings }]);
  }

  async function recover(): Promise<Recovery> {
    const { recover: recoverFrom } = await import('./recover.ts');
    const recovery = await recoverFrom(database, copying, notedHead(notes));
    noteHead(notes, recovery.head);
    return recovery;
  }

  return {
    log: () => readLog(database),
    after: async (extent) => {
      const { readAfter } = await import('./read-after.ts');
      return readAfter(database, extent);
    },
    total: () => database.run(totalOf),
    snapshot: async () => (await import('./snapshot-store.ts')).readSnapshot(database),
    audit: async (making) => (await import('./audit.ts')).auditLog(database, making),
    append: (body) => told('log', append(body)),
    sessions: {
      put: (session) => told('sessions', putSession(session)),
      get: (id) => readSession(database, id),
      list: () => readSessions(database),
      delete: (id) =>
        told(
          'sessions',
          dropSession(database, id).then(() => copying.add([{ dropped: id }])),
        ),
    },
    settings: {
      get: async () => {
        const settings = await readSettings(database);
        ({ rollOverHour } = settings);
        return settings;
      },
      put: (settings) => told('settings', putSettings(settings)),
    },
    backup: async () => {
      const { copyOf } = await import('./copy.ts');
      return database.run((handle) => copyOf(handle, now()));
    },
    restore: async (backup, options) => {
      const { restoreBackup } = await import('./restore.ts');
      const { report, entries, head } = await told('log', restoreBackup(database, backup, options));
      noteHead(notes, head);
      await copying.add(entries.map((event) => ({ event })));
      return report;
    },
    goOnFrom: async ({ head, lines }) => {
      noteHead(notes, head);
      news.tell('log');
      await copying.add(lines);
    },
    short: parts.short,
    recover: () => told('log', recover()),
    compare: async () => {
      const { areAlike } = await import('./recover.ts');
      return (await areAlike(database, copying).catch(() => false)) ? undefined : told('log', recover());
    },
    erase: async () => {
      const { eraseAll } = await import('./wipe.ts');
      await told('erased', eraseAll({ database, copying, factory, notes }));
    },
    onNews: news.listen,
    close: () => {
      database.close();
      copying.close();
      news.close();
    },
  };
}
