import type { Hint } from '#core/item/hint.ts';

/** The reasons of options that hints have struck out, by option; empty where nothing can be said. */
export const struckBy = (hints: readonly Hint[] = []): ReadonlyMap<string, string> =>
  new Map(hints.flatMap((hint) => (hint.type === 'struck' ? [[hint.option, hint.reason ?? '']] : [])));
