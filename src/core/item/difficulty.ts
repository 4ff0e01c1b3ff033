import type { Base } from '../fact/base.ts';
import type { Fact } from '../fact/fact.ts';
import type { Value } from '../fact/value.ts';
import type { Form } from './draft.ts';
import type { Item, Option } from './item.ts';

/** What makes an item easy or hard, each 0 easy .. 1 hard. Kept on the item, so that real answers can fit the weights. */
export interface Levers {
  /** What the form asks of memory: recognised at a glance .. recalled without help. */
  readonly effort: number;
  /** How little known the fact is: its importance, and how many sources tell it. */
  readonly rarity: number;
  /** How tempting the wrong options are: of the same predicate, the same part of the story, or made up. */
  readonly nearness: number;
  /** How exact the answer must be: a day more than a year, an exact count more than a rough one. */
  readonly exactness: number;
  /** How many facts must be joined or things arranged. */
  readonly steps: number;
}

/** Shares of the levers in the prediction: a first guess that sums to 1, until real answers tell. */
const weights: Readonly<Record<keyof Levers, number>> = {
  effort: 0.5,
  rarity: 0.2,
  nearness: 0.1,
  exactness: 0.1,
  steps: 0.1,
};

/** Predicted difficulty, 0 easy .. 1 hard: the weighted mean of the levers. */
export function difficultyOf(levers: Levers): number {
  const sum =
    weights.effort * levers.effort +
    weights.rarity * levers.rarity +
    weights.nearness * levers.nearness +
    weights.exactness * levers.exactness +
    weights.steps * levers.steps;
  return twoPlaces(sum);
}

/** The difficulty that a card will have in a form, as far as it is known before the item is made. */
export function foreseenDifficulty(form: Form, fact: Fact, key: Value): number {
  const nearness = form.interaction === 'choice' ? 0.5 : 0;
  return difficultyOf({
    effort: form.effort,
    rarity: rarityOf(fact),
    nearness,
    exactness: exactnessOf(key),
    steps: 0,
  });
}

export function leversOf(
  base: Base,
  form: Form,
  fact: Fact,
  key: Value,
  item: Pick<Item, 'options' | 'layout' | 'facts'>,
): Levers {
  return {
    effort: form.effort,
    rarity: rarityOf(fact),
    nearness: nearnessOf(base, fact, item.options),
    exactness: item.options.length > 0 || item.layout?.type === 'order' ? 0 : exactnessOf(key),
    steps: stepsOf(item),
  };
}

function rarityOf({ importance, references }: Fact): number {
  const known = { core: 0, supporting: 0.4, detail: 0.8 }[importance];
  return twoPlaces(known + 0.2 / Math.max(1, references.length));
}

function nearnessOf(base: Base, fact: Fact, options: readonly Option[]): number {
  const wrong = options.filter(({ certificate }) => certificate);
  if (wrong.length === 0) return 0;
  const each = wrong.map(({ certificate }) => {
    const of = certificate?.belongsTo && base.facts.get(certificate.belongsTo);
    if (!of) return 0.3;
    return (of.predicate === fact.predicate ? 0.7 : 0.2) + (of.subtopic === fact.subtopic ? 0.3 : 0);
  });
  return twoPlaces(each.reduce((sum, near) => sum + near, 0) / each.length);
}

function exactnessOf(key: Value): number {
  if (key.type === 'date') return { day: 1, month: 0.6, year: 0.2 }[key.date.precision];
  return key.type === 'quantity' && !key.approximate ? 0.8 : 0.3;
}

/** A second fact to join, or more than two things to arrange, is a step; five are as hard as it gets. */
function stepsOf({ layout, facts }: Pick<Item, 'layout' | 'facts'>): number {
  const arranged =
    layout?.type === 'order' || layout?.type === 'match' ? layout.tiles.length - 2 : facts.length - 1;
  return twoPlaces(Math.min(5, Math.max(0, arranged)) / 5);
}

const twoPlaces = (value: number): number => Math.round(100 * value) / 100;
