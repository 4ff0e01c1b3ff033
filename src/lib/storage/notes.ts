/** Short texts beside the database, where the browser keeps any: in localStorage, which survives most of what befalls a database. */
export interface Notes {
  get(key: string): string | undefined;
  /** Undefined forgets it. A note that cannot be kept costs only what it was for. */
  set(key: string, text: string | undefined): void;
}

// Do not change: older and newer tabs read the same notes. `wipe.ts` removes all that begin so.
export const noteKeys = {
  sentinel: 'harmattan.sentinel',
  database: 'harmattan.database',
  copied: 'harmattan.copied',
  putOff: 'harmattan.copy-put-off',
} as const;

export const browserNotes: Notes = {
  get: (key) => {
    try {
      return globalThis.localStorage?.getItem(key) ?? undefined;
    } catch {
      return undefined; // forbidden: as if there was none
    }
  },
  set: (key, text) => {
    try {
      if (text === undefined) globalThis.localStorage?.removeItem(key);
      else globalThis.localStorage?.setItem(key, text);
    } catch {
      // Full or forbidden.
    }
  },
};

/** Notes that end with the page: where there is no browser. */
export function memoryNotes(): Notes {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key),
    set: (key, text) => void (text === undefined ? kept.delete(key) : kept.set(key, text)),
  };
}
