// Each of these runs in a page, and is whole by itself.

/** Runs in the page. @param {{ name: string, rows: readonly unknown[] }} into @returns {Promise<void>} */
export function putRows({ name, rows }) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('harmattan');
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction(name, 'readwrite');
      const store = transaction.objectStore(name);
      for (const row of rows) store.put(row, name === 'head' ? 'head' : undefined);
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}

/**
 * Runs in the page, where a log has been taken in: puts so many of its rows into a database of its own, in one strict
 * transaction and without a look at any of them.
 * @param {number} count @returns {Promise<number>}
 */
export function barePuts(count) {
  return new Promise((resolve) => {
    const opening = indexedDB.open('harmattan');
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('events').objectStore('events').getAll(undefined, count);
      reading.addEventListener('success', () => {
        opening.result.close();
        const other = indexedDB.open('bench', 1);
        other.addEventListener('upgradeneeded', () =>
          other.result.createObjectStore('events', { keyPath: ['deviceId', 'seq'] }),
        );
        other.addEventListener('success', () => {
          const start = performance.now();
          const transaction = other.result.transaction('events', 'readwrite', { durability: 'strict' });
          for (const row of reading.result) transaction.objectStore('events').put(row);
          transaction.addEventListener('complete', () => resolve(performance.now() - start));
        });
      });
    });
  });
}

/** Runs in the page. */
export async function copySize() {
  const folder = await (
    await navigator.storage.getDirectory()
  ).getDirectoryHandle('harmattan', { create: true });
  let size = 0;
  for await (const file of folder.values())
    if (file instanceof FileSystemFileHandle) size += (await file.getFile()).size;
  return size;
}

/** Runs in the page. @returns {Promise<boolean>} */
export function hasSnapshot() {
  return new Promise((resolve) => {
    const opening = indexedDB.open('harmattan');
    opening.addEventListener('success', () => {
      const counting = opening.result.transaction('head').objectStore('head').count('snapshot');
      counting.addEventListener('success', () => {
        opening.result.close();
        resolve(counting.result > 0);
      });
    });
  });
}

/** Runs in the page. @returns {Promise<void>} */
export function forgetSnapshot() {
  return new Promise((resolve) => {
    const opening = indexedDB.open('harmattan');
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('head', 'readwrite');
      transaction.objectStore('head').delete('snapshot');
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}
