import { trustedScript } from '#lib/pwa/trusted.ts';

/** What a worker answers to a message, until `signal`; undefined where it fails. It ends with its answer. */
export function inWorker<T>(address: string, message: unknown, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(undefined);
    const worker = new Worker(trustedScript(address), { type: 'module' });
    const end = (answer: T | undefined): void => {
      worker.terminate();
      resolve(answer);
    };
    signal.addEventListener('abort', () => end(undefined), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<T | undefined>) => end(data));
    worker.addEventListener('error', () => end(undefined));
    worker.postMessage(message);
  });
}
