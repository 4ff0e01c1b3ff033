import { trustedScript } from '#lib/pwa/trusted.ts';
import type { JournalAnswer, JournalRequest } from '#lib/worker/journal.worker.ts';
// oxlint-disable-next-line import/default -- Vite makes the address of the worker's file
import address from '#lib/worker/journal.worker.ts?worker&url';

import type { SecondCopy } from './second-copy.ts';

/** A file that does not answer any more is no second copy. */
const patienceMs = 4000;

type Ask = JournalRequest extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never;

/** The second copy as a file of the origin, written by a worker; undefined where that does not work. */
export async function openJournalFile(): Promise<SecondCopy | undefined> {
  const worker = new Worker(trustedScript(address), { type: 'module' });
  const waiting = new Map<number, (answer: JournalAnswer) => void>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<JournalAnswer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });

  const ask = (request: Ask): Promise<string> =>
    new Promise((resolve, reject) => {
      last += 1;
      const timer = setTimeout(() => reject(new DOMException('No answer', 'TimeoutError')), patienceMs);
      waiting.set(last, (answer) => {
        clearTimeout(timer);
        if (answer.ok) resolve(answer.text);
        else reject(new DOMException(answer.reason, answer.name));
      });
      worker.postMessage({ ...request, id: last });
    });
  // A worker that cannot start ends all waiting at once.
  worker.addEventListener('error', () => {
    for (const [id, give] of waiting) give({ id, ok: false, name: 'NotSupportedError', reason: 'No worker' });
  });

  const copy: SecondCopy = {
    add: async (lines) => void (await ask({ do: 'add', lines })),
    read: () => ask({ do: 'read' }),
    tail: (characters) => ask({ do: 'tail', characters }),
    replace: async (lines) => void (await ask({ do: 'replace', lines })),
    erase: async () => void (await ask({ do: 'erase' })),
    close: () => worker.terminate(),
  };
  try {
    await copy.tail(1);
    return copy;
  } catch {
    copy.close();
    return undefined; // no such files here, as in some private windows
  }
}
