import { createContext } from 'svelte';

import { InstallHint } from '#lib/pwa/install.svelte.ts';
import { Offline } from '#lib/pwa/offline.svelte.ts';
import { Hints } from './hints.svelte.ts';
import { Keeping } from './keeping.svelte.ts';

/** What the frame around every page offers to the page in it. */
export class Shell {
  readonly offline = new Offline();
  readonly install = new InstallHint();
  readonly keeping = new Keeping();
  readonly hints = new Hints();
  #message = $state('');
  /** The message again, for reading without depending on it. */
  #said = '';
  #online = $state(true);

  /** What the app's one polite live region says. */
  get message(): string {
    return this.#message;
  }

  get online(): boolean {
    return this.#online;
  }

  announce(text: string): void {
    // A region that holds the same text again stays silent, so a repeated text ends in a space that nobody hears.
    this.#said = text === this.#said ? `${text}\u00a0` : text;
    this.#message = this.#said;
  }

  /** Call it once, in the browser, with the service worker's address if there is one. Returns what ends it. */
  start(worker: string | undefined): () => void {
    this.hints.start();
    void this.keeping.start();
    if (worker !== undefined) void this.offline.start(worker);
    const notice = (): void => void (this.#online = navigator.onLine);
    notice();
    const listeners = new AbortController();
    addEventListener('online', notice, { signal: listeners.signal });
    addEventListener('offline', notice, { signal: listeners.signal });
    const endInstall = this.install.start();
    return () => {
      listeners.abort();
      endInstall();
    };
  }
}

export const [useShell, provideShell] = createContext<Shell>();
