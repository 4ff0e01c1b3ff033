/**
 * Runs in every page before the app: keeps each transaction that writes open for some milliseconds. A test that leaves a
 * page before what it did is written fails with it, as it would on a machine with a slow disk:
 * `SLOW_DISK=400 npm run test:e2e`.
 */
export function slowDisk(ms: number): void {
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function open(stores, mode, options) {
    const opened = transaction.call(this, stores, mode, options);
    if (mode === 'readwrite') holdOpen(opened, performance.now() + ms);
    return opened;
  };

  /** A transaction ends once nothing is asked of it any more. */
  function holdOpen(opened: IDBTransaction, until: number): void {
    const [name] = opened.objectStoreNames;
    if (name === undefined) return;
    opened.objectStore(name).count().onsuccess = () => {
      if (performance.now() < until) holdOpen(opened, until);
    };
  }
}
