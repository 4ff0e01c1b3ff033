import type { Keys, StoreName } from './schema.ts';

/** A store of a transaction, in promises. Rows are unknown until they are parsed: a disk need not give what was written. */
export interface Store<Name extends StoreName> {
  get(key: Keys[Name]): Promise<unknown>;
  getAll(range?: IDBKeyRange): Promise<readonly unknown[]>;
  getAllKeys(range?: IDBKeyRange): Promise<readonly Keys[Name][]>;
  getKey(key: Keys[Name]): Promise<Keys[Name] | undefined>;
  count(): Promise<number>;
  add(row: unknown, key?: Keys[Name]): Promise<unknown>;
  put(row: unknown, key?: Keys[Name]): Promise<unknown>;
  delete(key: Keys[Name] | IDBKeyRange): Promise<unknown>;
  clear(): Promise<unknown>;
}

export interface Transaction {
  objectStore<Name extends StoreName>(name: Name): Store<Name>;
  readonly error: DOMException | null;
  abort(): void;
  /** Settles when the transaction has: it is on the disk, or it has left no trace. Ask before the first await. */
  done(): Promise<void>;
}

export interface Handle {
  readonly objectStoreNames: DOMStringList;
  /** A store in a transaction of its own, to read. */
  store<Name extends StoreName>(name: Name): Store<Name>;
  transaction(
    stores: readonly StoreName[],
    mode?: IDBTransactionMode,
    options?: IDBTransactionOptions,
  ): Transaction;
  close(): void;
}

export function promisedHandle(database: IDBDatabase): Handle {
  const begin: Handle['transaction'] = (stores, mode = 'readonly', options = {}) =>
    promisedTransaction(database.transaction([...stores], mode, options));
  return {
    objectStoreNames: database.objectStoreNames,
    store: (name) => begin([name]).objectStore(name),
    transaction: begin,
    close: () => database.close(),
  };
}

const promisedTransaction = (transaction: IDBTransaction): Transaction => ({
  objectStore: (name) => promisedStore(transaction.objectStore(name)),
  get error() {
    return transaction.error;
  },
  abort: () => transaction.abort(),
  done: () =>
    new Promise((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () =>
        reject(transaction.error ?? new DOMException('AbortError', 'AbortError')),
      );
    }),
});

const methods = ['get', 'getAll', 'getAllKeys', 'getKey', 'count', 'add', 'put', 'delete', 'clear'] as const;

function promisedStore<Name extends StoreName>(store: IDBObjectStore): Store<Name> {
  const calls = methods.map((method) => [
    method,
    (...values: readonly unknown[]) => promised(Reflect.apply(store[method], store, values)),
  ]);
  return Object.fromEntries(calls) as unknown as Store<Name>; // its methods are those of the list
}

const promised = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new DOMException('', 'UnknownError')));
  });
