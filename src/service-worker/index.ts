/*
 * The worker serves this build and nothing else: every file in its lists carries the hash of its bytes. The shell is
 * cached when the worker is installed; the rest is cached one file at a time, when a page asks for it. A new worker
 * waits until the learner asks for the update. Requests to other origins are never touched.
 */
import { PrecacheController } from 'workbox-precaching';

interface PrecacheFile {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity: string;
}

declare const self: ServiceWorkerGlobalScope & {
  /** Replaced by the lists of files when the build is written. */
  readonly precacheFiles: { readonly shell: PrecacheFile[]; readonly rest: PrecacheFile[] };
};

const files = self.precacheFiles;
const { scope } = self.registration;
// Two apps may live on one origin: do not change these names without cleaning up the old ones.
const shell = new PrecacheController({ cacheName: `harmattan-shell-${scope}` });
const rest = new PrecacheController({ cacheName: `harmattan-rest-${scope}` });
const tiers = [shell, rest];

shell.addToCacheList(files.shell);
rest.addToCacheList(files.rest);

self.addEventListener('install', (event) => void shell.install(event));
self.addEventListener('activate', (event) => {
  for (const tier of tiers) void tier.activate(event);
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const address = url.origin + url.pathname;
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(openPage(event, url));
  // Whatever follows a question mark is for the page.
  else if (tierOf(address)) event.respondWith(serve(event, address));
});

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (event.data?.type === 'CACHE_NEXT') event.waitUntil(answer(event, cacheNext(event)));
});

/** The page itself, or the shell, which renders any address. */
async function openPage(event: ExtendableEvent, { origin, pathname, search }: URL): Promise<Response> {
  const address = origin + pathname;
  if (tierOf(`${address}/`)) return Response.redirect(`${address}/${search}`, 301);
  const fallback = () => serve(event, `${scope}shell/`);
  return tierOf(address) ? serve(event, address).catch(fallback) : fallback();
}

/** From the cache, else from the network into the cache, provided that the bytes are those of this build. */
async function serve(event: ExtendableEvent, address: string): Promise<Response> {
  const tier = tierOf(address);
  const cacheKey = tier?.getCacheKeyForURL(address);
  if (!tier || !cacheKey) throw new RangeError(`Cannot serve "${address}": it is not a file of this build`);
  // A file whose name does not change may be an older one in the browser's own cache.
  const cache = address.includes('/immutable/') ? 'default' : 'reload';
  const integrity = tier.getIntegrityForCacheKey(cacheKey);
  const request = new Request(address, { cache });
  try {
    return await tier.strategy.handle({ event, request, params: { cacheKey, integrity } });
  } catch (error) {
    // A full device cannot keep the file; the page needs it all the same.
    if (isFull(error)) return fetch(request, integrity === undefined ? {} : { integrity });
    throw error;
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

function tierOf(address: string): PrecacheController | undefined {
  return tiers.find((tier) => tier.getCacheKeyForURL(address));
}

/** Caches one missing file. `cached` counts what was really found, so `cached === total` is proof. */
async function cacheNext(event: ExtendableEvent): Promise<{ cached: number; total: number }> {
  const missing = (await Promise.all(tiers.map(missingAddresses))).flat();
  const next = missing[0];
  if (next) await serve(event, next);
  const total = files.shell.length + files.rest.length;
  return { cached: total - missing.length, total };
}

async function missingAddresses(tier: PrecacheController): Promise<string[]> {
  const cache = await caches.open(tier.strategy.cacheName);
  const found = new Set((await cache.keys()).map((request) => request.url));
  return [...tier.getURLsToCacheKeys()].filter(([, key]) => !found.has(key)).map(([url]) => url);
}

async function answer(event: ExtendableMessageEvent, result: Promise<object>): Promise<void> {
  const reply = await result.catch((problem: unknown) => ({ problem: String(problem) }));
  event.ports[0]?.postMessage(reply);
}
