import type { CardId } from '#core/fact/fact.ts';
import type { Memory } from '#core/memory/replay.ts';
import type { Projection } from '#core/review/projection.ts';
import type { Shelf } from '#core/review/shelf.ts';

/** What is shown while no log has been read: without the code that reads one. */
export const nothing: Pick<Projection, 'recent' | 'others'> & {
  memories: ReadonlyMap<CardId, Memory>;
  shelf: Shelf;
} = {
  recent: [],
  others: [],
  memories: new Map(),
  shelf: { suspended: new Set(), notes: new Map(), told: new Set() },
};
