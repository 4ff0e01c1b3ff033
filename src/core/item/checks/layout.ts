import type { Layout } from '../layout.ts';
import { foldText, mentions } from '../words.ts';
import type { Check } from './check.ts';

/** Tiles and targets: all different, each with its one right place, and none that tells it. */
export const layout: Check = {
  id: 'layout',
  find({ item: { layout: own } }) {
    if (own?.type === 'order') return orderProblem(own);
    return own?.type === 'match' ? matchProblem(own) : undefined;
  },
};

type Order = Extract<Layout, { type: 'order' }>;
type Match = Extract<Layout, { type: 'match' }>;

function orderProblem({ tiles, solution }: Order): string | undefined {
  const shown = tiles.map(({ id }) => id);
  if (tiles.length < 3 || tiles.length > 8) return `${tiles.length} tiles to order`;
  if (shown.toSorted().join(' ') !== solution.toSorted().join(' '))
    return 'the solution is no order of the tiles';
  if ([solution, solution.toReversed()].some((order) => order.join(' ') === shown.join(' ')))
    return 'the tiles are shown in order';
  return repeated(tiles.map(({ text }) => text));
}

function matchProblem({ tiles, targets, shared, solution }: Match): string | undefined {
  const ids = new Set(targets.map(({ id }) => id));
  const places = tiles.map(({ id }) => solution[id] ?? '');
  if (tiles.length < 2 || !places.every((id) => ids.has(id))) return 'a tile has no target';
  if (!shared && new Set(places).size < places.length) return 'two tiles share a target';
  const idle = targets.filter(({ id }) => !places.includes(id));
  if (idle.some(({ certificate }) => !certificate)) return 'a target that no tile belongs to lacks its proof';
  const told = tiles.find(({ text }, index) =>
    mentions(text, targets.find(({ id }) => id === places[index])?.text ?? ''),
  );
  if (told) return `"${told.text}" names its own target`;
  return repeated(tiles.map(({ text }) => text)) ?? repeated(targets.map(({ text }) => text));
}

function repeated(texts: readonly string[]): string | undefined {
  const folded = texts.map(foldText);
  const twice = folded.find((text, index) => folded.indexOf(text) < index);
  return twice === undefined ? undefined : `"${twice}" stands there twice`;
}
