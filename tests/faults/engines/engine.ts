import type { Evaluating } from '../app.ts';

export const engineIds = ['chromium', 'firefox', 'webkit', 'webkit-files'] as const;
export type EngineId = (typeof engineIds)[number];

/** The three copies of a log. */
export const storeNames = ['database', 'journal', 'notes'] as const;
export type Store = (typeof storeNames)[number];

/** A page that goes to addresses and runs functions in itself: what JSON can hold goes in and comes out. */
export interface EnginePage extends Evaluating {
  goto(address: string): Promise<unknown>;
  close(): Promise<void>;
}

/** A browser on a profile of its own, which it keeps when it is killed. */
export interface RunningBrowser<P extends EnginePage = EnginePage> {
  readonly page: P;
  /** Another tab. */
  another(): Promise<P>;
  /** The end of a battery: every process of the browser is gone at once. */
  kill(): Promise<void>;
  /** The end that a learner gives it. */
  quit(): Promise<void>;
}

/** A browser with empty stores, which need not be on a disk of its own. */
export interface EmptyBrowser<P extends EnginePage = EnginePage> {
  newPage(): Promise<P>;
  close(): Promise<void>;
}

/** A real browser of one maker. A new one is a file in this folder and a line in `index.ts`. */
export interface Engine<P extends EnginePage = EnginePage> {
  readonly id: EngineId;
  /** The folder under a profile where each copy is kept; `*` stands for any one folder. */
  readonly stores: Readonly<Record<Store, string>>;
  /** Whether it empties all stores of a site by itself where one of them is damaged, so that nothing of the site can tell. */
  readonly clearsDamagedSites: boolean;
  /** What is not installed, in a sentence; undefined where all is there. */
  missing(): Promise<string | undefined>;
  start(profile: string, env?: NodeJS.ProcessEnv): Promise<RunningBrowser<P>>;
  /** `folder` is for what it writes, if it writes at all. */
  empty(folder: string): Promise<EmptyBrowser<P>>;
  /** Ends what several empty browsers shared. */
  close(): Promise<void>;
}
