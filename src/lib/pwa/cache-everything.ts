/** What the worker answers to `CACHE_NEXT`: files found in the cache, of all files of its build. */
interface CacheReply {
  readonly cached: number;
  readonly total: number;
}

const replyTimeoutMs = 30_000;

/**
 * Has a worker cache its build file by file and says whether all of it was found in the cache in the end.
 * Each file is a message of its own: nothing is lost when the tab closes half-way.
 */
export async function cacheEverything(
  worker: ServiceWorker | null | undefined,
  onProgress: (share: number) => void = () => {},
): Promise<boolean> {
  if (!worker) return false;
  let before = -1;
  for (;;) {
    const reply = await cacheNext(worker);
    // A count that stands still means that the browser drops what it was given.
    if (!reply || reply.cached <= before) return false;
    onProgress(reply.cached / reply.total);
    if (reply.cached === reply.total) return true;
    before = reply.cached;
  }
}

/** Undefined when the worker could not fetch the file, or was stopped before it could say so. */
function cacheNext(worker: ServiceWorker): Promise<CacheReply | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => resolve(undefined), replyTimeoutMs);
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      clearTimeout(timer);
      resolve(isCacheReply(data) ? data : undefined);
    };
    worker.postMessage({ type: 'CACHE_NEXT' }, [port2]);
  });
}

function isCacheReply(data: unknown): data is CacheReply {
  return typeof data === 'object' && data !== null && 'cached' in data && 'total' in data;
}
