import type { Copying } from './copying.ts';
import type { SecondCopy } from './second-copy.ts';

/** The same as `startCopying`, whose code comes when it is first needed; without it the database goes on alone. */
export function copyingLater(load: () => Promise<SecondCopy>): Copying {
  let live: Copying | undefined;
  const loaded = async (): Promise<Copying> => {
    const { startCopying } = await import('./copying.ts');
    return (live ??= startCopying(load));
  };
  return {
    add: (rows) =>
      loaded().then(
        (copying) => copying.add(rows),
        () => undefined, // the comparison at the next start finds what it lacks
      ),
    use: async (work) => (await loaded()).use(work),
    close: () => live?.close(),
  };
}
