import type { Evaluating } from './app.ts';

/** Looks again and again; false when it does not come true. */
export async function until<T>(look: () => T | Promise<T>, patienceMs = 30_000): Promise<T | false> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const found = await look();
    if (found) return found;
    await wait(20);
  }
  return false;
}

/** Waits until something holds in a page; rejects when it never does. */
export async function untilTrue(
  page: Evaluating,
  holds: () => boolean | Promise<boolean>,
  patienceMs?: number,
): Promise<void> {
  if (!(await until(() => page.evaluate(holds), patienceMs)))
    throw new Error(`It never came true: ${String(holds)}`);
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
