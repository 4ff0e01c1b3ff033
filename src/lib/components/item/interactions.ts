import type { Component } from 'svelte';

import type { Interaction } from '#core/item/item.ts';
import Choice from './Choice.svelte';
import type { InteractionProps } from './interaction.ts';
import Reveal from './Reveal.svelte';
import TextEntry from './TextEntry.svelte';

type Shown = Component<InteractionProps>;
type Loaded = Promise<{ readonly default: Shown }>;

/** How each interaction looks; those that are seldom needed come when they are. A new one is a component and a line. */
export const interactions: Readonly<Record<Interaction, Shown | { readonly load: () => Loaded }>> = {
  reveal: Reveal,
  choice: Choice,
  'text-entry': TextEntry,
  'multiple-choice': { load: () => import('./MultipleChoice.svelte') },
  number: { load: () => import('./NumberEntry.svelte') },
  order: { load: () => import('./OrderTiles.svelte') },
  match: { load: () => import('./MatchTiles.svelte') },
  date: { load: () => import('./DateAxis.svelte') },
  point: { load: () => import('./PointMap.svelte') },
};
