import { unwrap } from 'idb';

import type { Envelope } from '#core/log/envelope.ts';
import { identityOf, placeOf } from '#core/log/envelope.ts';
import { admit } from '#core/log/merge.ts';
import type { Admission } from '#core/log/merge.ts';
import { parseEnvelope } from '#core/log/parse-envelope.ts';
import type { DamagedRow, OnEntries } from '#core/review/backup.ts';

import { readHead, writeHead } from './device.ts';
import type { Head } from './device.ts';
import { damagedRow, headAfterMerge } from './review-log.ts';
import type { WriteTransaction } from './schema.ts';
import { sealRow } from './sealed.ts';

/** What `admitEntries` writes to. */
export const admissionStores = ['events', 'forks', 'aside', 'head'] as const;

/** What became of arriving entries; `healed` of those added took the place of a damaged row. */
export interface Admitted extends Admission {
  readonly healed: number;
  /** The head after it. */
  readonly head: Head;
}

/**
 * Adds verified entries inside a transaction over `admissionStores`. A damaged row in their place is set aside first.
 * `onPut` hears how many are added.
 */
export async function admitEntries(
  transaction: WriteTransaction,
  arriving: readonly Envelope[],
  onPut?: OnEntries,
): Promise<Admitted> {
  const head: Head = await readHead(transaction);
  const { present, damaged } = await rowsOf(transaction, arriving);
  const admission = admit(present, arriving);
  const taken = new Set(present.map(placeOf));
  const writes: Write[] = [];
  let healed = 0;
  for (const entry of admission.added) {
    const isFork = taken.has(placeOf(entry));
    const row = damaged.get(isFork ? identityOf(entry) : placeOf(entry));
    if (row) {
      writes.push({ to: 'aside', value: sealRow(row) });
      healed += 1;
    }
    writes.push({ to: isFork ? 'forks' : 'events', value: entry });
    taken.add(placeOf(entry));
  }
  await putAll(transaction, writes, onPut);
  const merged = headAfterMerge(head, admission);
  const after = { ...merged, total: merged.total - healed };
  await writeHead(transaction, after);
  return { ...admission, healed, head: after };
}

interface Write {
  readonly to: 'events' | 'forks' | 'aside';
  readonly value: unknown;
}

const putsAtOnce = 2000;

/**
 * Only the last of some is waited for: requests are served in their order, and one that fails takes the transaction
 * with it.
 */
async function putAll(
  transaction: WriteTransaction,
  writes: readonly Write[],
  onPut: OnEntries | undefined,
): Promise<void> {
  const stores = unwrap(transaction);
  for (const [place, { to, value }] of writes.entries()) {
    const done = place + 1;
    if (done % putsAtOnce === 0 || done === writes.length) {
      await transaction.objectStore(to).put(value);
      onPut?.(done, writes.length);
    } else stores.objectStore(to).put(value);
  }
}

/** The entries in places that somebody arrives for, and the damaged rows there by place, in `forks` by identity. */
async function rowsOf(
  transaction: WriteTransaction,
  arriving: readonly Envelope[],
): Promise<{ readonly present: readonly Envelope[]; readonly damaged: ReadonlyMap<string, DamagedRow> }> {
  const places = new Set<string>(arriving.map(placeOf));
  const [events, forks] = [transaction.objectStore('events'), transaction.objectStore('forks')];
  const [keys, rows, forkKeys, forkRows] = await Promise.all([
    events.getAllKeys(),
    events.getAll(),
    forks.getAllKeys(),
    forks.getAll(),
  ]);
  const present: Envelope[] = [];
  const damaged = new Map<string, DamagedRow>();
  const look = (key: readonly (string | number)[], row: unknown): void => {
    if (!places.has(`${key[0]}:${key[1]}`)) return;
    const entry = parseEnvelope(row);
    if (entry.ok) present.push(entry.value);
    else damaged.set(key.join(':'), damagedRow([...key], row, entry.problem.type));
  };
  keys.forEach((key, index) => look(key, rows[index]));
  forkKeys.forEach((key, index) => look(key, forkRows[index]));
  return { present, damaged };
}
