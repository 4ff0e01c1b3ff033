import type { Handle, StoreName, WriteTransaction } from './schema.ts';

/**
 * Does work in one strict transaction: it is on the disk when this resolves, and has left no trace when it rejects.
 * The work may await nothing but the transaction's own requests, else the browser commits under it.
 */
export async function transact<T>(
  handle: Handle,
  stores: readonly StoreName[],
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  const transaction = handle.transaction(stores, 'readwrite', { durability: 'strict' });
  const [worked, done] = await Promise.allSettled([orAbort(transaction, work), transaction.done]);
  if (worked.status === 'fulfilled' && done.status === 'fulfilled') return worked.value;
  const reasons = [done, worked].flatMap((part) =>
    part.status === 'rejected' ? [part.reason as unknown] : [],
  );
  // When one request fails, the others only hear that the transaction was aborted.
  throw reasons.find((reason) => !isAbort(reason)) ?? reasons[0];
}

async function orAbort<T>(
  transaction: WriteTransaction,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  try {
    return await work(transaction);
  } catch (error) {
    // After a failed request it has aborted by itself, and `error` on it is set.
    if (transaction.error === null) transaction.abort();
    throw error;
  }
}

const isAbort = (reason: unknown): boolean => reason instanceof DOMException && reason.name === 'AbortError';
