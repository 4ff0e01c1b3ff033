/** Notes beside the log, for conveniences only: they may be missing, stale or forged. All are erased with the rest. */
export type NoteName = 'harmattan.look' | 'harmattan.hints' | 'harmattan.topic' | 'harmattan.helped';

export function keepNote(name: NoteName, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch {
    // Full or forbidden. Every reader copes without its note.
  }
}

export function readNote(name: NoteName): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}
