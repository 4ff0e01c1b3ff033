/** A build that is broken on purpose, and the faults that must find it out. */
export interface Control {
  readonly id: string;
  readonly faults: readonly string[];
  readonly spots: readonly Spot[];
}

/** A place in a source file of the app. */
interface Spot {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export const controls: readonly Control[] = [
  {
    // An answer is called saved before the browser has it.
    id: 'saved-too-early',
    faults: ['kill'],
    spots: [
      {
        file: 'src/lib/storage/transact.ts',
        from: 'const [worked, done] = await Promise.allSettled([orAbort(transaction, work), transaction.done]);',
        to: 'const [worked, done] = await Promise.allSettled([orAbort(transaction, work).then((v) => { setTimeout(() => { try { transaction.abort(); } catch {} }); return v; }), Promise.resolve()]);transaction.done.catch(() => {});',
      },
    ],
  },
];
