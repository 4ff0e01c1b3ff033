import type { Random } from '#core/item/random.ts';

import type { Engine, EngineId, EnginePage } from './engines/engine.ts';

/** What can go wrong in a browser or around it. */
export interface Fault {
  readonly id: string;
  readonly title: string;
  /** The only browser that can be made to do this; every one where none is named. */
  readonly only?: EngineId;
  /** Lets it happen once, on something fresh, and says what became of the answers. */
  run(bench: Bench, random: Random): Promise<Verdict>;
}

/** What a fault is tried on. */
export interface Bench<P extends EnginePage = EnginePage> {
  readonly engine: Engine<P>;
  /** The built app and the harness page, made well or broken on purpose. */
  readonly app: string;
  readonly harness: string;
  /** The worker of a release, before it gets its list of files. */
  readonly worker: string;
  /** An empty folder for this run. */
  readonly folder: string;
}

/** The answers that a run said were saved, and what a fresh start found of them. */
export interface Verdict {
  readonly saved: number;
  /** What must not be, in words; none in a good run. */
  readonly wrongs: readonly Wrong[];
  /** Whether the browser itself had emptied the site, as some do where one of its stores is damaged. */
  readonly cleared?: boolean;
  /** From the start to a card or the recovery screen; where that is measured. */
  readonly openedMs?: number;
}

export interface Wrong {
  readonly kind: 'lost' | 'phantom' | 'duplicate' | 'silent' | 'slow' | 'stuck';
  readonly what: string;
}
