// Do not change: tabs of different versions ask for the same locks.
export const sittingLocks = 'harmattan-sitting-';

/** Whether any tab of this app has a sitting open. */
export async function isSittingOpen(): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held.some(({ name = '' }) => name.startsWith(sittingLocks));
}
