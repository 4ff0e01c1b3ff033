import type { Copying } from './copying.ts';
import type { SecondCopy } from './second-copy.ts';

/** The same as `startCopying`, whose code comes when it is first needed; without it the database goes on alone. */
export function copyingLater(load: () => Promise<SecondCopy>): Copying {
  let loading: Promise<Copying> | undefined;
  const loaded = (): Promise<Copying> =>
    (loading ??= import('./copying.ts').then(({ startCopying }) => startCopying(load)));
  return {
    add: async (rows) => {
      try {
        await (await loaded()).add(rows);
      } catch {
        loading = undefined; // it is tried again with the next rows
      }
    },
    use: async (work) => (await loaded()).use(work),
    close: () => void loading?.then((copying) => copying.close()),
  };
}
