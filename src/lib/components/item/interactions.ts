import type { Component } from 'svelte';

import type { Interaction } from '#core/item/item.ts';
import Choice from './Choice.svelte';
import DateAxis from './DateAxis.svelte';
import type { InteractionProps } from './interaction.ts';
import MatchTiles from './MatchTiles.svelte';
import MultipleChoice from './MultipleChoice.svelte';
import NumberEntry from './NumberEntry.svelte';
import OrderTiles from './OrderTiles.svelte';
import PointMap from './PointMap.svelte';
import Reveal from './Reveal.svelte';
import TextEntry from './TextEntry.svelte';

/** How each interaction looks. A new one is a new component and a line here. */
export const interactions: Readonly<Record<Interaction, Component<InteractionProps>>> = {
  reveal: Reveal,
  choice: Choice,
  'multiple-choice': MultipleChoice,
  'text-entry': TextEntry,
  number: NumberEntry,
  order: OrderTiles,
  match: MatchTiles,
  date: DateAxis,
  point: PointMap,
};
