import type { Cell } from '../assignment/class-results.ts';
import type { CardId, FactId } from '../fact/fact.ts';
import type { Item, Option } from '../item/item.ts';
import type { Layout } from '../item/layout.ts';
import { foldText } from '../item/words.ts';
import type { Response } from '../review/response.ts';

/** Something wrong that could be taken for right, with the fact whose value it is. */
export interface Lure {
  readonly text: string;
  readonly of?: FactId;
}

/** One chance of taking a lure for what is right. */
export interface Trial {
  readonly card: CardId;
  readonly right: string;
  readonly lures: readonly Lure[];
  readonly taken: readonly Lure[];
  /** How likely each lure is taken by somebody who only guesses. */
  readonly chance: number;
  /** Whether it tells between lures: a right answer among several does not. */
  readonly telling: boolean;
}

/**
 * What an answer says about confusions. Whoever is wrong among several lures may have guessed, and then takes each
 * alike; where there is a single lure, whoever guesses takes it half of the time.
 */
export function trialsOf({ item, response }: Pick<Cell, 'item' | 'response'>): readonly Trial[] {
  switch (response?.type) {
    case 'choice':
      return item.options.some(({ id }) => id === 'true')
        ? judged(item, response)
        : [picked(item, item.options, [response.option])];
    case 'multiple':
      return [picked(item, item.options, response.options)];
    case 'text':
      return named(item, response.text);
    case 'match':
      return item.layout?.type === 'match' ? joined(item.layout, response.pairs) : [];
    default:
      return [];
  }
}

type Choice = Extract<Response, { readonly type: 'choice' }>;

const lureOf = ({ text, certificate }: Option): Lure => ({
  text,
  ...(certificate?.belongsTo && { of: certificate.belongsTo }),
});

function picked(item: Item, options: readonly Option[], chosen: readonly string[]): Trial {
  const wrong = options.filter(({ correct }) => !correct);
  const right = options.filter(({ correct }) => correct).map(({ text }) => text);
  const taken = wrong.filter(({ id }) => chosen.includes(id));
  return trial(item.card, right.join(', '), wrong.map(lureOf), taken.map(lureOf));
}

function trial(card: CardId, right: string, lures: readonly Lure[], taken: readonly Lure[]): Trial {
  const single = lures.length === 1;
  const chance = single ? 1 / 2 : Math.max(1, taken.length) / Math.max(1, lures.length);
  return { card, right, lures, taken, chance, telling: single || taken.length > 0 };
}

/** A false statement says a lure, and whoever calls it true takes it; mending it is a choice of its own. */
function judged(item: Item, { option, repair }: Choice): readonly Trial[] {
  const { repair: mending, options, card } = item;
  if (!mending) return [];
  const right = mending.options.find(({ correct }) => correct)?.text ?? '';
  const said = options.find(({ id }) => id === 'true')?.certificate?.belongsTo;
  const lure: Lure = { text: mending.wrong, ...(said && { of: said }) };
  const statement = trial(card, right, [lure], option === 'true' ? [lure] : []);
  return repair === undefined ? [statement] : [statement, picked(item, mending.options, [repair])];
}

function named({ card, key, rivals }: Item, text: string): readonly Trial[] {
  const typed = foldText(text.slice(0, 200));
  const lures = rivals.map((rival) => ({ text: rival }));
  const taken = lures.filter((rival) => foldText(rival.text) === typed).slice(0, 1);
  return lures.length > 1 ? [trial(card, key, lures, taken)] : [];
}

type Joining = Extract<Layout, { readonly type: 'match' }>;

/** Sorting into classes confuses no two things; joining does, a tile at a time. */
function joined(
  { tiles, targets, solution, shared }: Joining,
  pairs: Extract<Response, { readonly type: 'match' }>['pairs'],
): readonly Trial[] {
  if (shared) return [];
  const lures = targets.map(({ id, text, certificate }) => {
    const of = certificate?.belongsTo ?? tiles.find((tile) => solution[tile.id] === id)?.fact;
    return { id, lure: { text, ...(of && { of }) } };
  });
  return pairs.flatMap(({ tile: id, target }) => {
    const tile = tiles.find((one) => one.id === id);
    const right = targets.find((one) => one.id === solution[id]);
    if (!tile || !right) return [];
    const wrong = lures.filter((one) => one.id !== right.id);
    const taken = wrong.filter((one) => one.id === target);
    return [
      trial(
        tile.card,
        right.text,
        wrong.map(({ lure }) => lure),
        taken.map(({ lure }) => lure),
      ),
    ];
  });
}
