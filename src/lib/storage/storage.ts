import type { Backup } from '#core/review/backup.ts';
import type { EventBody, LogEvent, SessionId } from '#core/review/event.ts';
import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';

import { copyOf } from './copy.ts';
import { connect } from './database.ts';
import type { Database } from './database.ts';
import { openNews } from './news.ts';
import type { Change, News, NewsDesk } from './news.ts';
import { now as readClock } from './now.ts';
import type { Moment } from './now.ts';
import { browserFactory } from './open.ts';
import { attempt, StorageError } from './problem.ts';
import type { StorageProblem } from './problem.ts';
import { restoreBackup } from './restore.ts';
import type { RestoreReport } from './restore.ts';
import { appendEvent, readLog } from './review-log.ts';
import type { LogReading } from './review-log.ts';
import { putSession, readSession, readSessions } from './sessions.ts';
import type { SavedSession } from './sessions.ts';
import { putSettings, readSettings } from './settings-store.ts';
import type { Settings } from './settings.ts';
import { clearStores, eraseEverything } from './wipe.ts';

export type { News, SavedSession };

/** Everything that is kept on the device. Every method rejects with a `StorageError` when it cannot do its work. */
export interface Storage {
  log(): Promise<LogReading>;
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
  /** Leaves nothing. The page must be loaded again before the storage is used. */
  erase(): Promise<void>;
  /** Calls back with what other tabs change. Gives back what stops it. */
  onNews(callback: (news: News) => void): () => void;
  close(): void;
}

/** What the storage takes from outside itself. */
export interface Edge {
  readonly factory: IDBFactory;
  readonly now: () => Moment;
}

/** Opens the storage, or says why not within a few seconds. */
export async function openStorage(edge: Partial<Edge> = {}): Promise<Result<Storage, StorageProblem>> {
  const { factory = browserFactory(), now = readClock } = edge;
  if (!factory) return refused({ type: 'unavailable', reason: 'no IndexedDB' });
  const news = openNews();
  const database = connect(factory, () => news.hear('superseded'));
  const probe = await attempt(() => database.run((handle) => handle.count('head')));
  if (!probe.ok) {
    news.close();
    return probe;
  }
  return ok(storageOver(database, { factory, now }, news));
}

function storageOver(database: Database, { factory, now }: Edge, news: NewsDesk): Storage {
  async function told<T>(change: Change, work: Promise<T>): Promise<T> {
    const result = await work;
    news.tell(change);
    return result;
  }

  return {
    log: () => readLog(database),
    append: async (body) => (await told('log', appendEvent(database, body, now()))).event,
    sessions: {
      put: (session) => {
        const saved = { ...session, startedUtcMs: now().wallUtcMs };
        return told(
          'sessions',
          database.write(['sessions'], (transaction) => putSession(transaction, saved)),
        );
      },
      get: (id) => readSession(database, id),
      list: () => readSessions(database),
      delete: (id) =>
        told(
          'sessions',
          database.write(['sessions'], (transaction) => transaction.objectStore('sessions').delete(id)),
        ),
    },
    settings: {
      get: () => readSettings(database),
      put: (settings) =>
        told(
          'settings',
          database.write(['settings'], (transaction) => putSettings(transaction, settings)),
        ),
    },
    backup: () => database.run((handle) => copyOf(handle, now())),
    restore: (backup, options) => told('log', restoreBackup(database, backup, options)),
    erase: () => told('erased', erase(database, factory)),
    onNews: news.listen,
    close: () => {
      database.close();
      news.close();
    },
  };
}

async function erase(database: Database, factory: IDBFactory): Promise<void> {
  await clearStores(database).catch(() => undefined); // the deletion decides
  database.close();
  const erased = await eraseEverything(factory);
  if (!erased.ok) throw new StorageError(erased.problem);
}
