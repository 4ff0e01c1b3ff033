import type { Component } from 'svelte';

import type { Interaction } from '#core/item/item.ts';
import Choice from './Choice.svelte';
import type { InteractionProps } from './interaction.ts';
import Reveal from './Reveal.svelte';
import TextEntry from './TextEntry.svelte';

/** How each interaction looks. A new one is a new component and a line here. */
export const interactions: Readonly<Partial<Record<Interaction, Component<InteractionProps>>>> = {
  reveal: Reveal,
  choice: Choice,
  'text-entry': TextEntry,
};
