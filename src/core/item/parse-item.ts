import type { CardId, FactId } from '../fact/fact.ts';
import { facets } from '../fact/fact.ts';
import type { SourceId } from '../fact/source.ts';
import type { TopicId } from '../fact/topic.ts';
import type { EntityId, PartialDate } from '../fact/value.ts';
import { between, firstOf, listOf, mappingOf, oneOf, record, shortText, whole } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { Levers } from './difficulty.ts';
import { formIds } from './item.ts';
import type { Certificate, Citation, Entry, Interaction, Item, ItemId, Option, Repair } from './item.ts';
import type { Landmark, Layout, Target, Tile } from './layout.ts';

/*
 * Items are made again wherever they are needed. Only where that may become impossible are they kept whole, and read
 * back here: a field that is added must be optional, or older ones cannot be read any more.
 */

const words = shortText(4000);
const id = shortText(200);
const fact = shortText<FactId>(200);
const card = shortText<CardId>(220);
const truth: Shape<boolean> = oneOf([true, false]);
const finite: Shape<number> = (raw) => (Number.isFinite(raw) ? Number(raw) : undefined);
const mostFew = 64;
const few = <T>(shape: Shape<T>): Shape<T[]> => listOf(shape, mostFew);

const interactions: Readonly<Record<Interaction, true>> = {
  reveal: true,
  choice: true,
  'multiple-choice': true,
  'text-entry': true,
  number: true,
  order: true,
  match: true,
  date: true,
  point: true,
};
const interaction: Shape<Interaction> = oneOf(Object.keys(interactions) as Interaction[]);

const date: Shape<PartialDate> = record({ iso: shortText(10), precision: oneOf(['year', 'month', 'day']) });

const certificate: Shape<Certificate> = record<
  Omit<Certificate, 'belongsTo'>,
  Required<Pick<Certificate, 'belongsTo'>>
>({ law: oneOf(['C1', 'C2', 'C3', 'C4', 'C5']), refutedBy: fact, text: words }, { belongsTo: fact });

const option: Shape<Option> = record<
  Pick<Option, 'id' | 'text' | 'correct'>,
  Required<Pick<Option, 'certificate' | 'entity'>>
>({ id, text: words, correct: truth }, { certificate, entity: shortText<EntityId>(200) });

const citation: Shape<Citation> = record<
  Pick<Citation, 'source' | 'publisher' | 'date'>,
  Required<Omit<Citation, 'source' | 'publisher' | 'date'>>
>(
  { source: shortText<SourceId>(200), publisher: words, date: shortText(10) },
  { title: words, consulted: oneOf([true]), paragraph: whole(0), url: words },
);

const repair: Shape<Repair> = record({ wrong: words, options: few(option) });

const entry: Shape<Entry> = firstOf<Entry>(
  record({ type: oneOf(['words']) }),
  record<{ type: 'date'; date: PartialDate }, { mayGoFurther: true }>(
    { type: oneOf(['date']), date },
    { mayGoFurther: oneOf([true]) },
  ),
  record<{ type: 'amount'; amount: number; tolerance: number }, { unit: string }>(
    { type: oneOf(['amount']), amount: finite, tolerance: finite },
    { unit: words },
  ),
);

const tile: Shape<Tile> = record({ id, text: words, fact, card, truth: words });
const target: Shape<Target> = record<Pick<Target, 'id' | 'text'>, Required<Pick<Target, 'certificate'>>>(
  { id, text: words },
  { certificate },
);
const landmark: Shape<Landmark> = record({ iso: shortText(10), text: words });

const days: Shape<readonly [string, string]> = (raw) => {
  const [first, last, ...more] = listOf(shortText(10), 2)(raw) ?? [];
  return first !== undefined && last !== undefined && more.length === 0 ? [first, last] : undefined;
};

const layout: Shape<Layout> = firstOf<Layout>(
  record({ type: oneOf(['order']), tiles: few(tile), solution: few(id) }),
  record({
    type: oneOf(['match']),
    tiles: few(tile),
    targets: few(target),
    shared: truth,
    solution: mappingOf(id, id, mostFew),
  }),
  record({
    type: oneOf(['axis']),
    start: shortText(10),
    end: shortText(10),
    precision: oneOf(['year', 'month', 'day']),
    landmarks: few(landmark),
    right: days,
    toleranceDays: finite,
  }),
);

const levers: Shape<Levers> = record({
  effort: finite,
  rarity: finite,
  nearness: finite,
  exactness: finite,
  steps: finite,
});

/** Reads an item that was kept whole. */
export const parseItem: Shape<Item> = record<Omit<Item, OptionalField>, Required<Pick<Item, OptionalField>>>(
  {
    id: shortText<ItemId>(64),
    form: oneOf(formIds),
    interaction,
    topic: shortText<TopicId>(100),
    facts: few(fact),
    facet: oneOf(facets),
    card,
    cards: few(card),
    stem: words,
    options: few(option),
    key: words,
    accepted: listOf(words, 2000),
    rivals: listOf(words, 20_000),
    language: shortText(35),
    explanation: words,
    citations: few(citation),
    guess: between(0, 1),
    levers,
    difficulty: finite,
    seed: whole(0),
    generator: whole(0),
  },
  { repair, layout, entry, cue: words, asOf: shortText(10), accordingTo: words },
);

type OptionalField = 'repair' | 'layout' | 'entry' | 'cue' | 'asOf' | 'accordingTo';
