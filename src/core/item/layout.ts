import type { CardId, FactId } from '../fact/fact.ts';
import type { Precision } from '../fact/value.ts';
import type { Certificate } from './item.ts';

/** Something to put in order, to join or to sort. */
export interface Tile {
  /** `1`, `2`, `3` ... in the order shown. */
  readonly id: string;
  readonly text: string;
  readonly fact: FactId;
  /** The card whose memory the tile's place tells about. */
  readonly card: CardId;
  /** What is true of it, in a sentence, shown afterwards. */
  readonly truth: string;
}

/** What a tile can be joined with or sorted into. */
export interface Target {
  /** `a`, `b`, `c` ... in the order shown. */
  readonly id: string;
  readonly text: string;
  /** On a target that no tile belongs to: why none does. */
  readonly certificate?: Certificate;
}

/** A moment shown on an axis to orient by. */
export interface Landmark {
  readonly iso: string;
  readonly text: string;
}

/** What an item shows beside its stem to be arranged or set, with what is right. */
export type Layout =
  | {
      readonly type: 'order';
      /** In the order shown, which is neither the right one nor its reverse. */
      readonly tiles: readonly Tile[];
      /** Ids of the tiles, earliest first. */
      readonly solution: readonly string[];
    }
  | {
      readonly type: 'match';
      readonly tiles: readonly Tile[];
      readonly targets: readonly Target[];
      /** Whether a target may take several tiles: sorting instead of joining. */
      readonly shared: boolean;
      /** The right target of every tile. */
      readonly solution: Readonly<Record<string, string>>;
    }
  | {
      readonly type: 'axis';
      /** First and last ISO date on the axis, as precise as `precision`. */
      readonly start: string;
      readonly end: string;
      readonly precision: Precision;
      readonly landmarks: readonly Landmark[];
      /** First and last ISO day that is right, both inclusive. */
      readonly right: readonly [string, string];
      /** Days beside the right ones at which marks have fallen to 0. */
      readonly toleranceDays: number;
    };
