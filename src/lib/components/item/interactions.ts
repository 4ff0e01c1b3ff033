import type { Component } from 'svelte';

import type { Interaction } from '#core/item/item.ts';
import Choice from './Choice.svelte';
import type { InteractionProps } from './interaction.ts';
import Reveal from './Reveal.svelte';
import TextEntry from './TextEntry.svelte';

type Look = Component<InteractionProps>;

/** A component, or where to fetch it: most sittings never need the rarer ones. */
type Source = Look | { readonly fetch: () => Promise<{ readonly default: Look }> };

/** How each interaction looks. A new one is a new component and a line here; without the line nothing compiles. */
const sources: Readonly<Record<Interaction, Source>> = {
  reveal: Reveal,
  choice: Choice,
  'text-entry': TextEntry,
  'multiple-choice': { fetch: () => import('./MultipleChoice.svelte') },
  number: { fetch: () => import('./NumberEntry.svelte') },
  order: { fetch: () => import('./OrderTiles.svelte') },
  match: { fetch: () => import('./MatchTiles.svelte') },
  date: { fetch: () => import('./DateAxis.svelte') },
  point: { fetch: () => import('./PointMap.svelte') },
};

/** The look of an interaction: at once where it is here, else when it has been fetched. */
export function lookOf(interaction: Interaction): Look | Promise<Look> {
  const source = sources[interaction];
  return 'fetch' in source ? source.fetch().then(({ default: look }) => look) : source;
}

/** Fetches every look there is, so that none is missing when the connection goes; what cannot be fetched is asked for again. */
export const fetchLooks = (): Promise<unknown> =>
  Promise.allSettled(Object.values(sources).map((source) => 'fetch' in source && source.fetch()));
