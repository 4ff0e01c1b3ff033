import type { Certificate, Item } from '#core/item/item.ts';
import type { Pair, Response } from '#core/review/response.ts';
import { formatDate, formatNumber } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/messages.ts';

import { farFrom, rightDates } from './date-words.ts';
import type { Reply } from './interaction.ts';

/** What was chosen although it is wrong, and why it is. */
export interface WrongChoice {
  readonly id: string;
  readonly text: string;
  readonly certificate: Certificate;
}

/** The wrong choices of a response, each once, with their certificates. */
export function wrongChoices(item: Item, response: Response): readonly WrongChoice[] {
  const chosen = new Set(chosenIds(response));
  const given = response.type === 'choice' ? response.repair : undefined;
  return [
    ...item.options.filter(({ id }) => chosen.has(id)),
    ...(item.repair?.options.filter(({ id }) => id === given) ?? []),
    ...(item.layout?.type === 'match' ? item.layout.targets.filter(({ id }) => chosen.has(id)) : []),
  ].flatMap(({ id, text, certificate }) => (certificate ? [{ id, text, certificate }] : []));
}

function chosenIds(response: Response): readonly string[] {
  if (response.type === 'choice') return [response.option];
  if (response.type === 'multiple') return response.options;
  return response.type === 'match' ? response.pairs.map(({ target }) => target) : [];
}

/** The right response in words; several lines where several things had to be done. */
export function keyLines(item: Item): readonly string[] {
  const { layout, options, entry } = item;
  if (layout?.type === 'order') return textsOf(layout.tiles, layout.solution);
  if (layout?.type === 'match') return pairLines(item, pairsOf(layout.solution));
  if (layout?.type === 'axis') return [rightDates(layout)];
  if (item.interaction === 'multiple-choice') return options.filter(({ correct }) => correct).map(toText);
  if (item.interaction === 'number' && entry?.type === 'amount') return [amount(entry.amount, entry.unit)];
  const option = options.find(({ id }) => id === item.key);
  const mended = mendedText(item);
  if (!option) return [item.key];
  return [mended === undefined ? option.text : `${option.text}: ${mended}`];
}

/** What the learner did, in words; for a self-rated card there are none. */
export function responseLines(item: Item, response: Response): readonly string[] {
  switch (response.type) {
    case 'choice': {
      const option = item.options.find(({ id }) => id === response.option);
      const mended = item.repair?.options.find(({ id }) => id === response.repair);
      return [[option?.text, mended?.text].filter((text) => text !== undefined).join(': ')];
    }
    case 'multiple':
      return textsOf(item.options, response.options);
    case 'text':
      return [response.text];
    case 'number':
      return [amount(response.value, item.entry?.type === 'amount' ? item.entry.unit : undefined)];
    case 'order':
      return item.layout?.type === 'order' ? textsOf(item.layout.tiles, response.order) : [];
    case 'match':
      return pairLines(item, response.pairs);
    case 'date':
      return [formatDate(response.iso)];
    case 'pass':
      return [m.item_pass()];
    case 'reveal':
      return [];
  }
}

/** What is missing in a response that was not right, as far as it helps to say; empty for any other. */
export function missing(item: Item, { response, score }: Reply): string {
  if (score.verdict === 'right') return '';
  if (response.type === 'multiple') return foundOf(item, response.options);
  if (response.type === 'match') return joinedOf(item, response.pairs);
  if (response.type === 'date' && item.layout?.type === 'axis') return farFrom(item.layout, response.iso);
  if (score.verdict !== 'almost') return '';
  if (response.type === 'choice') return m.item_almost_mended({ key: mendedText(item) ?? '' });
  if (response.type === 'order') return m.item_almost_order();
  if (response.type !== 'text') return '';
  const slip = score.marks > 0.5;
  return slip ? m.item_almost_spelling({ key: item.key }) : m.item_almost_exact({ key: item.key });
}

function foundOf({ options }: Item, chosen: readonly string[]): string {
  const keys = options.filter(({ correct }) => correct);
  return m.item_found({ found: keys.filter(({ id }) => chosen.includes(id)).length, of: keys.length });
}

function joinedOf({ layout }: Item, pairs: readonly Pair[]): string {
  if (layout?.type !== 'match') return '';
  const right = pairs.filter(({ tile, target }) => layout.solution[tile] === target).length;
  return m.item_found({ found: right, of: layout.tiles.length });
}

/** The right words for a false statement; undefined where they are not asked for. */
const mendedText = ({ repair }: Item): string | undefined =>
  repair?.options.find(({ correct }) => correct)?.text;

interface Named {
  readonly id: string;
  readonly text: string;
}
const toText = ({ text }: Named): string => text;

const textsOf = (named: readonly Named[], ids: readonly string[]): readonly string[] =>
  ids.flatMap((id) => named.find((one) => one.id === id)?.text ?? []);

const amount = (value: number, unit = ''): string => `${formatNumber(value)} ${unit}`.trim();

const pairsOf = (solution: Readonly<Record<string, string>>): readonly Pair[] =>
  Object.entries(solution).map(([tile, target]) => ({ tile, target }));

function pairLines({ layout }: Item, pairs: readonly Pair[]): readonly string[] {
  if (layout?.type !== 'match') return [];
  return pairs.map(({ tile, target }) =>
    m.item_pair({
      tile: textsOf(layout.tiles, [tile]).join(''),
      target: textsOf(layout.targets, [target]).join(''),
    }),
  );
}
