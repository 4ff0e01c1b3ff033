import { keepNote, readNote } from './note.ts';

/** An item on the screen that was not answered yet. */
export interface OpenItem {
  readonly session: string;
  readonly position: number;
}

/** Notes how many hints were shown for an open item: a reload must not make an answer look like one without help. */
export const keepHintsTaken = ({ session, position }: OpenItem, count: number): void =>
  keepNote('harmattan.helped', `${session} ${position} ${count}`);

/** How many hints were shown for an open item. */
export function hintsTakenFor({ session, position }: OpenItem): number {
  const [id, place, count] = (readNote('harmattan.helped') ?? '').split(' ');
  const known = id === session && place === String(position) ? Number(count) : 0;
  return Number.isSafeInteger(known) && known > 0 ? Math.min(known, mostHints) : 0;
}

/** More than any item has: a note may be forged. */
const mostHints = 10;
