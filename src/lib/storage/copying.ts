import { journalLine } from '#core/log/journal-line.ts';
import type { Envelope } from '#core/log/envelope.ts';
import type { SessionId } from '#core/review/event.ts';

import type { SecondCopy } from './second-copy.ts';
import type { SavedSession } from './sessions.ts';
import type { Settings } from './settings.ts';

/** What a line of the second copy says. Do not change: a later version must be able to read it. */
export type JournalRow =
  | { readonly event: Envelope }
  | { readonly session: SavedSession }
  | { readonly dropped: SessionId }
  | { readonly settings: Settings };

/** Keeps the second copy going beside the database. */
export interface Copying {
  /**
   * Resolves when the rows are in the second copy too; in a second at the latest, for the database is the truth. A text
   * is lines of such rows.
   */
  add(rows: readonly (JournalRow | string)[]): Promise<void>;
  /** Does work on the second copy when everything handed to it before is there. Rejects where there is none. */
  use<T>(work: (copy: SecondCopy) => Promise<T>): Promise<T>;
  close(): void;
}

const patienceMs = 1000;

export function startCopying(load: () => Promise<SecondCopy>): Copying {
  let live: Promise<SecondCopy> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  /** Lines that could not be written yet. */
  let owed = '';

  function drop(): void {
    live?.then(
      (copy) => copy.close(),
      () => undefined, // it never opened
    );
    live = undefined;
  }

  async function work<T>(task: (copy: SecondCopy) => Promise<T>): Promise<T> {
    live ??= load();
    try {
      return await task(await live);
    } catch (error) {
      drop();
      throw error;
    }
  }

  function use<T>(task: (copy: SecondCopy) => Promise<T>): Promise<T> {
    const result = turn.then(() => work(task));
    turn = result.catch(() => undefined); // told to who asked
    return result;
  }

  async function pay(copy: SecondCopy): Promise<void> {
    while (owed !== '') {
      const lines = firstLines(owed);
      await copy.add(lines);
      owed = owed.slice(lines.length);
    }
  }

  return {
    add: (rows) => {
      owed += rows.map((row) => (typeof row === 'string' ? row : journalLine(row))).join('');
      // What fails is owed still: it goes with the next answer, or with the comparison at the next start.
      return within(use(pay).catch(() => undefined));
    },
    use: (task) =>
      use(async (copy) => {
        await pay(copy);
        return task(copy);
      }),
    close: drop,
  };
}

/** As much as is written at once: a copy that gets too much to do does not answer in time. */
const mostCharacters = 1_000_000;

const firstLines = (lines: string): string =>
  lines.length > mostCharacters ? lines.slice(0, lines.indexOf('\n', mostCharacters) + 1) : lines;

async function within(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, patienceMs)));
  await Promise.race([work, patience]);
  clearTimeout(timer);
}
