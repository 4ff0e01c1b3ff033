import { openHandle } from './open.ts';
import { storageError } from './problem.ts';
import type { Handle, StoreName, WriteTransaction } from './schema.ts';
import { transact } from './transact.ts';

/** The database behind a handle that may die and be replaced. Rejects with a `StorageError`. */
export interface Database {
  /** Does work on a live handle. It is done again from the start when the handle dies under it. */
  run<T>(work: (handle: Handle) => Promise<T>): Promise<T>;
  /** Does work in one strict transaction. After a lost handle it may be done a second time although the first one held. */
  write<T>(stores: readonly StoreName[], work: (transaction: WriteTransaction) => Promise<T>): Promise<T>;
  close(): void;
}

const tries = 3;

/** `superseded` is called when another tab upgrades or erases the database, and this one has let go of it. */
export function connect(factory: IDBFactory, superseded: () => void, name?: string): Database {
  let live: Promise<Handle> | undefined;

  function open(): Promise<Handle> {
    const opening = openHandle(
      factory,
      (bySuccessor) => {
        if (live === opening) live = undefined;
        if (bySuccessor) superseded();
      },
      name,
    );
    return opening;
  }

  function drop(handle: Promise<Handle>): void {
    if (live === handle) live = undefined;
    handle.then(
      (open) => open.close(),
      () => undefined, // it never opened: nothing to close
    );
  }

  async function run<T>(work: (handle: Handle) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      live ??= open();
      const current = live;
      try {
        return await work(await current);
      } catch (error) {
        drop(current);
        if (attempt === tries || !isLostHandle(error)) throw storageError(error);
      }
    }
  }

  return {
    run,
    write: (stores, work) => run((handle) => transact(handle, stores, work)),
    close: () => live && drop(live),
  };
}

/** What browsers say when a handle or its backing store went away under a page. */
function isLostHandle(error: unknown): boolean {
  const names = ['UnknownError', 'InvalidStateError', 'AbortError', 'TransactionInactiveError'];
  return error instanceof DOMException && names.includes(error.name);
}
