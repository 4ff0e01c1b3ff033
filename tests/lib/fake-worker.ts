import { afterEach, beforeEach, vi } from 'vitest';

/** Stands for a worker: it does nothing by itself, and remembers what it was asked. */
export class FakeWorker extends EventTarget {
  readonly asked: unknown[] = [];
  ended = 0;

  constructor() {
    super();
    started.push(this);
  }
  postMessage(request: unknown): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.ended += 1;
  }
  answer(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

/** Workers that a test has started. */
export const started: FakeWorker[] = [];

/** In each test of a file, workers are such ones. */
export function withFakeWorkers(): void {
  beforeEach(() => {
    started.length = 0;
    vi.stubGlobal('location', { href: 'https://example.org/', origin: 'https://example.org' });
    vi.stubGlobal('window', {});
    vi.stubGlobal('Worker', FakeWorker);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}
