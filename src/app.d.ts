declare module 'virtual:topics' {
  /** One content pack of the build, fetched only when its topic is opened. */
  export interface TopicPack {
    readonly id: string;
    readonly title: string;
    readonly version: string;
    /** Content-hashed address of the compact JSON pack. */
    readonly url: string;
    readonly bytes: number;
  }
  export const topics: readonly TopicPack[];
}

declare module 'virtual:map' {
  import type { MapDrawing } from '#core/explore/map.ts';

  /** `content/map/` as drawn by the build. */
  export const map: MapDrawing;
}
