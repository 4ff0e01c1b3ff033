import type { Workbox } from 'workbox-window';

import { cacheEverything } from './cache-everything.ts';
import { isSittingOpen } from './open-sittings.ts';
import { trustedScript } from './trusted.ts';

/** `ready`: every file of this build was found in the cache, so the app works without a connection. */
export type OfflineStatus = 'unsupported' | 'installing' | 'caching' | 'ready' | 'failed';

const hourMs = 3_600_000;

/** How far this app has come in working without a connection, and whether a newer one waits. */
export class Offline {
  #status = $state<OfflineStatus>('installing');
  #progress = $state(0);
  #updateWaiting = $state(false);
  #updateHeld = $state(false);
  #superseded = $state(false);
  #workbox: Workbox | undefined;
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
    addEventListener('online', () => void this.retry());
    document.addEventListener('visibilitychange', () => void this.#checkForUpdate());
    await this.#register();
  }

  /** Goes on after a failure, from the file where it stopped. */
  async retry(): Promise<void> {
    if (this.#status === 'failed') await this.#register();
  }

  /** The update was asked for while a sitting is open in some tab: it can be asked for again. */
  get updateHeld(): boolean {
    return this.#updateHeld;
  }

  /** Only on the learner's tap, and never under an open sitting: the page is loaded again by the newer build. */
  async applyUpdate(): Promise<void> {
    this.#updateHeld = await isSittingOpen();
    if (this.#updateHeld) return;
    this.#updating = true;
    this.#workbox?.messageSkipWaiting();
  }

  async #register(): Promise<void> {
    this.#status = 'installing';
    const active = await this.#activeWorker().catch(() => undefined);
    this.#status = 'caching';
    const complete = await cacheEverything(active, (share) => (this.#progress = share));
    // No connection, no space or a refused registration: the app still works while it is online.
    this.#status = complete ? 'ready' : 'failed';
  }

  async #activeWorker(): Promise<ServiceWorker | undefined> {
    this.#workbox ??= await this.#connect();
    const registration = await this.#workbox.register();
    this.#lastCheckMs = performance.now();
    if (!registration) return undefined;
    return registration.active ?? activation(registration.installing ?? registration.waiting);
  }

  async #connect(): Promise<Workbox> {
    // Only here: it is no module that the prerendering server could load.
    const { Workbox } = await import('workbox-window');
    const workbox = new Workbox(trustedScript(this.#address), { updateViaCache: 'none' });
    workbox.addEventListener('waiting', ({ sw }) => void this.#offerUpdate(sw));
    this.#watchController(workbox);
    return workbox;
  }

  /** A newer build is offered only when all of it is in the cache. */
  async #offerUpdate(waiting: ServiceWorker | undefined): Promise<void> {
    this.#updateWaiting = await cacheEverything(waiting);
  }

  #watchController(workbox: Workbox): void {
    // Without a controller, the first one that comes is of this page's own build.
    let isUpdate = navigator.serviceWorker.controller !== null;
    workbox.addEventListener('controlling', () => {
      if (this.#updating) location.reload();
      this.#superseded = isUpdate;
      isUpdate = true;
    });
  }

  /** An installed app may stay open for days. */
  async #checkForUpdate(): Promise<void> {
    if (document.hidden || performance.now() - this.#lastCheckMs < hourMs) return;
    this.#lastCheckMs = performance.now();
    await this.#workbox?.update().catch(() => undefined);
  }
}

/** The worker once it is active; undefined when its installation failed. */
function activation(worker: ServiceWorker | null): Promise<ServiceWorker | undefined> {
  return new Promise((resolve) => {
    const settle = (): void => {
      if (worker?.state === 'activated') resolve(worker);
      if (!worker || worker.state === 'redundant') resolve(undefined);
    };
    worker?.addEventListener('statechange', settle);
    settle();
  });
}
