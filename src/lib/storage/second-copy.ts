/**
 * Where the second copy of the log is kept: a text that grows line by line, apart from the database. Every method
 * rejects when it cannot do its work; nobody's answer hangs on it.
 */
export interface SecondCopy {
  /** Adds whole lines; resolves when they are on the disk. An unfinished line at the end is cut off first. */
  add(lines: string): Promise<void>;
  read(): Promise<string>;
  /** The last characters, at least as many as asked for where there are. */
  tail(characters: number): Promise<string>;
  /** Sets aside what is there, and begins anew with these lines. */
  replace(lines: string): Promise<void>;
  /** Leaves nothing, not even what was set aside. */
  erase(): Promise<void>;
  close(): void;
}

/** The second copy of this browser: a file of the origin where it has such files, else a database of its own. */
export async function browserCopy(factory: IDBFactory): Promise<SecondCopy> {
  if (typeof Worker !== 'undefined' && typeof navigator.storage?.getDirectory === 'function') {
    const { openJournalFile } = await import('./journal-file.ts');
    const file = await openJournalFile();
    if (file) return file;
  }
  const { journalDatabase } = await import('./journal-database.ts');
  return journalDatabase(factory);
}
