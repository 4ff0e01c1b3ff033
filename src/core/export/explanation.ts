import type { CarriedItem } from './carried.ts';

/** The explanation with its sources below, for formats that have one place for both. */
export const explanationWithSources = ({ explanation, sources }: CarriedItem): string =>
  [explanation, ...sources.map((source) => `[${source}]`)].filter((line) => line !== '').join('\n');
