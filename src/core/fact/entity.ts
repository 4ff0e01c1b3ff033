import type { EntityId } from './value.ts';

export const entityKinds = [
  'person',
  'group',
  'office',
  'organisation',
  'media',
  'country',
  'region',
  'city',
  'area',
  'base',
  'agreement',
  'mission',
  'event',
  'force',
  'statement',
  'thing',
] as const;

/** What sort of thing an entity is. Options of one item always share a kind. */
export type EntityKind = (typeof entityKinds)[number];

/** A named thing that facts speak about. */
export interface Entity {
  readonly id: EntityId;
  readonly kind: EntityKind;
  /** The name without its article, as it stands inside a sentence ("European Union", "coup of July 2023 in Niger"). */
  readonly name: string;
  /** "the" where the name needs it inside a sentence, else "". */
  readonly article: string;
  /** "French", "US": the attribute form, where there is one. */
  readonly adjective?: string;
  /** Whether its verbs are plural ("the ECOWAS envoys were"). */
  readonly plural: boolean;
  /** Other right names, for tolerant typing and search. */
  readonly aliases: readonly string[];
  /** One line that says who or what it is. */
  readonly description: string;
  /** Entities that are the same, a part, or a mouthpiece of this one: never offered against it. Symmetric after parsing. */
  readonly overlaps: readonly EntityId[];
  /** Longitude and latitude in degrees. */
  readonly coordinates?: readonly [number, number];
}
