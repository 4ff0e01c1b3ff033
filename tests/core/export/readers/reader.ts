import type { CarriedItem } from '#core/export/carried.ts';

/** A format as another author's program understands it, beside what was meant. */
export interface Reader {
  /** What stands in a file, one value an item. */
  read(bytes: Uint8Array): Promise<readonly unknown[]> | readonly unknown[];
  /** The same value for what was to be written. */
  meant(item: CarriedItem, index: number): unknown;
}
