import { indexTopic } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import { cardId, facets } from '#core/fact/fact.ts';
import type { Fact } from '#core/fact/fact.ts';
import { makeItem } from '#core/item/generate.ts';
import type { FormId, Item } from '#core/item/item.ts';
import type { Layout } from '#core/item/layout.ts';
import { syntheticTopic } from '../synthetic.ts';
import { day, entity, fact, harbour } from '../topic.ts';

/** A hundred invented regattas in twelve years: enough for every form that needs neighbours in time. */
export const regattas: Base = indexTopic({
  ...syntheticTopic(400),
  facts: syntheticTopic(400).facts.map((own, index) => ({
    ...own,
    object: inTwelveYears(own.object, index),
  })),
});

function inTwelveYears(object: Fact['object'], index: number): Fact['object'] {
  if (object.type !== 'date') return object;
  const { iso, precision } = object.date;
  return { type: 'date', date: { iso: `${1990 + ((index >> 2) % 12)}${iso.slice(4)}`, precision } };
}

const towns = [
  ['alba', 'Port Alba', [10.7, 59.9]],
  ['brevik', 'Brevik', [9.7, 59.1]],
  ['corran', 'Corran', [8.7, 58.3]],
  ['dale', 'Dale', [7.9, 58.2]],
  ['elvik', 'Elvik', [7.1, 58.1]],
  ['fosse', 'Fosse', [6.1, 58.5]],
  ['garden', 'Garden City', [-70, 10]],
] as const;

/** The harbour with more towns, of which the base knows where they are and which belong to the league. */
export const coast: Base = indexTopic({
  ...harbour,
  mapArea: [4, 57, 12, 61],
  entities: [
    ...harbour.entities.filter(({ kind }) => kind !== 'city'),
    ...towns.map(([id, name, coordinates]) => entity(id, { kind: 'city', name, coordinates })),
    entity('regatta', { kind: 'event', name: 'regatta of the coast', article: 'the' }),
    entity('market', { kind: 'event', name: 'herring market', article: 'the' }),
  ],
  facts: [
    ...harbour.facts.filter(({ predicate }) => predicate !== 'member-of-league'),
    ...['alba', 'brevik', 'corran'].map((town) => fact(`league-${town}`, 'league', 'member-of-league', town)),
    fact('regatta-place', 'regatta', 'took-place-in', 'dale'),
    fact('speech-place', 'speech', 'took-place-in', 'garden'),
    fact('market-place', 'market', 'took-place-in', 'elvik'),
    fact('regatta-date', 'regatta', 'occurred-on', day('1991-06-01')),
    fact('market-date', 'market', 'occurred-on', day('1991-09-15')),
  ],
});

/** Every item of a form that a base gives for some seeds. */
export function itemsOfForm(base: Base, form: FormId, seeds: readonly number[] = [1, 2]): readonly Item[] {
  const cards = base.topic.facts.flatMap((own) =>
    facets.map((facet) => ({ id: cardId(own.id, facet), fact: own.id, facet })),
  );
  return seeds.flatMap((seed) => cards.flatMap((card) => makeItem(base, card, form, seed) ?? []));
}

/** The layout of an item, of the type that its form promises. */
export function layoutOf<T extends Layout['type']>(item: Item, type: T): Extract<Layout, { type: T }> {
  const { layout } = item;
  if (layout?.type !== type) throw new RangeError(`Give "${item.form}" a layout of type "${type}"`);
  return layout as Extract<Layout, { type: T }>;
}
