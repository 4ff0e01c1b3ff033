declare module 'virtual:topics' {
  /** One content pack of the build, fetched only when its topic is opened. */
  export interface TopicPack {
    readonly id: string;
    readonly title: string;
    readonly version: string;
    /** First 8 bytes of the SHA-256 of the pack, as hex. */
    readonly hash: string;
    /** Content-hashed address of the compact JSON pack. */
    readonly url: string;
    readonly bytes: number;
  }
  export const topics: readonly TopicPack[];
}

declare module 'virtual:maps' {
  import type { MapDrawing } from '#core/explore/map.ts';

  /** The maps that the build has drawn, by the id of their topic. Topics may have none. */
  export const maps: Readonly<Record<string, () => Promise<MapDrawing>>>;
}

declare module 'virtual:derivation' {
  /** Names the rules by which a log is read: releases with the same one believe each other's snapshots. */
  export const derivation: string;
}
