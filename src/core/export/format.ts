import type { Abilities } from './abilities.ts';
import type { CarriedItem } from './carried.ts';
import type { Schedule } from './schedule.ts';

export const formatIds = [
  'moodle-xml',
  'gift',
  'aiken',
  'qti21',
  'qti3',
  'kahoot',
  'wayground',
  'blooket',
  'apkg',
  'tsv',
  'quizlet',
] as const;
export type FormatId = (typeof formatIds)[number];

/** What a file is called inside. */
export interface Heading {
  readonly title: string;
  /** Names the file for other programs, so that the same quiz made again takes its own place: letters, digits, hyphens. */
  readonly id: string;
  /** When the content was last changed: the only moment a file needs, so that the same items give the same bytes. */
  readonly dateIso: string;
}

/** One file format of another program. One file a format in `formats/`. */
export interface Format {
  readonly id: FormatId;
  /** How files of it end. */
  readonly ending: string;
  readonly mime: string;
  readonly can: Abilities;
  /** Whether its program remembers on its own, and whether a learner's memories can be taken along to it. */
  readonly memory?: 'afresh' | 'taken';
  /** `schedule` only where memories can be taken along, and are to be. */
  write(items: readonly CarriedItem[], heading: Heading, schedule?: Schedule): Uint8Array;
}
