import type { EngineId } from './engines/engine.ts';

/** A build that is broken on purpose, and the faults that must find it out. */
export interface Control {
  readonly id: string;
  readonly faults: readonly string[];
  /** The browsers in which nothing is broken by it. */
  readonly wholeIn?: readonly EngineId[];
  /** In the sources of the app's storage. */
  readonly spots?: readonly Spot[];
  /** In the built worker. */
  readonly worker?: Omit<Spot, 'file'>;
}

/** A place in a source file, and what it becomes. */
export interface Spot {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export const controls: readonly Control[] = [
  {
    // An answer is called saved when the browser has it, although it is not on the disk yet.
    id: 'relaxed',
    faults: ['power'],
    // WebKitGTK has SQLite put every transaction on the disk, whatever it is asked for.
    wholeIn: ['webkit', 'webkit-files'],
    spots: [
      { file: 'src/lib/storage/transact.ts', from: "durability: 'strict'", to: "durability: 'relaxed'" },
      { file: 'src/lib/worker/journal.worker.ts', from: '.flush()', to: '.getSize()' },
    ],
  },
  {
    // There is no second copy.
    id: 'no-journal',
    faults: ['delete', 'flip'],
    spots: [
      {
        file: 'src/lib/storage/copying.ts',
        from: 'add: (rows) => {',
        to: 'add: (rows) => { if (rows) return Promise.resolve();',
      },
    ],
  },
  {
    // What a disk gives back is believed.
    id: 'no-checksum',
    faults: ['change-copy'],
    spots: [
      {
        file: 'src/core/log/parse-envelope.ts',
        from: 'return expected === checksum',
        to: 'return expected || checksum',
      },
      {
        file: 'src/core/log/journal-line.ts',
        from: 'if (Number(length) !== json.length || hex8(crc32(json)) !== checksum) return undefined;',
        to: 'if (!length || !checksum || !crc32 || !hex8) return undefined;',
      },
    ],
  },
  {
    // What a snapshot was made from is never looked at again.
    id: 'no-audit',
    faults: ['snapshot'],
    spots: [
      {
        file: 'src/lib/state/log.svelte.ts',
        from: 'if (!this.#reading?.isPartial) return;',
        to: 'if (this.#reading) return;',
      },
    ],
  },
  {
    // A release takes over as soon as it is there.
    id: 'skip-waiting',
    faults: ['update'],
    worker: {
      from: 'self.precacheFiles',
      to: "(self.addEventListener('install', () => self.skipWaiting()), self.precacheFiles)",
    },
  },
];
