import type { Envelope } from './envelope.ts';

type Place = Pick<Envelope, 'hlc' | 'deviceId' | 'seq' | 'checksum'>;

/** The entries in the one order that all devices agree on: by clock, then device, number, and checksum. */
export const inOrder = <E extends Place>(entries: Iterable<E>): E[] => [...entries].sort(byOrder);

export const byOrder = (a: Place, b: Place): number =>
  compare(a.hlc, b.hlc) ||
  compare(a.deviceId, b.deviceId) ||
  compare(a.seq, b.seq) ||
  compare(a.checksum, b.checksum);

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
