import { sittingLocks } from './open-sittings.ts';

/** Who may go on with a sitting: of several tabs, one. */
export interface Seat {
  /** Has the sitting go on here, whoever has it. */
  takeOver(): void;
  leave(): void;
}

/**
 * Asks for the seat of a sitting, and waits for it when another tab has it. `tell` hears whether it is here. Where a
 * browser has no locks every tab has it; the log takes all answers, so nothing is lost then either.
 */
export function takeSeat(id: string, tell: (here: boolean) => void): Seat {
  const left = new AbortController();
  const name = sittingLocks + id;

  /** Holds the lock until this tab leaves; rejects when another tab takes over. */
  const hold = (lock: Lock | null): Promise<void> | undefined => {
    tell(lock !== null);
    if (!lock || left.signal.aborted) return undefined;
    return new Promise((resolve) => left.signal.addEventListener('abort', () => resolve(), { once: true }));
  };
  /** Goes on waiting when the lock is another tab's, also when it was taken from here. */
  const ask = async (options: LockOptions): Promise<void> => {
    let isHeard = false;
    const heard = (lock: Lock | null): Promise<void> | undefined => {
      isHeard = true;
      return hold(lock);
    };
    await navigator.locks.request(name, options, heard).catch(() => undefined); // taken over, left, or refused
    // WebKit refuses a page that goes away at once and for ever: asking again would keep it from going.
    if (left.signal.aborted || !isHeard) return;
    tell(false);
    await ask({ signal: left.signal });
  };

  if (navigator.locks) void ask({ ifAvailable: true });
  return { takeOver: () => void ask({ steal: true }), leave: () => left.abort() };
}
