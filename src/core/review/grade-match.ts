import type { Item } from '../item/item.ts';
import type { Pair, Score } from './response.ts';
import { scoreOf, wrong } from './score.ts';

/** The share of tiles that stand with their target; a tile that was given two targets counts as wrong. */
export function gradeMatch({ layout }: Item, pairs: readonly Pair[]): Score {
  if (layout?.type !== 'match') return wrong;
  const parts = layout.tiles.map(({ id, card }) => {
    const given = pairs.filter(({ tile }) => tile === id);
    const right = given.length === 1 && given[0]?.target === layout.solution[id];
    return { card, marks: right ? 1 : 0 };
  });
  return scoreOf(parts.reduce((sum, { marks }) => sum + marks, 0) / parts.length, parts);
}
