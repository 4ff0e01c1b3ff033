import 'fake-indexeddb/auto';
import { memoryNotes } from '#lib/storage/notes.ts';
import type { Notes } from '#lib/storage/notes.ts';
import { forceCloseDatabase, IDBFactory as FakeFactory } from 'fake-indexeddb';

import { memoryCopy } from './memory-copy.ts';
import type { MemoryCopy } from './memory-copy.ts';

/** What befalls the next transaction that writes. */
type Fault =
  /** The device is full. */
  | 'quota'
  /** The browser loses the database before the commit. */
  | 'lost'
  /** The browser commits, and loses the database before it can say so. */
  | 'lost after commit';

/** A real, in-memory IndexedDB in which things go wrong when told to. */
export class FaultyFactory extends FakeFactory {
  /** What the same browser keeps beside its databases. */
  readonly copy: MemoryCopy;
  readonly notes: Notes;
  readonly handles: IDBDatabase[] = [];
  readonly durabilities: unknown[] = [];
  readonly #faults: Fault[] = [];

  constructor(copy = memoryCopy(), notes = memoryNotes()) {
    super();
    this.copy = copy;
    this.notes = notes;
  }

  override open(name: string, version?: number): IDBOpenDBRequest {
    const request = version === undefined ? super.open(name) : super.open(name, version);
    request.addEventListener('success', () => this.#watch(request.result));
    return request;
  }

  next(...faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }

  /** The browser closes every handle and says so. */
  forceClose(): void {
    for (const handle of this.handles) forceCloseDatabase(handle as never);
  }

  /** Handles go dead without a word. */
  kill(): void {
    for (const handle of this.handles) handle.close();
  }

  /** Changes what is stored behind the app's back. */
  async tamper(name: string, work: (database: IDBDatabase) => IDBTransaction): Promise<void> {
    const request = super.open(name);
    const database = await new Promise<IDBDatabase>((resolve) => {
      request.addEventListener('success', () => resolve(request.result));
    });
    const transaction = work(database);
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    database.close();
  }

  #watch(database: IDBDatabase): void {
    this.handles.push(database);
    const begin = database.transaction.bind(database);
    database.transaction = (stores, mode, options) => {
      const transaction = begin(stores, mode, options);
      if (mode !== 'readwrite') return transaction;
      this.durabilities.push(options?.durability);
      inflict(transaction, this.#faults.shift());
      return transaction;
    };
  }
}

function inflict(transaction: IDBTransaction, fault: Fault | undefined): void {
  if (fault === 'quota')
    setImmediate(() => Reflect.get(transaction, '_abort').call(transaction, 'QuotaExceededError'));
  if (fault === 'lost') setImmediate(() => transaction.abort());
  if (fault === 'lost after commit') {
    transaction.addEventListener('complete', (event) => {
      event.stopImmediatePropagation();
      setImmediate(() => transaction.dispatchEvent(new IDBVersionChangeEvent('abort')));
    });
  }
}
