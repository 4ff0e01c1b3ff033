import type { Workbox } from 'workbox-window';
import { cacheEverything } from './cache-everything.ts';
import { trustedScript } from './trusted.ts';

/** `ready`: every file of this build was found in the cache, so the app works without a connection. */
export type OfflineStatus = 'unsupported' | 'installing' | 'caching' | 'ready' | 'failed';

const hourMs = 3_600_000;

/** How far this app has come in working without a connection, and whether a newer one waits. */
export class Offline {
  #status = $state<OfflineStatus>('installing');
  #progress = $state(0);
  #updateWaiting = $state(false);
  #superseded = $state(false);
  #workbox: Workbox | undefined;
  #registration: ServiceWorkerRegistration | undefined;
  #address = '';
  #updating = false;
  #lastCheckMs = 0;

  get status(): OfflineStatus {
    return this.#status;
  }

  /** Share of the files in the cache, 0 to 1. */
  get progress(): number {
    return this.#progress;
  }

  /** A newer build is wholly in the cache and takes over when the learner says so. */
  get updateWaiting(): boolean {
    return this.#updateWaiting;
  }

  /** Another tab took the update: this page is of the older build and should load the next page anew. */
  get superseded(): boolean {
    return this.#superseded;
  }

  /** Registers the worker at `address` and makes everything available offline. Call it once, in a built app. */
  async start(address: string): Promise<void> {
    if (!('serviceWorker' in navigator)) {
      this.#status = 'unsupported';
      return;
    }
    this.#address = address;
    await this.#register();
    addEventListener('online', () => void this.retry());
    document.addEventListener('visibilitychange', () => void this.#checkForUpdate());
  }

  /** Goes on after a failure, from the file where it stopped. */
  async retry(): Promise<void> {
    if (this.#status === 'failed') await this.#register();
  }

  /** Only on the learner's tap: the page is loaded again by the newer build. */
  applyUpdate(): void {
    this.#updating = true;
    this.#workbox?.messageSkipWaiting();
  }

  async #register(): Promise<void> {
    this.#status = 'installing';
    try {
      this.#workbox ??= await this.#createWorkbox();
      this.#registration ??= await this.#workbox.register();
      this.#lastCheckMs = performance.now();
      const { active } = await navigator.serviceWorker.ready;
      this.#status = 'caching';
      const complete = await cacheEverything(active, (share) => (this.#progress = share));
      this.#status = complete ? 'ready' : 'failed';
    } catch {
      // No connection, no space or a refused registration: the app still works while it is online.
      this.#status = 'failed';
    }
  }

  async #createWorkbox(): Promise<Workbox> {
    // At the top of this module it would break `vite dev`: the package has no module build for the server.
    const { Workbox } = await import('workbox-window');
    const workbox = new Workbox(trustedScript(this.#address), { updateViaCache: 'none' });
    workbox.addEventListener('waiting', () => void this.#prepareUpdate());
    workbox.addEventListener('controlling', ({ isUpdate }) => this.#replaced(isUpdate === true));
    return workbox;
  }

  async #prepareUpdate(): Promise<void> {
    this.#updateWaiting = await cacheEverything(this.#registration?.waiting, () => {});
  }

  #replaced(isUpdate: boolean): void {
    if (this.#updating) location.reload();
    else this.#superseded = isUpdate;
  }

  /** An installed app may stay open for days. */
  async #checkForUpdate(): Promise<void> {
    if (document.hidden || performance.now() - this.#lastCheckMs < hourMs) return;
    this.#lastCheckMs = performance.now();
    await this.#registration?.update().catch(() => undefined);
  }
}
