import { vi } from 'vitest';
import type { JournalAnswer, JournalRequest } from '#lib/worker/journal.worker.ts';
import type { OriginFiles } from './origin-files.ts';

type Listener = (event: { readonly data: never }) => void;

/** How a worker may be that does not work. */
type Ailment = 'cannot start' | 'never answers' | 'falls silent';

/** Workers that were ended. */
export const ended: unknown[] = [];

/** Puts the journal's worker, and the files that it writes, in the place of a browser's. */
export function stubWorker(
  files: OriginFiles,
  { ailment, locks }: { readonly ailment?: Ailment; readonly locks?: (work: () => unknown) => unknown } = {},
): void {
  vi.stubGlobal('location', { href: 'https://example.org/', origin: 'https://example.org' });
  vi.stubGlobal('window', {});
  vi.stubGlobal('navigator', {
    storage: { getDirectory: async () => files.root },
    ...(locks && { locks: { request: (_: string, work: () => unknown) => locks(work) } }),
  });
  vi.stubGlobal('Worker', ailment ? sickWorker(ailment) : JournalWorker);
}

let hears: Listener | undefined;

/** Runs the worker's own code, in the same thread. */
class JournalWorker {
  readonly #answers = new Set<Listener>();
  #requests: Promise<Listener>;
  #ended = false;

  constructor() {
    this.#requests = this.#start();
  }

  /** The code is there once, and answers the worker that was started last. */
  async #start(): Promise<Listener> {
    vi.stubGlobal('postMessage', (answer: JournalAnswer) => this.#say(answer));
    vi.stubGlobal('addEventListener', (_: string, listener: Listener) => (hears = listener));
    await import('#lib/worker/journal.worker.ts');
    if (!hears) throw new TypeError('The worker hears nothing');
    return hears;
  }

  #say(answer: JournalAnswer): void {
    if (!this.#ended) for (const hear of this.#answers) hear({ data: answer as never });
  }

  addEventListener(type: string, listener: Listener): void {
    if (type === 'message') this.#answers.add(listener);
  }

  postMessage(request: JournalRequest): void {
    void this.#requests.then((hear) => hear({ data: request as never }));
  }

  terminate(): void {
    ended.push(this);
    this.#ended = true;
  }
}

const sickWorker = (ailment: Ailment) =>
  class {
    #hears: Listener | undefined;

    addEventListener(type: string, listener: Listener): void {
      if (type === 'message') this.#hears = listener;
      if (type === 'error' && ailment === 'cannot start') queueMicrotask(listener as never);
    }

    postMessage({ id }: JournalRequest): void {
      const answer: JournalAnswer = { id, ok: true, text: '' };
      const toNobody = { ...answer, id: -1 };
      if (ailment !== 'falls silent' || id !== 1) return;
      for (const data of [toNobody, answer]) this.#hears?.({ data: data as never });
    }

    terminate(): void {
      ended.push(this);
    }
  };
